// Named list schedulers are points of the parametric space: the same schedule, task by task.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/core/schedule/plan_checker.h"
#include "tests/core/schedule/random_problem.h"
#include "tests/support/shared_data.h"

namespace loom::test {

namespace {

const std::vector<std::pair<const char*, const char*>>& points() {
    static const std::vector<std::pair<const char*, const char*>> all = {
        {"heft", "parametric"},
        {"heft[insertion=false]", "parametric[insertion=false]"},
        {"heft[average=bandwidth]", "parametric[priority=b-level-bandwidth]"},
        {"cpop", "parametric[priority=path,critical-path=true]"},
        {"hlfet", "parametric[priority=static-level,comparator=est,insertion=false]"},
        {"sdbats", "parametric[priority=deviation]"},
        {"mct", "parametric[priority=index,insertion=false]"},
        {"met", "parametric[priority=index,comparator=quickest,insertion=false]"},
    };
    return all;
}

void expectSame(const char* named, const char* point, const Estimator& estimate) {
    const Plan a = planWith(named, estimate);
    const Plan b = planWith(point, estimate);
    ASSERT_EQ(a.placements.size(), b.placements.size());
    for (std::size_t i = 0; i < a.byTask.size(); ++i) {
        ASSERT_EQ(a.byTask[i].node, b.byTask[i].node) << named << " task " << i;
        ASSERT_EQ(a.byTask[i].start, b.byTask[i].start) << named << " task " << i;
    }
}

TEST(Parametric, HoldsNamedSchedulersOnTheReferenceInstances) {
    LOOM_NEEDS_SHARED("reference/schedules.json");
    const nlohmann::json all = readShared("reference/schedules.json")["instances"];
    for (const nlohmann::json& one : all) {
        SCOPED_TRACE(one["id"].get<std::string>());
        const auto problem = readInstance(one);
        for (const auto& [named, point] : points()) expectSame(named, point, problem->estimate);
    }
}

RC_GTEST_PROP(Parametric, HoldsNamedSchedulersOnProblemsOfEveryKind, ()) {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    for (const ProblemKind kind : {ProblemKind{.zeros = true, .wide = true, .particular = true},
                                   ProblemKind{.zeros = true, .storage = true, .shuffled = true}}) {
        const auto problem = randomProblem(seed, kind);
        for (const auto& [named, point] : points()) expectSame(named, point, problem->estimate);
        RC_ASSERT(!testing::Test::HasFatalFailure());
    }
}

// MCP parts equal latest starts by those of descendants; where all differ it is a point too.
TEST(Parametric, HoldsMcpWhereNoLatestStartsAreEqual) {
    const auto problem = related({3, 5, 2, 7, 4}, {1, 1, 1}, {{0, 2, 1}, {1, 2, 2}, {1, 3, 1}, {2, 4, 3}});
    expectSame("mcp", "parametric[priority=alap,comparator=est]", problem->estimate);
}

TEST(Parametric, SufferageLetsTheSecondTaskGoFirst) {
    // Ranks 6 and 5.5. Task 0 is as good on either node, task 1 loses 9 without node 0.
    const auto problem = unrelated({{6, 6}, {1, 10}}, {});
    EXPECT_EQ(planWith("parametric", problem->estimate).decisions[0].task, TaskId(0));
    const Plan plan = planWith("parametric[sufferage=true]", problem->estimate);
    EXPECT_EQ(plan.decisions[0].task, TaskId(1));
    EXPECT_EQ(plan.makespan, 6);
}

TEST(Parametric, PinsTheCriticalPathWhateverThePriority) {
    const auto problem = unrelated({{2, 3}, {9, 8}, {1, 1}}, {{0, 1, 50}, {0, 2, 1}});
    const Plan plan = planWith("parametric[priority=index,critical-path=true]", problem->estimate);
    EXPECT_EQ(plan.byTask[0].node, plan.byTask[1].node);
    EXPECT_EQ(plan.byTask[0].node, NodeId(0));  // 11 on either: the lower number
}

}  // namespace

}  // namespace loom::test
