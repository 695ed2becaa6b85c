// FLB, FCP, HBMCT, DSC, GDL, IPPTS, WBA and Duplex: no recorded results, so worked by hand or held to what defines them.
#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/schedule/dominant_sequence.h"
#include "core/schedule/last_message.h"
#include "tests/core/schedule/plan_checker.h"
#include "tests/core/schedule/random_problem.h"

namespace loom::test {

namespace {

// The shape of a random problem on m equal nodes and links: what FCP and FLB are made for.
std::unique_ptr<Instance> equalNodes(std::uint64_t seed, std::size_t m) {
    const auto shape = randomProblem(seed, {});
    std::vector<double> work;
    std::vector<EdgeOf> edges;
    for (std::size_t i = 0; i < shape->graph.taskCount(); ++i) {
        work.push_back(shape->graph.work(TaskId(i)));
        for (const EdgeId edge : shape->graph.outEdges(TaskId(i)))
            edges.push_back({static_cast<std::uint32_t>(i), shape->graph.target(edge).value, shape->graph.edgeBytes(edge)});
    }
    return related(work, std::vector<double>(m, 1), edges);
}

// Calls `each(state before the decision, ready tasks, the decision's placement)` for every decision of a plan.
template <class Each>
void replay(const Instance& problem, const Plan& plan, Each each) {
    const View view{problem.estimate, Time::zero(), {}, {}, nullptr, 1};
    PartialSchedule state(view, Fill::append, {}, nullptr);
    for (const Decision& decision : plan.decisions) {
        std::vector<TaskId> ready;
        for (std::size_t i = 0; i < problem.graph.taskCount(); ++i) {
            const TaskSpan parents = problem.graph.predecessors(TaskId(i));
            if (!state.isPlaced(TaskId(i)) &&
                std::all_of(parents.begin(), parents.end(), [&](TaskId p) { return state.isPlaced(p); }))
                ready.emplace_back(i);
        }
        const Placement& made = plan.byTask[decision.task.index()];
        each(state, ready, made);
        state.place(decision.task, state.candidate(decision.task, made.node, state.dataReady(decision.task, made.node)), 0);
    }
}

// The theorem of the paper: on equal nodes no pair of ready task and node starts earlier than the one chosen.
RC_GTEST_PROP(Flb, StartsWhatCanStartFirst, ()) {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const auto problem = equalNodes(seed, 1 + seed % 5);
    replay(*problem, planWith("flb", problem->estimate),
           [&](PartialSchedule& state, const std::vector<TaskId>& ready, const Placement& made) {
               Time earliest = Time::never();
               for (const TaskId task : ready)
                   for (const NodeId node : state.workers())
                       earliest = std::min(earliest, state.candidate(task, node, state.dataReady(task, node)).start);
               RC_ASSERT(made.start == earliest);
           });
}

// On equal nodes the two that FCP looks at are enough: no node lets the chosen task start earlier.
RC_GTEST_PROP(Fcp, StartsItsTaskAsEarlyAsAnyNodeCould, ()) {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const auto problem = equalNodes(seed, 1 + seed % 5);
    const Plan plan = planWith("fcp", problem->estimate);
    replay(*problem, plan, [&](PartialSchedule& state, const std::vector<TaskId>&, const Placement& made) {
        for (const NodeId node : state.workers())
            RC_ASSERT(made.start <= state.candidate(made.task, node, state.dataReady(made.task, node)).start);
    });
}

// With a list long enough the ready task of highest bottom level goes first.
RC_GTEST_PROP(Fcp, TakesTheHighestBottomLevelFirst, ()) {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const auto problem = equalNodes(seed, 2);
    const Plan plan = planWith("fcp[sorted=1000]", problem->estimate);
    replay(*problem, plan, [&](PartialSchedule&, const std::vector<TaskId>& ready, const Placement& made) {
        for (const TaskId task : ready) RC_ASSERT(plan.priorities[task.index()] <= plan.priorities[made.task.index()]);
    });
}

TEST(Fcp, QueuesWhatTheSortedListCannotHold) {
    // Ranks 1, 2, 3, 4. A list of one holds task 0 first, then the others in order of arrival.
    const auto problem = related({1, 2, 3, 4}, {1}, {});
    const auto orderOf = [&](const char* form) {
        std::vector<std::size_t> order;
        for (const Decision& d : planWith(form, problem->estimate).decisions) order.push_back(d.task.index());
        return order;
    };
    EXPECT_EQ(orderOf("fcp[sorted=1]"), (std::vector<std::size_t>{0, 1, 2, 3}));
    EXPECT_EQ(orderOf("fcp[sorted=2]"), (std::vector<std::size_t>{1, 2, 3, 0}));
    EXPECT_EQ(orderOf("fcp[sorted=4]"), (std::vector<std::size_t>{3, 2, 1, 0}));
}

TEST(Hbmct, MovesATaskOffTheNodeThatEndsLast) {
    // By rank: task 0 to node 0 (4), task 1 behind it (5); then task 0 is better off on node 1 (4.5).
    const auto problem = unrelated({{4, 4.5}, {1, 7.4}}, {});
    const Plan plan = planWith("hbmct", problem->estimate);
    EXPECT_EQ(plan.byTask[0].node, NodeId(1));
    EXPECT_EQ(plan.byTask[1].node, NodeId(0));
    EXPECT_EQ(plan.byTask[1].start, Time::zero());  // its node's part is ordered anew
    EXPECT_EQ(plan.makespan, 4.5);
}

TEST(Hbmct, OrdersTheNextGroupByEarliestStart) {
    // Groups {0} and {1, 2}: task 2 has the higher rank, but both are ready at once, so index order decides.
    const auto problem = related({2, 1, 3}, {1}, {{0, 1, 5}, {0, 2, 5}});
    const Plan plan = planWith("hbmct", problem->estimate);
    EXPECT_EQ(plan.byTask[1].start.seconds(), 2);
    EXPECT_EQ(plan.byTask[2].start.seconds(), 3);
}

RC_GTEST_PROP(Gdl, WithoutItsTermsIsDls, ()) {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const auto problem = randomProblem(seed, {.zeros = true});
    const Plan dls = planWith("dls", problem->estimate);
    const Plan gdl = planWith("gdl[descendants=false,scarcity=false]", problem->estimate);
    for (std::size_t i = 0; i < dls.byTask.size(); ++i) {
        RC_ASSERT(gdl.byTask[i].node == dls.byTask[i].node);
        RC_ASSERT(gdl.byTask[i].start == dls.byTask[i].start);
    }
}

TEST(Gdl, CountsWhatTheMainChildNeeds) {
    // Task 0 is as fast on both nodes; its child is fast on node 1 only and gets 10 bytes. Medians: w*(0) = 2, w*(1) = 5.5,
    // SL* = 7.5. DL1 = 7.5 on both; DC = 5.5 - min(10, 10 + 1) = -4.5 on node 0, 5.5 - min(1, 10 + 10) = 4.5 on node 1.
    const auto problem = unrelated({{2, 2}, {10, 1}}, {{0, 1, 10}});
    const Plan dl2 = planWith("gdl[scarcity=false]", problem->estimate);
    EXPECT_EQ(dl2.decisions[0].candidates[0].score, -3);
    EXPECT_EQ(dl2.decisions[0].candidates[1].score, -12);
    EXPECT_EQ(dl2.makespan, 3);
    EXPECT_EQ(planWith("dls", problem->estimate).makespan, 12);
    // Without its preferred node the task loses 9.
    EXPECT_EQ(planWith("gdl", problem->estimate).decisions[0].candidates[1].score, -21);
}

TEST(Ippts, WorkedByHand) {
    // PCM(1) = (3, 1). PCM(1, q) + w(1, q) + w(0, q) = 3 + 3 + 2 = 8 and 1 + 1 + 4 = 6; the mean transfer is 1:
    // PCM(0) = (min(8, 6 + 1), min(6, 8 + 1)) = (7, 6). Priority of task 0: 6.5 x one child.
    const auto problem = unrelated({{2, 4}, {3, 1}}, {{0, 1, 1}});
    const Plan plan = planWith("ippts", problem->estimate);
    EXPECT_EQ(plan.priorities, (std::vector<double>{6.5, 0}));
    EXPECT_EQ(plan.decisions[0].candidates[0].score, 7);
    EXPECT_EQ(plan.decisions[0].candidates[1].score, 6);
    EXPECT_EQ(plan.byTask[0].node, NodeId(1));
    EXPECT_EQ(plan.makespan, 5);  // task 1: node 0 4 + 1 + 3 = 8, node 1 4 + 1 = 5
}

TEST(Duplex, IsTheShorterOfItsTwo) {
    bool minWon = false;
    bool maxWon = false;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const auto problem = randomProblem(seed, {});
        const double shorter = planWith("min-min", problem->estimate).makespan;
        const double longer = planWith("max-min", problem->estimate).makespan;
        const Plan plan = planWith("duplex", problem->estimate);
        EXPECT_EQ(plan.makespan, std::min(shorter, longer));
        minWon = minWon || shorter < longer;
        maxWon = maxWon || longer < shorter;
        const std::string winner = shorter <= longer ? "min-min is the shorter: " : "max-min is the shorter: ";
        EXPECT_EQ(plan.decisions[0].rule.rfind(winner, 0), 0u);
    }
    EXPECT_TRUE(minWon && maxWon);
}

TEST(Wba, DrawsAmongThePairsThatLengthenThePlanLeast) {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const auto problem = randomProblem(seed, {});
        const Plan greedy = planWith("wba[alpha=0,restarts=1]", problem->estimate, seed);
        for (const Decision& decision : greedy.decisions) {
            const auto chosen = std::find_if(decision.candidates.begin(), decision.candidates.end(),
                                             [&](const Candidate& c) { return c.node == decision.chosen; });
            for (const Candidate& option : decision.candidates) EXPECT_LE(chosen->score, option.score);
        }
    }
}

TEST(Wba, IsNoWorseWithMoreRestartsAndFollowsTheSeed) {
    std::size_t differs = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const auto problem = randomProblem(seed, {});
        double before = std::numeric_limits<double>::infinity();
        for (const char* form : {"wba[restarts=1]", "wba[restarts=3]", "wba[restarts=30]"}) {
            const double makespan = planWith(form, problem->estimate, 5).makespan;
            EXPECT_LE(makespan, before);
            EXPECT_EQ(makespan, planWith(form, problem->estimate, 5).makespan);
            before = makespan;
        }
        differs += planWith("wba[restarts=1]", problem->estimate, 6).makespan !=
                           planWith("wba[restarts=1]", problem->estimate, 5).makespan
                       ? 1
                       : 0;
    }
    EXPECT_GT(differs, 3u);
}

std::size_t clustersOf(const Instance& problem) { return dominantSequenceClusters(problem.estimate).clusters.size(); }

TEST(Dsc, MergesAlongAChainAndKeepsAForkApart) {
    const auto chain = related({1, 1, 1}, {1, 1}, {{0, 1, 4}, {1, 2, 4}});
    EXPECT_EQ(clustersOf(*chain), 1u);
    EXPECT_EQ(dominantSequenceClusters(chain->estimate).makespan, 3);
    // Fork with cheap messages: task 1 joins the parent, 2 and 3 start sooner on nodes of their own.
    const auto fork = related({1, 5, 5, 5}, {1, 1}, {{0, 1, 1}, {0, 2, 1}, {0, 3, 1}});
    EXPECT_EQ(clustersOf(*fork), 3u);
    EXPECT_EQ(dominantSequenceClusters(fork->estimate).makespan, 7);
    // Messages dearer than all the work: one cluster.
    const auto dear = related({1, 5, 5, 5}, {1, 1}, {{0, 1, 99}, {0, 2, 99}, {0, 3, 99}});
    EXPECT_EQ(clustersOf(*dear), 1u);
}

TEST(Dsc, MergesSeveralParentsOfAJoin) {
    // 0, 1 -> 2. tlevel(2) alone: 3 + 10; merged with 0 only: max(3, 2 + 10) = 12; with both: 0 then 1 then 2 at 5.
    const auto join = related({3, 2, 1}, {1, 1}, {{0, 2, 10}, {1, 2, 10}});
    const Clustering clustering = dominantSequenceClusters(join->estimate);
    EXPECT_EQ(clustering.clusters.size(), 1u);
    EXPECT_EQ(clustering.makespan, 6);
}

RC_GTEST_PROP(Dsc, PutsEveryTaskInOneClusterAndIsNoLongerThanNoClustering, ()) {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const auto problem = randomProblem(seed, {.zeros = true, .shuffled = true});
    const Clustering clustering = dominantSequenceClusters(problem->estimate);
    std::vector<std::size_t> seen(problem->graph.taskCount(), 0);
    for (std::size_t c = 0; c < clustering.clusters.size(); ++c)
        for (const TaskId task : clustering.clusters[c]) {
            ++seen[task.index()];
            RC_ASSERT(clustering.clusterOf[task.index()] == c);
        }
    for (const std::size_t times : seen) RC_ASSERT(times == 1u);
    // One node a task: the longest path with all transfers.
    const double apart = clustering.blevels.empty() ? 0 : *std::max_element(clustering.blevels.begin(), clustering.blevels.end());
    RC_ASSERT(clustering.makespan <= apart + 1e-9);
}

RC_GTEST_PROP(Dsc, KeepsClustersTogether, ()) {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const auto problem = randomProblem(seed, {});
    const Clustering clustering = dominantSequenceClusters(problem->estimate);
    for (const char* form : {"dsc", "dsc[mapping=lpt]"}) {
        const Plan plan = planWith(form, problem->estimate);
        for (const std::vector<TaskId>& cluster : clustering.clusters)
            for (const TaskId task : cluster)
                RC_ASSERT(plan.byTask[task.index()].node == plan.byTask[cluster.front().index()].node);
    }
}

}  // namespace

}  // namespace loom::test
