#include <chrono>
#include <thread>

#include <gtest/gtest.h>

#include "core/trace/checker.h"
#include "sim/session.h"

namespace loom {
namespace {

Spec spec(const std::string& text) {
    const Result<Spec> parsed = parseSpec(text);
    EXPECT_TRUE(parsed.ok()) << text;
    return *parsed;
}

ScenarioFile imageScenario(const std::string& scheduler, std::uint32_t workers) {
    ScenarioFile file;
    file.name = "digits";
    file.scheduler = spec(scheduler);
    file.workload = spec("image-recognition[images=60,partitions=12]");
    file.platform = spec("star[nodes=4]");
    file.real.kernel = spec("inference[repeat=3]");
    file.real.workers = workers;
    return file;
}

ScenarioPtr resolved(ScenarioFile file) {
    Result<ScenarioPtr> scenario = resolveScenario(std::move(file));
    EXPECT_TRUE(scenario.ok()) << (scenario.ok() ? "" : scenario.error().text());
    return *scenario;
}

RealReport runOf(const ScenarioFile& file, RunControl& control) {
    Result<RealReport> report = runReal(resolved(file), control);
    EXPECT_TRUE(report.ok()) << (report.ok() ? "" : report.error().text());
    return std::move(*report);
}

RealReport runOf(const ScenarioFile& file) {
    RunControl control;
    return runOf(file, control);
}

void expectSound(const Run& run) {
    for (const Violation& v : checkTrace(run)) ADD_FAILURE() << v.rule << ": " << v.text;
}

std::size_t countOf(const Trace& trace, RecordKind kind) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < trace.size(); ++i) count += trace[i].kind == kind ? 1 : 0;
    return count;
}

TEST(RunReal, EachImageOnceWhateverTheSchedulerAndTheWorkers) {
    const auto quick = [](const std::string& scheduler, std::uint32_t workers) {
        ScenarioFile file = imageScenario(scheduler, workers);
        file.workload = spec("image-recognition[images=30,partitions=7]");
        file.real.kernel = spec("inference");
        return file;
    };
    const std::vector<ItemAnswer> expected = runOf(quick("fifo", 1)).results.answers;
    ASSERT_EQ(expected.size(), 30u);
    for (const char* scheduler : {"fifo", "heft", "round-robin", "min-min"}) {
        for (const std::uint32_t workers : {1u, 2u, 3u}) {
            const RealReport report = runOf(quick(scheduler, workers));
            EXPECT_EQ(report.run->outcome, Outcome::finished) << report.run->failure;
            EXPECT_EQ(report.run->scenario->platform->totalCores(), workers);
            EXPECT_EQ(report.results.answers, expected) << scheduler << " with " << workers;
            EXPECT_EQ(report.results.duplicates, 0u);
            expectSound(*report.run);
        }
    }
}

TEST(RunReal, PredictsFromMeasuredTimes) {
    const RealReport report = runOf(imageScenario("heft", 2));
    ASSERT_NE(report.predicted, nullptr);
    EXPECT_EQ(report.run->world, WorldKind::real);
    EXPECT_EQ(report.predicted->world, WorldKind::simulated);
    EXPECT_EQ(report.predicted->outcome, Outcome::finished) << report.predicted->failure;
    expectSound(*report.predicted);
    ASSERT_EQ(report.taskSeconds.size(), 25u);
    EXPECT_GT(report.taskSeconds[1], 0) << "the first infer task took time";
    EXPECT_GT(report.measuredMakespan, 0);
    EXPECT_GT(report.predictedMakespan, 0);
    EXPECT_EQ(report.relativeError, (report.predictedMakespan - report.measuredMakespan) / report.measuredMakespan);
    EXPECT_NE(report.results.summary.find("60 images, "), std::string::npos) << report.results.summary;
    std::printf("measured %.4f s, predicted %.4f s, error %.2f %%, overhead %.0f us\n", report.measuredMakespan,
                report.predictedMakespan, report.relativeError * 100, report.overheadSeconds * 1e6);
}

// A worker crashes in the middle of its work and comes back: its attempts count for nothing, the answers are the same.
TEST(RunReal, CrashedWorkersChangeNoAnswer) {
    ScenarioFile file = imageScenario("fifo", 3);
    const RealReport whole = runOf(file);
    for (const char* scheduler : {"fifo", "heft"}) {
        file.scheduler = spec(scheduler);
        const double span = whole.measuredMakespan;
        file.failures.crashes = {{"n1", Time::fromSeconds(span * 0.3), Time::fromSeconds(span * 0.2)},
                                 {"n2", Time::fromSeconds(span * 0.4), Time::never()}};
        const RealReport crashed = runOf(file);
        EXPECT_EQ(crashed.run->outcome, Outcome::finished) << crashed.run->failure;
        EXPECT_EQ(crashed.results.answers, whole.results.answers) << scheduler;
        EXPECT_EQ(crashed.results.labelCounts, whole.results.labelCounts);
        EXPECT_EQ(countOf(*crashed.run->trace, RecordKind::nodeDown), 2u);
        expectSound(*crashed.run);
    }
}

TEST(RunReal, AKilledWorkerIsPredictedToo) {
    ScenarioFile file = imageScenario("fifo", 2);
    file.real.kernel = spec("inference[repeat=20]");
    RunControl control;
    std::thread person([&] {
        while (control.progress.done() < 6) std::this_thread::yield();
        control.post({ControlKind::failNode, NodeId(1)});
    });
    const RealReport report = runOf(file, control);
    person.join();
    EXPECT_EQ(report.run->outcome, Outcome::finished) << report.run->failure;
    EXPECT_EQ(countOf(*report.run->trace, RecordKind::control), 1u);
    EXPECT_EQ(countOf(*report.run->trace, RecordKind::nodeDown), 1u);
    EXPECT_EQ(report.results.answers.size(), 60u);
    expectSound(*report.run);
    ASSERT_NE(report.predicted, nullptr);
    EXPECT_EQ(countOf(*report.predicted->trace, RecordKind::nodeDown), 1u);
    EXPECT_EQ(report.predicted->outcome, Outcome::finished);
}

TEST(RunReal, CancelEndsItSoon) {
    ScenarioFile file = imageScenario("fifo", 2);
    file.real.kernel = spec("inference[repeat=10000]");
    RunControl control;
    std::thread person([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
        control.progress.cancel();
    });
    const RealReport report = runOf(file, control);
    person.join();
    EXPECT_EQ(report.run->outcome, Outcome::cancelled);
    EXPECT_EQ(report.predicted, nullptr);
    EXPECT_EQ((*report.run->trace)[report.run->trace->size() - 1].kind, RecordKind::runEnd);
}

TEST(RunReal, AShapedRunPaysForItsTransfers) {
    ScenarioFile file = imageScenario("round-robin", 2);
    file.workload = spec("image-recognition[images=8,partitions=4,tensor=1MB,image=0B,result=1kB]");
    file.platform = spec("star[nodes=2,bandwidth=1Gbps,latency=1ms]");
    file.real.shaped = true;
    const RealReport report = runOf(file);
    EXPECT_EQ(report.run->outcome, Outcome::finished) << report.run->failure;
    expectSound(*report.run);
    const Trace& trace = *report.run->trace;
    std::size_t shaped = 0;
    for (std::size_t i = 0; i < trace.size(); ++i) {
        if (trace[i].kind != RecordKind::transferBegin) continue;
        const double bytes = report.run->scenario->graph->dataBytes(trace[i].data());
        const auto sameTransfer = [&](const Record& r) {
            return r.kind == RecordKind::transferEnd && r.subject == trace[i].subject && r.b == trace[i].b;
        };
        std::size_t end = i;
        while (end < trace.size() && !sameTransfer(trace[end])) ++end;
        ASSERT_LT(end, trace.size());
        EXPECT_NEAR((trace[end].time - trace[i].time).seconds(), bytes / 125e6 + 0.002, 1e-8) << "unshared: alone on its path";
        ++shaped;
    }
    EXPECT_GT(shaped, 0u);
}

TEST(RunReal, SaysWhatIsWrong) {
    RunControl control;
    ScenarioFile file = imageScenario("fifo", 2);
    file.real.kernel = spec("inference[model=nothing.onnx]");
    EXPECT_FALSE(runReal(resolved(file), control).ok());
    file = imageScenario("fifo", 1000);
    EXPECT_FALSE(runReal(resolved(file), control).ok());
    InlineWorkload wide;
    wide.tasks.push_back({"a", "", 1e6, {}, 2, 0, "", 0, 0});
    file = imageScenario("fifo", 1);
    file.workload = wide;
    file.platform = spec("star[nodes=1,cores=2]");
    const Result<RealReport> report = runReal(resolved(file), control);
    ASSERT_FALSE(report.ok());
    EXPECT_NE(report.error().cause.find("needs 2 cores"), std::string::npos) << report.error().text();
}

TEST(RunReal, TasksWithRuntimesPerNodeRunOnAnyNumberOfWorkers) {
    InlineWorkload workload;
    for (const char* id : {"a", "b", "c"}) workload.tasks.push_back({id, "", 0, {{"P1", 0.01}, {"P2", 0.02}}, 1, 0, "", 0, 0});
    workload.edges.push_back({"a", "b", 10});
    workload.edges.push_back({"a", "c", 0});
    ScenarioFile file;
    file.workload = workload;
    InlinePlatform platform;
    for (const char* id : {"P1", "P2"}) {
        InlineNode node;
        node.id = id;
        platform.nodes.push_back(node);
    }
    platform.bandwidth = {1e9};
    platform.latency = {0};
    file.platform = platform;
    file.real.workers = 3;
    const RealReport report = runOf(file);
    EXPECT_EQ(report.run->outcome, Outcome::finished) << report.run->failure;
    expectSound(*report.run);
    for (const double seconds : report.taskSeconds) EXPECT_GE(seconds, 0.0149) << "the mean of the recorded runtimes";
    EXPECT_TRUE(report.results.answers.empty());
    ASSERT_NE(report.predicted, nullptr);
    EXPECT_GE(report.predictedMakespan, 0.0299);
}

}  // namespace
}  // namespace loom
