#include <cmath>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <nlohmann/json.hpp>

#include "core/graph/graph_builder.h"
#include "tests/core/schedule/online_run.h"
#include "tests/core/schedule/plan_checker.h"
#include "tests/core/schedule/random_problem.h"
#include "tests/support/shared_data.h"

namespace loom::test {

namespace {

std::vector<std::size_t> nodesOf(const OnlineRun& run) {
    std::vector<std::size_t> nodes;
    for (const NodeId node : run.node) nodes.push_back(node.index());
    return nodes;
}

TEST(Fifo, TakesTasksInOrderToTheLowestIdleNode) {
    const auto problem = related({3, 1, 1, 1}, {1, 1}, {});
    const OnlineRun run = runOnline("fifo", problem->estimate);
    EXPECT_EQ(nodesOf(run), (std::vector<std::size_t>{0, 1, 1, 1}));
    EXPECT_EQ(run.makespan.seconds(), 3);
}

TEST(Fifo, ExplainsWhatWasIdle) {
    const auto problem = related({3, 1, 1}, {1, 2}, {});
    const OnlineRun run = runOnline("fifo", problem->estimate);
    ASSERT_EQ(run.decisions.size(), 3u);
    const Decision& second = run.decisions[1];
    EXPECT_EQ(second.step, 1u);
    EXPECT_EQ(second.chosen, NodeId(1));
    EXPECT_TRUE(std::isinf(second.candidates[0].score));
    EXPECT_TRUE(second.candidates[0].start.isNever());
    EXPECT_EQ(second.candidates[1].score, 1);
    EXPECT_EQ(second.candidates[1].finish.seconds(), 0.5);
    EXPECT_EQ(run.decisions[2].candidates[1].start.seconds(), 0.5);
}

TEST(Fifo, PassesOverNodesThatAreDown) {
    const auto problem = related({1, 1}, {1, 1}, {});
    EXPECT_EQ(nodesOf(runOnline("fifo", problem->estimate, {NodeId(0)})), (std::vector<std::size_t>{1, 1}));
}

// Two cores; a task of one core, then a wide one that has to wait, then a narrow one.
std::unique_ptr<Instance> wideInTheMiddle() {
    GraphBuilder builder;
    for (const std::uint32_t cores : {1u, 2u, 1u}) {
        TaskAttributes task;
        task.work = 1;
        task.cores = cores;
        builder.addTask(std::move(task));
    }
    NodeInfo node;
    node.name = "n";
    node.speed = 1;
    node.cores = 2;
    return std::make_unique<Instance>(std::move(*builder.build()), std::move(*fullPlatform({node}, {0}, {0}, NodeId::none())));
}

TEST(Fifo, LetsTasksThatFitPassOneThatDoesNot) {
    const OnlineRun run = runOnline("fifo", wideInTheMiddle()->estimate);
    EXPECT_EQ(run.start[2], Time::zero());
    EXPECT_EQ(run.start[1].seconds(), 1);
}

TEST(Fifo, OrHoldsThemBack) {
    const OnlineRun run = runOnline("fifo[blocking=true]", wideInTheMiddle()->estimate);
    EXPECT_EQ(run.start[1].seconds(), 1);
    EXPECT_EQ(run.start[2].seconds(), 2);
}

TEST(List, GrahamsAnomalies) {
    LOOM_NEEDS_SHARED("reference/examples/graham1969.json");
    const nlohmann::json cases = readShared("reference/examples/graham1969.json")["anomalies"];
    for (const nlohmann::json& one : cases) {
        SCOPED_TRACE(one["case"].get<std::string>());
        // Tasks numbered by their place in the list: of tasks ready together the first of the list goes first.
        const auto list = one["list"].get<std::vector<std::size_t>>();
        std::vector<std::uint32_t> place(list.size());
        std::vector<double> work(list.size());
        for (std::size_t i = 0; i < list.size(); ++i) {
            place[list[i]] = static_cast<std::uint32_t>(i);
            work[i] = one["cost"][list[i]].get<double>();
        }
        std::vector<EdgeOf> edges;
        for (const nlohmann::json& e : one["edges"])
            edges.push_back({place[e[0].get<std::size_t>()], place[e[1].get<std::size_t>()], 0});
        const auto problem = related(work, std::vector<double>(one["processors"].get<std::size_t>(), 1), edges);
        const OnlineRun run = runOnline("list", problem->estimate);
        EXPECT_EQ(run.makespan.seconds(), one["published"].get<double>());
        for (std::size_t i = 0; i < list.size(); ++i) {
            EXPECT_EQ(run.node[i].index(), one["schedule"]["node"][list[i]].get<std::size_t>()) << "task " << list[i];
            EXPECT_EQ(run.start[i].seconds(), one["schedule"]["start"][list[i]].get<double>()) << "task " << list[i];
        }
    }
}

RC_GTEST_PROP(Fifo, RunsEverythingThatCanRun, ()) {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const auto problem = randomProblem(seed, {.zeros = true, .wide = true});
    for (const char* form : {"fifo", "fifo[blocking=true]", "list"}) {
        const OnlineRun run = runOnline(form, problem->estimate);
        for (const NodeId node : run.node) RC_ASSERT(node.valid());
    }
}

// Equal nodes and no data: total work / m + (1 - 1/m) longest path bounds every schedule that never idles needlessly.
RC_GTEST_PROP(Fifo, KeepsGrahamsBound, ()) {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const auto [work, edges] = withoutData(randomProblem(seed, {})->graph);
    const std::size_t m = 1 + seed % 5;
    const auto problem = related(work, std::vector<double>(m, 1), edges);
    const auto alone = related(work, std::vector<double>(work.size(), 1), edges);
    double total = 0;
    for (const double w : work) total += w;
    const double path = lowerBound(alone->estimate);  // as many nodes as tasks: the longest path
    const double bound = total / static_cast<double>(m) + (1 - 1 / static_cast<double>(m)) * path;
    RC_ASSERT(runOnline("fifo", problem->estimate).makespan.seconds() <= bound + 1e-9);
    RC_ASSERT(planWith("etf", problem->estimate).makespan <= bound + 1e-9);
}

}  // namespace

}  // namespace loom::test
