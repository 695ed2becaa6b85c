// Every entry of the registry over random problems: each plan is sound and equals what nodes would do with it.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/core/schedule/plan_checker.h"
#include "tests/core/schedule/random_problem.h"

namespace loom::test {

namespace {

void sweep(ProblemKind kind) {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const std::unique_ptr<Instance> problem = randomProblem(seed, kind);
    for (const std::string& form : staticForms()) {
        const Plan plan = planWith(form, problem->estimate, seed);
        const std::string fault = faultOf(plan.placements, problem->estimate);
        if (!fault.empty()) RC_FAIL(form + ": " + fault);
        if (!kind.particular && plan.makespan < lowerBound(problem->estimate) - 1e-9) RC_FAIL(form + ": below the lower bound");
        RC_ASSERT(plan.decisions.size() == plan.placements.size());
        RC_ASSERT(plan.priorities.empty() || plan.priorities.size() == problem->graph.taskCount());
        for (std::size_t i = 0; i < plan.decisions.size(); ++i) {
            const Decision& decision = plan.decisions[i];
            RC_ASSERT(decision.step == i);
            RC_ASSERT(decision.chosen == plan.byTask[decision.task.index()].node);
            RC_ASSERT(decision.candidates.size() == problem->estimate.workers().size());
            RC_ASSERT(!decision.rule.empty() && !decision.scoreName.empty());
        }
    }
}

TEST(Sweep, HoldsEveryStaticScheduler) { EXPECT_GE(staticForms().size(), 13u); }

RC_GTEST_PROP(Sweep, PlainProblems, ()) { sweep({}); }
RC_GTEST_PROP(Sweep, TasksOfNoWork, ()) { sweep({.zeros = true}); }
RC_GTEST_PROP(Sweep, NodesOfSeveralCores, ()) { sweep({.wide = true}); }
RC_GTEST_PROP(Sweep, NodesOfSeveralCoresAndTasksOfNoWork, ()) { sweep({.zeros = true, .wide = true}); }
RC_GTEST_PROP(Sweep, TasksOnlySomeNodesCanRun, ()) { sweep({.wide = true, .particular = true}); }
RC_GTEST_PROP(Sweep, StagedInputsAndLatency, ()) { sweep({.storage = true}); }
RC_GTEST_PROP(Sweep, IdsThatAreNotTopological, ()) { sweep({.zeros = true, .shuffled = true}); }
RC_GTEST_PROP(Sweep, TasksThatMayNotStartAtOnce, ()) { sweep({.wide = true, .storage = true, .released = true}); }

}  // namespace

}  // namespace loom::test
