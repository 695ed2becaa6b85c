// Traces of real simulations: what Replay, Timeline, Metrics and the series say of one trace must agree, and the
// checker must notice when any record that matters is taken out or moved.
#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/trace/checker.h"
#include "core/trace/metrics.h"
#include "core/trace/replay.h"
#include "core/trace/timeline.h"
#include "sim/session.h"

namespace loom {
namespace {

// A graph with transfers on a cluster whose first node crashes twice.
RunPtr simulated(const std::string& scheduler) {
    ScenarioFile file;
    file.scheduler = parseSpec(scheduler).value();
    file.workload = parseSpec("layered[tasks=120,width=8]").value();
    file.platform = parseSpec("star[nodes=4,cores=2,bandwidth=1Gbps,storage=true]").value();
    const auto whole = resolveScenario(file);
    EXPECT_TRUE(whole.ok()) << whole.error().text();
    const Time longest = Time::fromSeconds(criticalPathBound(*(*whole)->graph, *(*whole)->platform));
    const auto part = [&](double share) { return Time::fromSeconds(longest.seconds() * share); };
    file.failures.crashes = {{"n0", part(0.4), part(0.1)}, {"n0", part(0.9), part(0.1)}};
    const auto scenario = resolveScenario(file);
    EXPECT_TRUE(scenario.ok()) << scenario.error().text();
    RunControl control;
    return simulate(*scenario, control).value();
}

class EngineTraces : public testing::TestWithParam<const char*> {
protected:
    void SetUp() override {
        run = simulated(GetParam());
        ASSERT_EQ(run->outcome, Outcome::finished) << run->failure;
    }
    [[nodiscard]] const TaskGraph& graph() const { return *run->scenario->graph; }
    [[nodiscard]] const Platform& platform() const { return *run->scenario->platform; }

    RunPtr run;
};

TEST_P(EngineTraces, AreSoundAndTheCrashesShow) {
    EXPECT_TRUE(checkTrace(*run).empty()) << checkTrace(*run).front().text;
    EXPECT_GT(computeMetrics(*run).wastedSeconds, 0);
    EXPECT_GT(computeMetrics(*run).downSeconds, 0);
}

TEST_P(EngineTraces, LeaveNothingHeldAtTheEnd) {
    Replay replay(graph(), platform(), *run->trace);
    replay.seekTime(Time::never());
    EXPECT_EQ(replay.countOf(TaskState::done), graph().taskCount());
    for (const NodeStatus& node : replay.nodes()) {
        EXPECT_EQ(node.busyCores, 0u);
        EXPECT_EQ(node.heldCores, 0u);
        EXPECT_EQ(node.queued, 0u);
    }
}

TEST_P(EngineTraces, NoNodeShowsMoreThanItsCoresAtAnyRecord) {
    Replay replay(graph(), platform(), *run->trace);
    for (std::size_t i = 1; i <= run->trace->size(); ++i) {
        replay.seekRecord(i);
        std::size_t running = 0;
        for (std::size_t n = 0; n < platform().nodeCount(); ++n) {
            ASSERT_LE(replay.nodes()[n].heldCores, platform().node(NodeId(n)).cores) << i;
            ASSERT_LE(replay.nodes()[n].busyCores, replay.nodes()[n].heldCores) << i;
            running += replay.nodes()[n].busyCores;
        }
        ASSERT_LE(running, platform().totalCores());
    }
}

TEST_P(EngineTraces, TheSeriesAgreeWithReplay) {
    const Series busy = busyCoresSeries(*run);
    const Series ready = readySeries(*run);
    const Series transfers = transferSeries(*run);
    const auto valueAt = [](const Series& series, double time) {
        const auto after = std::upper_bound(series.time.begin(), series.time.end(), time);
        return series.value[static_cast<std::size_t>(after - series.time.begin()) - 1];
    };
    Replay replay(graph(), platform(), *run->trace);
    for (std::size_t i = 0; i < run->trace->size(); i += 7) {
        const Time time = (*run->trace)[i].time;
        replay.seekTime(time);
        std::uint32_t cores = 0;
        for (const NodeStatus& node : replay.nodes()) cores += node.busyCores;
        ASSERT_EQ(valueAt(busy, time.seconds()), cores) << time.seconds();
        ASSERT_EQ(valueAt(ready, time.seconds()), static_cast<double>(replay.countOf(TaskState::ready))) << time.seconds();
        ASSERT_EQ(valueAt(transfers, time.seconds()), static_cast<double>(replay.transfers().size())) << time.seconds();
    }
}

TEST_P(EngineTraces, TheBarsAddUpToTheMetrics) {
    Timeline timeline(graph(), platform(), *run->trace);
    timeline.update();
    const Metrics metrics = computeMetrics(*run);
    double committed = 0;
    double lost = 0;
    std::size_t attempts = 0;
    Time last;
    for (const Bar& bar : timeline.bars()) {
        const double coreSeconds = (bar.end - bar.begin).seconds() * bar.lanes;
        if (bar.kind == BarKind::compute) committed += coreSeconds;
        if (bar.kind == BarKind::lost) lost += coreSeconds;
        if (bar.kind == BarKind::compute) last = std::max(last, bar.end);
        attempts += bar.kind == BarKind::compute || bar.kind == BarKind::lost ? 1 : 0;
        EXPECT_NE(bar.kind, BarKind::running);
    }
    EXPECT_NEAR(metrics.busySeconds, committed, 1e-9 * committed);
    EXPECT_GE(metrics.wastedSeconds, lost * (1 - 1e-9));  // and committed work that ran again
    EXPECT_EQ(metrics.attempts, attempts);
    EXPECT_EQ(metrics.makespan, last.seconds());
    const double sum = std::accumulate(metrics.nodeUtilisation.begin(), metrics.nodeUtilisation.end(), 0.0);
    EXPECT_NEAR(metrics.utilisation, sum / 4, 1e-9);  // four nodes of two cores, and storage
}

TEST_P(EngineTraces, TheCheckerNoticesEveryMissingRecordThatMatters) {
    std::size_t unnoticed = 0;
    std::size_t tried = 0;
    for (std::size_t hole = 0; hole < run->trace->size(); ++hole) {
        const RecordKind kind = (*run->trace)[hole].kind;
        // An end without begin, a begin without end. (A missing last arrival may be one nobody waited for.)
        if (kind != RecordKind::computeBegin && kind != RecordKind::computeEnd && kind != RecordKind::computeFailed &&
            kind != RecordKind::transferBegin) {
            continue;
        }
        loom::Run damaged = *run;
        damaged.trace = std::make_shared<Trace>();
        for (std::size_t i = 0; i < run->trace->size(); ++i) {
            if (i != hole) damaged.trace->append((*run->trace)[i]);
        }
        ++tried;
        unnoticed += checkTrace(damaged, 1).empty() ? 1 : 0;
    }
    EXPECT_GT(tried, 240u);
    EXPECT_EQ(unnoticed, 0u);
}

TEST_P(EngineTraces, TheCheckerNoticesABeginThatIsTooEarly) {
    // Each begin moved to the front of the instant before: its input, predecessor, slot or placement is not there yet.
    std::size_t unnoticed = 0;
    std::size_t tried = 0;
    for (std::size_t at = 1; at < run->trace->size(); ++at) {
        const Record& begin = (*run->trace)[at];
        if (begin.kind != RecordKind::computeBegin || graph().inputs(begin.task()).empty()) continue;
        loom::Run damaged = *run;
        damaged.trace = std::make_shared<Trace>();
        Record early = begin;
        early.time = Time::zero();
        damaged.trace->append(early);
        for (std::size_t i = 0; i < run->trace->size(); ++i) {
            if (i != at) damaged.trace->append((*run->trace)[i]);
        }
        ++tried;
        unnoticed += checkTrace(damaged, 1).empty() ? 1 : 0;
    }
    EXPECT_GT(tried, 100u);
    EXPECT_EQ(unnoticed, 0u);
}

INSTANTIATE_TEST_SUITE_P(Schedulers, EngineTraces, testing::Values("fifo", "heft", "min-min"),
                         [](const testing::TestParamInfo<const char*>& entry) {
                             std::string name = entry.param;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

}  // namespace
}  // namespace loom
