// Priority queue, power of d, work stealing, delay scheduling: what happens -> what they decide.
#include <algorithm>
#include <map>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/graph/graph_builder.h"
#include "core/platform/topologies.h"
#include "tests/core/schedule/online_run.h"
#include "tests/core/schedule/plan_checker.h"
#include "tests/core/schedule/random_problem.h"

namespace loom::test {

namespace {

std::vector<std::size_t> orderOf(const OnlineRun& run) {
    std::vector<std::size_t> order;
    for (const Decision& d : run.decisions) order.push_back(d.task.index());
    return order;
}

RC_GTEST_PROP(Online, RunEverythingThatCanRunTheSameEveryTime, ()) {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const auto problem = randomProblem(seed, {.zeros = true, .wide = true});
    for (const std::string& form : onlineForms()) {
        RC_LOG() << form << "\n";
        const OnlineRun run = runOnline(form, problem->estimate);
        for (const NodeId node : run.node) RC_ASSERT(node.valid());
        RC_ASSERT(run.makespan.seconds() >= lowerBound(problem->estimate) - 1e-9);
        const OnlineRun again = runOnline(form, problem->estimate);
        RC_ASSERT(again.node == run.node);
        RC_ASSERT(again.start == run.start);
        for (std::size_t i = 0; i < run.decisions.size(); ++i) {
            RC_ASSERT(run.decisions[i].step == i);
            RC_ASSERT(run.decisions[i].candidates.size() == problem->estimate.workers().size());
        }
    }
}

// Those that wait for a heartbeat, at a barrier, for a thief's prey or in a queue of their own let cores idle.
bool neverIdles(const std::string& form) {
    for (const char* waits : {"hadoop", "spark", "dask", "ray", "power-of-d[queues"})
        if (form.starts_with(waits)) return false;
    return true;
}

// None of the others idles while a task could run, so Graham's bound holds on equal nodes without data.
RC_GTEST_PROP(Online, KeepGrahamsBound, ()) {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const auto shape = randomProblem(seed, {});
    std::vector<double> work;
    std::vector<EdgeOf> edges;
    double total = 0;
    for (std::size_t i = 0; i < shape->graph.taskCount(); ++i) {
        work.push_back(shape->graph.work(TaskId(i)));
        total += work.back();
        for (const TaskId child : shape->graph.successors(TaskId(i)))
            edges.push_back({static_cast<std::uint32_t>(i), child.value, 0});
    }
    const std::size_t m = 1 + seed % 5;
    const double path = lowerBound(related(work, std::vector<double>(work.size(), 1), edges)->estimate);
    const double share = 1 / static_cast<double>(m);
    const auto problem = related(work, std::vector<double>(m, 1), edges);
    for (const std::string& form : onlineForms())
        if (neverIdles(form)) RC_ASSERT(runOnline(form, problem->estimate).makespan.seconds() <= total * share + (1 - share) * path + 1e-9);
}

TEST(PriorityQueue, TakesTheGreatestKeyFirst) {
    // Static levels: 0 -> 3 is 1 + 5 = 6, task 1 is 4, task 2 is 2.
    const auto problem = related({1, 4, 2, 5}, {1}, {{0, 3, 0}});
    EXPECT_EQ(orderOf(runOnline("priority-queue", problem->estimate)), (std::vector<std::size_t>{0, 3, 1, 2}));
    EXPECT_EQ(orderOf(runOnline("fifo", problem->estimate)), (std::vector<std::size_t>{0, 1, 2, 3}));
}

TEST(PriorityQueue, MayChooseTheNodeByFinish) {
    const auto problem = related({6}, {1, 3}, {});
    EXPECT_EQ(runOnline("priority-queue", problem->estimate).node[0], NodeId(0));
    EXPECT_EQ(runOnline("priority-queue[node=finish]", problem->estimate).node[0], NodeId(1));
}

TEST(PriorityQueue, MayTakeTheUsersPriorities) {
    GraphBuilder builder;
    for (const double priority : {0.0, -1.0, 7.0, 7.0}) {
        TaskAttributes task;
        task.work = 1;
        task.priority = priority;
        builder.addTask(std::move(task));
    }
    const TaskGraph graph = std::move(*builder.build());
    const Platform platform = std::move(*buildPlatform(*parseSpec("star[nodes=1]"), 1));
    const Estimator estimate(graph, platform);
    EXPECT_EQ(orderOf(runOnline("priority-queue[key=user]", estimate)), (std::vector<std::size_t>{2, 3, 0, 1}));
}

// A long queue of mixed tasks on one core goes out in the order of keys, as it would if all were compared every time.
TEST(PriorityQueue, KeepsItsBooksOverALongQueue) {
    std::vector<double> work;
    for (std::size_t i = 0; i < 3000; ++i) work.push_back(static_cast<double>(1 + i * 7919 % 101));
    const auto problem = related(work, {1}, {});
    const std::vector<std::size_t> order = orderOf(runOnline("priority-queue", problem->estimate));
    ASSERT_EQ(order.size(), work.size());
    for (std::size_t i = 1; i < order.size(); ++i)
        EXPECT_TRUE(work[order[i - 1]] > work[order[i]] || (work[order[i - 1]] == work[order[i]] && order[i - 1] < order[i]));
}

TEST(PowerOfD, WithAllNodesDrawnTakesTheLeastLoaded) {
    // Nodes of 4 cores: tasks of 3 cores and 1 core; with d = 99 every node is looked at.
    const auto problem = related({9, 9, 9, 9}, {1, 1, 1, 1}, {});
    const OnlineRun run = runOnline("power-of-d[d=99]", problem->estimate);
    std::map<NodeId, int> count;
    for (const NodeId node : run.node) ++count[node];
    EXPECT_EQ(count.size(), 4u);
    EXPECT_EQ(run.makespan.seconds(), 9);
}

// Two choices balance far better than one: the longest queue on 16-core nodes at half load.
TEST(PowerOfD, TwoChoicesBalanceBetterThanOne) {
    GraphBuilder builder;
    for (int i = 0; i < 256; ++i) {
        TaskAttributes task;
        task.work = 1;
        builder.addTask(std::move(task));
    }
    std::vector<NodeInfo> nodes(32);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        nodes[i].name = "n" + std::to_string(i);
        nodes[i].speed = 1;
        nodes[i].cores = 16;
    }
    const std::vector<double> zero(32 * 32, 0);
    const Instance problem(std::move(*builder.build()),
                           std::move(*fullPlatform(nodes, std::vector<double>(32 * 32, 1), zero, NodeId::none())));
    const auto fullest = [&](const char* form) {
        std::map<NodeId, int> count;
        const OnlineRun run = runOnline(form, problem.estimate);
        int most = 0;
        for (const NodeId node : run.node) most = std::max(most, ++count[node]);
        return most;
    };
    EXPECT_GT(fullest("power-of-d[d=1]"), fullest("power-of-d[d=2]"));
    EXPECT_LE(fullest("power-of-d[d=2]"), 10);
}

TEST(WorkStealing, KeepsChildrenWhereTheirParentRanUntilAThiefComes) {
    // 0 -> 1, 2, 3 on two nodes: task 0 on node 0; of its children node 0 takes the bottom (3), node 1 steals the top (1).
    const auto problem = related({1, 5, 1, 5}, {1, 1}, {{0, 1, 0}, {0, 2, 0}, {0, 3, 0}});
    const OnlineRun run = runOnline("work-stealing", problem->estimate);
    EXPECT_EQ(run.node[0], NodeId(0));
    EXPECT_EQ(run.node[3], NodeId(0));
    EXPECT_EQ(run.node[1], NodeId(1));
    EXPECT_EQ(run.decisions[1].rule, "the bottom of the node's own deque");
    EXPECT_EQ(run.decisions[2].rule, "stolen from the top of a drawn deque");
}

TEST(WorkStealing, StealsHalf) {
    // Six tasks in node 0's deque. Node 0 runs the last; node 1 steals the first and moves two more to its own deque, which it
    // takes from the bottom.
    const auto problem = related({1, 1, 1, 1, 1, 1}, {1, 1}, {});
    const OnlineRun one = runOnline("work-stealing", problem->estimate);
    EXPECT_EQ(orderOf(one), (std::vector<std::size_t>{5, 0, 4, 1, 3, 2}));
    const OnlineRun half = runOnline("work-stealing[half=true]", problem->estimate);
    EXPECT_EQ(orderOf(half), (std::vector<std::size_t>{5, 0, 4, 2, 3, 1}));
    EXPECT_EQ(half.decisions[3].rule, "the bottom of the node's own deque");
}

// Where data lies, said by hand.
class Holdings final : public DataLocations {
public:
    explicit Holdings(std::map<DataId, NodeId> at) : at_(std::move(at)) {}
    [[nodiscard]] bool has(DataId data, NodeId node) const override { return at_.at(data) == node; }
    [[nodiscard]] NodeId source(DataId data, NodeId) const override { return at_.at(data); }

private:
    std::map<DataId, NodeId> at_;
};

// Three tasks, each reads one object; two nodes of one core.
class DelayConversation : public testing::Test {
protected:
    DelayConversation() {
        GraphBuilder builder;
        for (int i = 0; i < 3; ++i) {
            TaskAttributes task;
            task.work = 1;
            const TaskId id = builder.addTask(std::move(task));
            builder.addInput(id, builder.addData("d" + std::to_string(i), 100));
        }
        std::vector<NodeInfo> nodes(2);
        for (std::size_t i = 0; i < 2; ++i) {
            nodes[i].name = "n" + std::to_string(i);
            nodes[i].speed = 1;
        }
        problem_ = std::make_unique<Instance>(
            std::move(*builder.build()),
            std::move(*fullPlatform(nodes, std::vector<double>(4, 1), std::vector<double>(4, 0), NodeId::none())));
    }
    // Tells the scheduler which tasks are ready and which nodes are idle; gives "task>node" of what it places.
    std::string ask(Scheduler& scheduler, const std::vector<std::uint32_t>& ready, bool idle0, bool idle1) {
        std::vector<TaskId> tasks;
        for (const std::uint32_t t : ready) tasks.emplace_back(t);
        std::vector<NodeView> nodes = {{true, idle0 ? 1u : 0u, 1e18}, {true, idle1 ? 1u : 0u, 1e18}};
        const NodeSet open = openNodes(nodes);
        std::vector<Placement> placements;
        scheduler.react(View{problem_->estimate, Time::zero(), tasks, nodes, &data_, 1, &open}, placements, nullptr);
        std::string out;
        for (const Placement& p : placements)
            out += (out.empty() ? "" : " ") + std::to_string(p.task.index()) + ">" + std::to_string(p.node.index());
        return out;
    }
    std::unique_ptr<Instance> problem_;
    Holdings data_{{{DataId(0), NodeId(0)}, {DataId(1), NodeId(0)}, {DataId(2), NodeId(1)}}};
};

TEST_F(DelayConversation, LocalTasksGoFirstAndOthersWait) {
    const auto scheduler = std::move(*makeScheduler(*parseSpec("delay-scheduling[skips=2]")));
    EXPECT_EQ(ask(*scheduler, {0, 1, 2}, true, true), "0>0 2>1");
    EXPECT_EQ(ask(*scheduler, {1}, false, true), "");     // node 1 passes: first chance
    EXPECT_EQ(ask(*scheduler, {1}, false, true), "");     // second
    EXPECT_EQ(ask(*scheduler, {1}, false, true), "1>1");  // passed over twice: anywhere
}

TEST_F(DelayConversation, ALocalStartSetsTheCountBack) {
    const auto scheduler = std::move(*makeScheduler(*parseSpec("delay-scheduling[skips=2]")));
    EXPECT_EQ(ask(*scheduler, {1}, false, true), "");
    EXPECT_EQ(ask(*scheduler, {1, 2}, false, true), "2>1");
    EXPECT_EQ(ask(*scheduler, {1}, false, true), "");
    EXPECT_EQ(ask(*scheduler, {1}, false, true), "");
    EXPECT_EQ(ask(*scheduler, {1}, false, true), "1>1");
}

TEST_F(DelayConversation, PassingNeverStopsTheRun) {
    const auto scheduler = std::move(*makeScheduler(*parseSpec("delay-scheduling[skips=1000]")));
    std::vector<NodeView> nodes = {{false, 0, 1e18}, {true, 1, 1e18}};  // the holder is down, nothing runs
    const NodeSet open = openNodes(nodes);
    const std::vector<TaskId> ready = {TaskId(0)};
    std::vector<Placement> placements;
    scheduler->react(View{problem_->estimate, Time::zero(), ready, nodes, &data_, 1, &open}, placements, nullptr);
    ASSERT_EQ(placements.size(), 1u);
    EXPECT_EQ(placements[0].node, NodeId(1));
}

TEST_F(DelayConversation, WithoutSkipsItIsFirstComeFirstServedAfterLocalOnes) {
    const auto scheduler = std::move(*makeScheduler(*parseSpec("delay-scheduling[skips=0]")));
    EXPECT_EQ(ask(*scheduler, {0, 1}, true, true), "0>0 1>1");
}

using WorkStealingConversation = DelayConversation;

TEST_F(WorkStealingConversation, ATaskThatWasRefusedIsNotForgotten) {
    const auto scheduler = std::move(*makeScheduler(*parseSpec("work-stealing")));
    EXPECT_EQ(ask(*scheduler, {0, 1, 2}, true, true), "2>0 0>1");
    EXPECT_EQ(ask(*scheduler, {0, 1, 2}, false, true), "1>1");  // 0 and 2 were refused and go to the bottom again
    EXPECT_EQ(ask(*scheduler, {0, 2}, true, true), "0>0 2>1");
}

}  // namespace

}  // namespace loom::test
