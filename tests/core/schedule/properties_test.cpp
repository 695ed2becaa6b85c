// What holds of every registered scheduler beside the sweep and the scaling laws.
#include <algorithm>
#include <cstdio>
#include <map>
#include <numeric>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/base/rng.h"
#include "core/schedule/plan_bounds.h"
#include "tests/core/schedule/plan_checker.h"
#include "tests/core/schedule/random_problem.h"

namespace loom::test {

namespace {

RC_GTEST_PROP(Properties, TheSameSeedGivesTheSamePlan, ()) {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const auto problem = randomProblem(seed, {.zeros = true, .wide = true, .storage = true, .released = true});
    for (const std::string& form : staticForms()) {
        const Plan a = planWith(form, problem->estimate, seed);
        const Plan b = planWith(form, problem->estimate, seed);
        RC_ASSERT(a.placements.size() == b.placements.size());
        for (std::size_t i = 0; i < a.placements.size(); ++i) {
            RC_ASSERT(a.placements[i].task == b.placements[i].task);
            RC_ASSERT(a.placements[i].node == b.placements[i].node);
            RC_ASSERT(a.placements[i].start == b.placements[i].start);
        }
    }
}

RC_GTEST_PROP(Properties, NoPlanIsShorterThanTheBoundOfAllPlans, ()) {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const auto problem = randomProblem(seed, {.zeros = true, .wide = true, .particular = true, .released = true});
    const Time least = PlanBounds(problem->estimate).least;
    for (const std::string& form : staticForms()) {
        const Plan plan = planWith(form, problem->estimate, seed);
        if (plannedMakespan(plan.placements) < least) RC_FAIL(form + ": below the bound");
    }
}

// Costs, data and links drawn from a continuum, so that nothing is equal by chance; `order` renumbers the nodes.
std::unique_ptr<Instance> continuous(std::uint64_t seed, const std::vector<std::size_t>& order) {
    RandomStream random(seed, Purpose::test, 0);
    const std::size_t m = order.size();
    const std::size_t n = 15;
    std::vector<std::vector<double>> seconds(n, std::vector<double>(m));
    for (std::size_t t = 0; t < n; ++t)
        for (std::size_t p = 0; p < m; ++p) seconds[t][order[p]] = random.uniform(1, 10);
    std::vector<EdgeOf> edges;
    for (std::uint32_t a = 0; a < n; ++a)
        for (std::uint32_t b = a + 1; b < n; ++b)
            if (random.below(4) == 0) edges.push_back({a, b, random.uniform(1, 10)});
    std::vector<double> bandwidth(m * m, 1);
    for (std::size_t p = 0; p < m; ++p)
        for (std::size_t q = 0; q < m; ++q) bandwidth[order[p] * m + order[q]] = random.uniform(0.5, 2);
    return unrelated(seconds, edges, bandwidth);
}

// Why a scheduler may plan otherwise for renumbered nodes though no costs are equal; empty when it may not.
std::string tiesOf(const std::string& form) {
    static const std::map<std::string, std::string> why = {
        {"round-robin", "goes by the numbers of the nodes"}, {"random", "draws"}, {"wba", "draws"}, {"annealing", "draws"},
        {"tabu", "draws"}, {"genetic", "draws"}, {"grasp", "draws"}, {"bandit", "draws"},
        {"portfolio", "asks others of this list"}, {"branch-and-bound", "starts from others of this list and stops at its budget"},
        {"olb", "idle nodes are equal at time zero"}, {"etf", "starts are equal at time zero"}, {"hlfet", "starts are equal at time zero"},
        {"mcp", "starts are equal at time zero"}, {"ish", "starts are equal at time zero"}, {"flb", "starts are equal at time zero"},
        {"fcp", "starts are equal at time zero"}, {"dsc", "clusters are mapped to idle nodes, equal at time zero"},
        {"ippts", "equal where it is best to move on from every node"}};
    if (const auto at = why.find(form.substr(0, form.find('['))); at != why.end()) return at->second;
    return form.find("comparator=est") != std::string::npos ? "starts are equal at time zero" : "";
}

TEST(Properties, SayWhichSchedulersMayGoByTheNumbersOfNodes) {
    for (const std::string& form : staticForms())
        if (const std::string why = tiesOf(form); !why.empty()) std::printf("left out of renumbered nodes: %-45s %s\n", form.c_str(), why.c_str());
    EXPECT_EQ(tiesOf("heft"), "");
}

RC_GTEST_PROP(Properties, RenumberedNodesGiveTheSameMakespanWhereNothingIsEqual, ()) {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const std::size_t m = 2 + seed % 3;
    std::vector<std::size_t> same(m);
    std::iota(same.begin(), same.end(), std::size_t{0});
    std::vector<std::size_t> turned = same;
    std::rotate(turned.begin(), turned.begin() + 1, turned.end());
    const auto a = continuous(seed, same);
    const auto b = continuous(seed, turned);
    for (const std::string& form : staticForms()) {
        if (!tiesOf(form).empty()) continue;
        const double first = planWith(form, a->estimate).makespan;
        const double second = planWith(form, b->estimate).makespan;
        if (std::abs(first - second) > 1e-6 * first)
            RC_FAIL(form + ": " + std::to_string(first) + " and " + std::to_string(second));
    }
}

// Equal nodes, no data: those that never let a node idle while a task could start keep Graham's bound, total work / m +
// (1 - 1/m) longest path, which is at most 2 - 1/m times the optimum.
RC_GTEST_PROP(Properties, GreedySchedulersKeepGrahamsBound, ()) {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const auto [work, edges] = withoutData(randomProblem(seed, {})->graph);
    const std::size_t m = 1 + seed % 5;
    const double share = 1 / static_cast<double>(m);
    const double total = std::accumulate(work.begin(), work.end(), 0.0);
    const double path = lowerBound(related(work, std::vector<double>(work.size(), 1), edges)->estimate);
    const auto problem = related(work, std::vector<double>(m, 1), edges);
    for (const char* form : {"etf", "flb", "branch-and-bound"})
        RC_ASSERT(planWith(form, problem->estimate).makespan <= total * share + (1 - share) * path + 1e-9);
}

}  // namespace

}  // namespace loom::test
