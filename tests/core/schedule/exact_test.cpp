// Branch and bound against the proven optima.
#include <cmath>
#include <cstdio>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <nlohmann/json.hpp>

#include "core/schedule/partial_schedule.h"
#include "core/schedule/search_report.h"
#include "tests/core/schedule/plan_checker.h"
#include "tests/core/schedule/random_problem.h"
#include "tests/support/shared_data.h"

namespace loom::test {

namespace {

struct Searched {
    Plan plan;
    SearchReport report;
};
Searched search(const std::string& form, const Estimator& estimate) {
    const std::unique_ptr<Scheduler> scheduler = std::move(*makeScheduler(*parseSpec(form)));
    const View view{estimate, Time::zero(), {}, {}, nullptr, 1};
    Searched out;
    scheduler->plan(view, out.plan.placements, nullptr);
    out.plan.makespan = plannedMakespan(out.plan.placements).seconds();
    out.report = *searchReport(*scheduler);
    return out;
}

void printRow(const std::string& name, double optimum, const Searched& searched) {
    std::printf("%-62s %10.3f %10.3f %7.3f %% %9llu states\n", name.c_str(), optimum, searched.plan.makespan,
                searched.report.gap() * 100, static_cast<unsigned long long>(searched.report.evaluations));
}

TEST(BranchAndBound, ReachesEveryOptimumOfTheSmallInstances) {
    LOOM_NEEDS_SHARED("reference/optimal.json");
    const nlohmann::json small = readShared("reference/optimal.json")["small"];
    for (const nlohmann::json& one : small) {
        const auto problem = readInstance(one);
        const double optimum = one["optimal"].get<double>();
        const Searched searched = search("branch-and-bound[budget=1000000]", problem->estimate);
        printRow(one["id"].get<std::string>(), optimum, searched);
        EXPECT_NEAR(searched.plan.makespan, optimum, 1e-6 * optimum) << one["id"];
        EXPECT_TRUE(searched.report.isOptimal()) << one["id"];
        EXPECT_EQ(faultOf(searched.plan.placements, problem->estimate), "");
    }
}

TEST(BranchAndBound, ReachesMostOptimaOfStandardTaskGraphs) {
    LOOM_NEEDS_SHARED("reference/optimal.json");
    const nlohmann::json graphs = readShared("reference/optimal.json")["stg"];
    std::size_t known = 0;
    std::size_t reached = 0;
    std::size_t proved = 0;
    for (const nlohmann::json& one : graphs) {
        std::vector<EdgeOf> edges;
        for (const nlohmann::json& e : one["edges"]) edges.push_back({e[0].get<std::uint32_t>(), e[1].get<std::uint32_t>(), 0});
        for (const auto& [processors, value] : one["processors"].items()) {
            if (value["optimal"].is_null()) continue;
            const auto problem =
                related(one["cost"].get<std::vector<double>>(), std::vector<double>(std::stoul(processors), 1), edges);
            const double optimum = value["optimal"].get<double>();
            const Searched searched = search("branch-and-bound[budget=100000]", problem->estimate);
            ++known;
            reached += searched.plan.makespan == optimum ? 1 : 0;
            proved += searched.report.isOptimal() ? 1 : 0;
            EXPECT_GE(searched.plan.makespan, optimum) << one["id"];
            EXPECT_LE(searched.plan.makespan, 1.01 * optimum) << one["id"];
            EXPECT_LE(searched.report.bound.seconds(), optimum) << one["id"] << " on " << processors;
            if (!searched.report.isOptimal()) printRow(one["id"].get<std::string>() + " on " + processors, optimum, searched);
        }
    }
    std::printf("%zu of %zu optima reached, %zu proved, in 100000 states each\n", reached, known, proved);
    EXPECT_GE(known, 171u);
    EXPECT_GE(reached, 165u);
    EXPECT_EQ(proved, reached);
}

// Every order of tasks on every choice of nodes, each appended.
Time shortestOf(const PartialSchedule& state, Time makespan, Time best) {
    bool any = false;
    const TaskGraph& graph = state.graph();
    for (std::size_t i = 0; i < graph.taskCount(); ++i) {
        if (state.isPlaced(TaskId(i))) continue;
        for (const NodeId node : state.workers()) {
            const Candidate option = state.candidate(TaskId(i), node, state.dataReady(TaskId(i), node));
            if (option.finish.isNever()) continue;
            any = true;
            PartialSchedule next = state;
            next.place(TaskId(i), option, 0);
            best = shortestOf(next, std::max(makespan, option.finish), best);
        }
    }
    return any ? best : std::min(best, makespan);
}

// The first five tasks of a random problem on its first two nodes.
std::unique_ptr<Instance> tinyProblem(std::uint64_t seed, bool free) {
    const auto shape = randomProblem(seed, {.zeros = true});
    const std::size_t n = std::min<std::size_t>(shape->graph.taskCount(), 5);
    const std::size_t m = std::min<std::size_t>(shape->platform.nodeCount(), 2);
    std::vector<double> work;
    std::vector<double> speed;
    std::vector<EdgeOf> edges;
    for (std::size_t p = 0; p < m; ++p) speed.push_back(free ? 1 : shape->platform.node(NodeId(p)).speed);
    for (std::size_t i = 0; i < n; ++i) {
        work.push_back(shape->graph.work(TaskId(i)));
        for (const EdgeId edge : shape->graph.outEdges(TaskId(i)))
            if (const TaskId child = shape->graph.target(edge); child.index() < n)
                edges.push_back({static_cast<std::uint32_t>(i), child.value, free ? 0 : shape->graph.edgeBytes(edge)});
    }
    return related(work, speed, edges);
}

RC_GTEST_PROP(BranchAndBound, EqualsTryingEverything, ()) {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    for (const bool free : {true, false}) {
        const auto problem = tinyProblem(seed, free);
        const View view{problem->estimate, Time::zero(), {}, {}, nullptr, 1};
        const Time best = shortestOf(PartialSchedule(view, Fill::append, {}, nullptr), Time::zero(), Time::never());
        const Searched searched = search("branch-and-bound", problem->estimate);
        RC_ASSERT(searched.report.isOptimal());
        RC_ASSERT(searched.plan.makespan == best.seconds());
    }
}

RC_GTEST_PROP(BranchAndBound, SaysWhatItKnows, ()) {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const auto problem = randomProblem(seed, {.zeros = true, .wide = true});
    Time before = Time::never();
    Time bound = Time::zero();
    for (const char* form : {"branch-and-bound[budget=1]", "branch-and-bound[budget=30]", "branch-and-bound[budget=2000]"}) {
        const Searched searched = search(form, problem->estimate);
        const SearchReport& report = searched.report;
        RC_ASSERT(report.makespan().seconds() == searched.plan.makespan);
        RC_ASSERT(report.makespan() <= before);
        RC_ASSERT(report.bound <= report.makespan());
        for (std::size_t i = 1; i < report.incumbents.size(); ++i) {
            RC_ASSERT(report.incumbents[i].makespan < report.incumbents[i - 1].makespan);
            RC_ASSERT(report.incumbents[i].evaluations >= report.incumbents[i - 1].evaluations);
        }
        RC_ASSERT(bound <= report.makespan());  // what a smaller search ruled out stays ruled out
        before = report.makespan();
        bound = std::max(bound, report.bound);
    }
}

TEST(BranchAndBound, SaysInEveryDecisionWhatItProved) {
    const auto problem = related({2, 2, 2}, {1, 1}, {});
    const Plan plan = planWith("branch-and-bound", problem->estimate);
    EXPECT_EQ(plan.makespan, 4);
    EXPECT_EQ(plan.decisions[0].rule, "part of the shortest schedule there is, proved after 0 states");
}

TEST(SearchReport, IsGivenBySchedulersThatSearchOnly) {
    EXPECT_EQ(searchReport(**makeScheduler(Spec{"heft", {}})), nullptr);
    EXPECT_NE(searchReport(**makeScheduler(Spec{"branch-and-bound", {}})), nullptr);
}

TEST(SearchReport, GapIsRelativeToTheBound) {
    SearchReport report;
    report.offer(Time::fromSeconds(12));
    report.offer(Time::fromSeconds(13));
    EXPECT_EQ(report.incumbents.size(), 1u);
    EXPECT_TRUE(std::isinf(report.gap()));
    report.bound = Time::fromSeconds(10);
    EXPECT_DOUBLE_EQ(report.gap(), 0.2);
    report.bound = Time::fromSeconds(12);
    EXPECT_TRUE(report.isOptimal());
    EXPECT_EQ(report.gap(), 0);
}

}  // namespace

}  // namespace loom::test
