// Whole runs whose tasks share the cores of their node, against times worked out by hand. Every trace satisfies the judge,
// which adds up every task's shares.
#include <gtest/gtest.h>

#include "core/trace/checker.h"
#include "core/trace/metrics.h"
#include "sim/session.h"

namespace loom {
namespace {

ScenarioPtr scenarioOf(const std::string& members) {
    const Result<ScenarioFile> file = parseScenario("{\"clusterloom\": 1, " + members + "}", "");
    EXPECT_TRUE(file.ok()) << file.error().text();
    const Result<ScenarioPtr> scenario = resolveScenario(*file);
    EXPECT_TRUE(scenario.ok()) << scenario.error().text();
    return *scenario;
}

RunPtr runOf(const std::string& members, RecordDetail detail = RecordDetail::full) {
    RunControl control;
    RunPtr run = simulate(scenarioOf(members), control, {}, detail).value();
    EXPECT_EQ(run->outcome, Outcome::finished) << run->failure;
    for (const Violation& v : checkTrace(*run)) ADD_FAILURE() << v.rule << ": " << v.text;
    return run;
}

// When the tasks commit, in seconds, as "a 3, b 4".
std::string endsOf(const Run& run) {
    std::string out;
    for (std::size_t i = 0; i < run.trace->size(); ++i) {
        const Record& record = (*run.trace)[i];
        if (record.kind != RecordKind::computeEnd) continue;
        out += (out.empty() ? "" : ", ") + std::string(run.scenario->graph->name(record.task())) + " " +
               formatNumber(record.time.seconds(), 10);
    }
    return out;
}

// One node of 1 flop/s a core.
std::string onNode(const std::string& node, const std::string& tasks, const std::string& more = "", const char* degree = "2") {
    return R"("scheduler": "fifo", "compute": "sharing[degree=)" + std::string(degree) +
           R"(]", "platform": {"nodes": [{"id": "n", "speed": 1, )" + node + R"(}]}, "workload": {"tasks": [)" + tasks + "]}" +
           more;
}

const char* const kFour = R"({"id": "a", "work": 2}, {"id": "b", "work": 4}, {"id": "c", "work": 1}, {"id": "d", "work": 1})";

// At most two at once: a and b share until a has its 2 s at 4 s; b has 2 s left and shares with c until 6 s, then with d:
// both are through at 8 s.
TEST(Sharing, ANodeTakesAsManyAsItsDegreeSays) {
    const RunPtr run = runOf(onNode(R"("cores": 1)", kFour));
    EXPECT_EQ(endsOf(*run), "a 4, c 6, b 8, d 8");
    const Metrics metrics = computeMetrics(*run);
    EXPECT_DOUBLE_EQ(metrics.utilisation, 1);
    EXPECT_DOUBLE_EQ(metrics.busySeconds, 8);
    EXPECT_DOUBLE_EQ(metrics.nodeUtilisation[0], 1);
    EXPECT_DOUBLE_EQ(metrics.areaBound, 8);
    EXPECT_EQ(busyCoresSeries(*run).value, (std::vector<double>{1, 0}));
}

TEST(Sharing, TheTotalsCountSharesToo) {
    const RunPtr run = runOf(onNode(R"("cores": 1)", kFour), RecordDetail::none);
    const Metrics metrics = computeMetrics(*run);
    EXPECT_DOUBLE_EQ(metrics.busySeconds, 8);
    EXPECT_DOUBLE_EQ(metrics.utilisation, 1);
}

// Amdahl: on two cores b takes 4 x (1/2 + 1/4) = 3 s alone. a and b share the two cores: a gets its one, b one of two.
// At 2 s b has had 1 s and gets both.
TEST(Sharing, ATaskThatScalesTakesTheTimeOfItsCores) {
    const RunPtr run =
        runOf(onNode(R"("cores": 2)", R"({"id": "a", "work": 2}, {"id": "b", "work": 4, "cores": 2, "serialFraction": 0.5})"));
    EXPECT_EQ(endsOf(*run), "a 2, b 4");
    EXPECT_DOUBLE_EQ(computeMetrics(*run).busySeconds, 2 + 6);
}

// a and b have had 1 s each when the node fails at 2 s; it comes back at 5 s and both begin again.
TEST(Sharing, ACrashCutsOffEverybodyOnTheNode) {
    const RunPtr run = runOf(onNode(R"("cores": 1)", R"({"id": "a", "work": 2}, {"id": "b", "work": 3})",
                                    R"(, "failures": {"crashes": [{"node": "n", "at": 2, "repair": 3}]})"));
    EXPECT_EQ(endsOf(*run), "a 9, b 10");
    const Metrics metrics = computeMetrics(*run);
    EXPECT_DOUBLE_EQ(metrics.wastedSeconds, 2);
    EXPECT_DOUBLE_EQ(metrics.busySeconds, 5);
}

// Full speed for 2 s, then half: 1 s of each, then 1/4 of a second a second for a's other second until 6 s; b then has
// 1 s left alone at half speed.
TEST(Sharing, ASlowNodeSlowsEverybodyDown) {
    const RunPtr run = runOf(onNode(R"("cores": 1)", R"({"id": "a", "work": 2}, {"id": "b", "work": 3})",
                                    R"(, "failures": {"slowdowns": [{"node": "n", "at": 2, "factor": 2}]})"));
    EXPECT_EQ(endsOf(*run), "a 6, b 8");
    const RunPtr profiled = runOf(
        onNode(R"("cores": 1, "speedProfile": {"points": [[2, 0.5]]})", R"({"id": "a", "work": 2}, {"id": "b", "work": 3})"));
    EXPECT_EQ(endsOf(*profiled), "a 6, b 8");
}

// 3 B of memory: b waits for a's. c is let in beside a.
TEST(Sharing, WhoDoesNotFitTheMemoryWaits) {
    const RunPtr run = runOf(onNode(
        R"("cores": 1, "memory": 3)",
        R"({"id": "a", "work": 1, "memory": 2}, {"id": "b", "work": 1, "memory": 2}, {"id": "c", "work": 2, "memory": 1})"));
    EXPECT_EQ(endsOf(*run), "a 2, b 4, c 4");
}

// One gpu of 1 flop/s: g and h one after the other at full pace, while a and b share the core. The node takes four at once.
TEST(Sharing, AnAcceleratorIsNotShared) {
    const RunPtr run =
        runOf(onNode(R"("cores": 1, "accelerators": [{"kind": "gpu", "speed": 1}])",
                     R"({"id": "a", "work": 3}, {"id": "b", "work": 3}, {"id": "g", "work": 2, "accelerator": "gpu"},
                                       {"id": "h", "work": 2, "accelerator": "gpu"})",
                     "", "4"));
    EXPECT_EQ(endsOf(*run), "g 2, h 4, a 6, b 6");
    EXPECT_DOUBLE_EQ(computeMetrics(*run).utilisation, 1);
}

// A degree of one, and any degree that is never made use of, is the run on slots, record for record.
TEST(Sharing, ADegreeOfOneIsSlots) {
    const std::string rest =
        R"("scheduler": "heft", "seed": 3, "platform": "star[nodes=3,cores=2,heterogeneity=uniform]", "workload": "cholesky")";
    const RunPtr slots = runOf(rest);
    EXPECT_EQ(fingerprint(*runOf(R"("compute": "sharing[degree=1]", )" + rest)->trace), fingerprint(*slots->trace));
    const std::string chain = R"("scheduler": "fifo", "platform": "star[nodes=2]", "workload": "chain[tasks=30]")";
    EXPECT_EQ(fingerprint(*runOf(R"("compute": "sharing[degree=3]", )" + chain)->trace), fingerprint(*runOf(chain)->trace));
}

// Two tasks on one core until 4 s: what the judge says when a trace claims an end that shares do not explain.
TEST(Sharing, TheJudgeAddsUpShares) {
    const RunPtr run = runOf(onNode(R"("cores": 1)", R"({"id": "a", "work": 2}, {"id": "b", "work": 2})"));
    for (const double end : {3.0, 3.999999, 4.000001, 5.0}) {
        auto forged = std::make_shared<loom::Run>(*run);
        forged->trace = std::make_shared<Trace>();
        for (std::size_t i = 0; i < run->trace->size(); ++i) {
            Record record = (*run->trace)[i];
            if (record.time == Time::fromSeconds(4)) record.time = Time::fromSeconds(end);
            forged->trace->append(record);
        }
        const std::vector<Violation> violations = checkTrace(*forged);
        ASSERT_FALSE(violations.empty()) << end;
        EXPECT_EQ(violations[0].rule, "shares") << end;
        EXPECT_TRUE(violations[0].text.find("of 2 core-seconds") != std::string::npos ||
                    violations[0].text.find("more than its 2") != std::string::npos)
            << violations[0].text;
    }
}

TEST(Sharing, TheJudgeKnowsTheLanes) {
    const RunPtr run = runOf(onNode(R"("cores": 1)", R"({"id": "a", "work": 2}, {"id": "b", "work": 2})"));
    auto forged = std::make_shared<loom::Run>(*run);
    forged->trace = std::make_shared<Trace>();
    for (std::size_t i = 0; i < run->trace->size(); ++i) {
        Record record = (*run->trace)[i];
        if (record.kind == RecordKind::taskPlaced || record.kind == RecordKind::computeBegin ||
            record.kind == RecordKind::computeEnd)
            if (record.b == 1) record.b = 2;
        forged->trace->append(record);
    }
    const std::vector<Violation> violations = checkTrace(*forged);
    ASSERT_FALSE(violations.empty());
    EXPECT_EQ(violations[0].rule, "slots");
}

// Every scheduler gets through, on nodes of several cores with tasks of several, and fills no node beyond its cores.
TEST(Sharing, EverySchedulerCanUseIt) {
    for (const RegistryEntry& entry : schedulerRegistry()) {
        SCOPED_TRACE(entry.name);
        const RunPtr run = runOf(R"("compute": "sharing[degree=3]", "scheduler": ")" + entry.name +
                                 R"(", "platform": "star[nodes=3,cores=2,bandwidth=1Gbps]", "workload": "montage")");
        const Metrics metrics = computeMetrics(*run);
        EXPECT_LE(metrics.utilisation, 1);
        EXPECT_GT(metrics.utilisation, 0);
        for (const double use : metrics.nodeUtilisation) EXPECT_LE(use, 1 + 1e-9);
        for (const double busy : utilisationSeries(*run, 50).value) EXPECT_LE(busy, 1 + 1e-9);
    }
}

}  // namespace
}  // namespace loom
