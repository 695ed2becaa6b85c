#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/base/rng.h"
#include "core/graph/graph_builder.h"
#include "core/trace/recorded_trace.h"
#include "core/trace/timeline.h"

namespace loom::test {

namespace {

Scenario scenarioOf(const std::vector<std::uint32_t>& cores, RecordedRun record) {
    GraphBuilder builder;
    for (std::size_t t = 0; t < cores.size(); ++t) {
        TaskAttributes task;
        task.name = "t" + std::to_string(t);
        task.cores = cores[t];
        builder.addTask(task);
    }
    Scenario scenario;
    scenario.graph = std::make_shared<const TaskGraph>(builder.build().value());
    scenario.recorded = std::make_shared<const RecordedRun>(std::move(record));
    return scenario;
}

std::vector<Bar> barsOf(const Run& run) {
    Timeline timeline(*run.scenario->graph, *run.scenario->platform, *run.trace);
    timeline.update();
    return timeline.bars();
}

TEST(RecordedTrace, TasksStandOnTheirMachinesAtTheirTimes) {
    RecordedRun record;
    record.machines = {{"b", {}, {}, {}}, {"a", 8, {}, {}}};
    record.machine = {1, 0, 1, RecordedRun::kNoMachine};
    record.start = {0, 2, 1.5, RecordedRun::kUnknown};
    record.finish = {2, 3, 4, 9};
    record.makespan = 10;
    const RunPtr run = runOfRecord(scenarioOf({1, 1, 1, 1}, record)).value();
    const Platform& platform = *run->scenario->platform;
    ASSERT_EQ(platform.nodeCount(), 2u);
    EXPECT_EQ(platform.node(NodeId(0)).name, "b");
    EXPECT_EQ(platform.node(NodeId(1)).cores, 2u);  // two at once, whatever the machine has
    EXPECT_EQ(run->trace->end(), Time::fromSeconds(10));
    EXPECT_EQ(run->outcome, Outcome::finished);
    const std::vector<Bar> bars = barsOf(*run);
    ASSERT_EQ(bars.size(), 3u);  // the fourth states no start
    EXPECT_EQ(bars[1].task, TaskId(2));
    EXPECT_EQ(bars[1].begin, Time::fromSeconds(1.5));
    EXPECT_EQ(bars[1].end, Time::fromSeconds(4));
    EXPECT_EQ(bars[1].node, NodeId(1));
    EXPECT_EQ(bars[1].lane, 1u);
}

TEST(RecordedTrace, ATaskWithoutAMachineStandsOnOneWithoutAName) {
    RecordedRun record;
    record.machines = {{"?", {}, {}, {}}};
    record.machine = {0, RecordedRun::kNoMachine};
    record.start = {0, 0};
    record.finish = {1, 1};
    const RunPtr run = runOfRecord(scenarioOf({1, 3}, record)).value();
    EXPECT_EQ(run->scenario->platform->node(NodeId(1)).name, "??");
    EXPECT_EQ(run->scenario->platform->node(NodeId(1)).cores, 3u);
}

TEST(RecordedTrace, WithoutARecordThereIsOnlyTheEnd) {
    Scenario scenario = scenarioOf({1}, {});
    EXPECT_TRUE(barsOf(*runOfRecord(scenario).value()).empty());
    scenario.recorded = nullptr;
    EXPECT_EQ(runOfRecord(scenario).value()->trace->size(), 1u);
}

RC_GTEST_PROP(RecordedTrace, NoTwoTasksHaveACoreAtOnce, (std::uint64_t seed)) {
    RandomStream random(seed, Purpose::test, 0);
    RecordedRun record;
    record.machines = {{"a", {}, {}, {}}, {"b", {}, {}, {}}};
    std::vector<std::uint32_t> cores;
    for (std::size_t t = 0; t < 40; ++t) {
        cores.push_back(static_cast<std::uint32_t>(1 + random.below(3)));
        record.machine.push_back(static_cast<std::uint32_t>(random.below(2)));
        record.start.push_back(static_cast<double>(random.below(30)));
        record.finish.push_back(record.start.back() + static_cast<double>(random.below(9)));
    }
    const RunPtr run = runOfRecord(scenarioOf(cores, record)).value();
    const std::vector<Bar> bars = barsOf(*run);
    RC_ASSERT(bars.size() == cores.size());
    for (const Bar& bar : bars) {
        RC_ASSERT(bar.kind == BarKind::compute);
        RC_ASSERT(bar.node.value == record.machine[bar.task.index()]);
        RC_ASSERT(bar.begin == Time::fromSeconds(record.start[bar.task.index()]));
        RC_ASSERT(bar.end == Time::fromSeconds(record.finish[bar.task.index()]));
        RC_ASSERT(bar.lane + bar.lanes <= run->scenario->platform->lanes(bar.node));
        for (const Bar& other : bars) {
            if (other.task == bar.task || other.node != bar.node) continue;
            const bool apart = other.lane >= bar.lane + bar.lanes || bar.lane >= other.lane + other.lanes;
            RC_ASSERT(apart || other.begin >= bar.end || bar.begin >= other.end);
        }
    }
}

}  // namespace

}  // namespace loom::test
