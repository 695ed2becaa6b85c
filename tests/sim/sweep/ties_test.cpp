// Orders change ties and nothing else.
#include "sim/sweep/ties.h"

#include <gtest/gtest.h>

#include "core/scenario/reorder.h"
#include "core/trace/checker.h"
#include "sim/session.h"
#include "tests/support/random_scenario.h"

namespace loom::test {
namespace {

ScenarioPtr scenario(const char* workload, const char* platform, const char* scheduler) {
    ScenarioFile file;
    file.workload = *parseSpec(workload);
    file.platform = *parseSpec(platform);
    file.scheduler = *parseSpec(scheduler);
    return *resolveScenario(file);
}

TieSpread spreadOf(const ScenarioPtr& base, std::uint32_t orders) {
    Progress progress;
    const Result<TieSpread> spread = exploreTies(base, orders, progress);
    EXPECT_TRUE(spread) << spread.error().text();
    return *spread;
}

// Random weights leave HEFT no ties but between equal nodes, which are all alike.
TEST(Ties, WithoutTiesEveryOrderIsTheSame) {
    const ScenarioPtr base = scenario("layered[tasks=30,width=6,deps=3]", "star[nodes=4]", "heft");
    const TieSpread spread = spreadOf(base, 30);
    EXPECT_EQ(spread.makespans.size(), 30u);
    EXPECT_EQ(spread.distinct, 1u);
    EXPECT_EQ(spread.asGiven, spread.makespans.front());
}

// In ready order to the lowest idle node, the order is all there is.
TEST(Ties, FifoHangsOnTheOrder) {
    const TieSpread spread = spreadOf(scenario("layered[tasks=30,width=6,deps=3]", "star[nodes=4,speeds=2Gf;1Gf]", "fifo"), 50);
    EXPECT_GT(spread.distinct, 10u);
    EXPECT_LT(spread.makespans.front(), spread.makespans.back());
}

TEST(Ties, TheSameSeedDrawsTheSameOrders) {
    const ScenarioPtr base = scenario("layered[tasks=30,width=6,deps=3]", "star[nodes=3]", "fifo");
    EXPECT_EQ(spreadOf(base, 20).makespans, spreadOf(base, 20).makespans);
}

TEST(Ties, RefusesWhatIsDrawnByIndex) {
    ScenarioFile file = scenario("layered[tasks=30,width=6,deps=3]", "star[nodes=3]", "fifo")->file;
    file.information = *parseSpec("noisy[sigma=0.6]");
    Progress progress;
    EXPECT_FALSE(exploreTies(*resolveScenario(file), 5, progress));
    file.information = *parseSpec("exact");
    RandomFailures failing;
    failing.meanTimeToFailure = 100;
    file.failures.random.push_back(failing);
    EXPECT_FALSE(exploreTies(*resolveScenario(file), 5, progress));
}

// Back and forth is the scenario again, to the fingerprint, whatever it holds.
TEST(Reorder, TwiceIsTheScenarioAgain) {
    std::size_t compared = 0;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const Result<ScenarioPtr> base = resolveScenario(randomScenario(seed));
        ASSERT_TRUE(base) << base.error().text();
        const std::size_t tasks = (*base)->graph->taskCount(), nodes = (*base)->platform->nodeCount();
        std::vector<TaskId> taskOrder;
        std::vector<NodeId> nodeOrder;
        for (std::size_t i = tasks; i-- > 0;) taskOrder.emplace_back(i);
        for (std::size_t i = nodes; i-- > 0;) nodeOrder.emplace_back(i);
        const Result<ScenarioPtr> once = reordered(**base, taskOrder, nodeOrder);
        ASSERT_TRUE(once) << seed << ": " << once.error().text();
        EXPECT_EQ((*once)->graph->name(TaskId(0)), (*base)->graph->name(TaskId(tasks - 1)));
        const Result<ScenarioPtr> twice = reordered(**once, taskOrder, nodeOrder);
        ASSERT_TRUE(twice) << seed << ": " << twice.error().text();
        RunControl control;
        const RunPtr first = *simulate(*base, control), other = *simulate(*once, control), second = *simulate(*twice, control);
        EXPECT_TRUE(checkTrace(*other).empty()) << seed;
        EXPECT_EQ(second->totals.lastCommit, first->totals.lastCommit) << seed;
        ++compared;
    }
    EXPECT_EQ(compared, 60u);
}

}  // namespace
}  // namespace loom::test
