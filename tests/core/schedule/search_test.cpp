// Annealing, tabu, genetic, GRASP, portfolio and bandit.
#include <algorithm>
#include <cstdio>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <nlohmann/json.hpp>

#include "core/schedule/bandit_policy.h"
#include "core/schedule/candidates.h"
#include "core/schedule/plan_decoder.h"
#include "core/schedule/search_report.h"
#include "tests/core/schedule/plan_checker.h"
#include "tests/core/schedule/random_problem.h"
#include "tests/support/shared_data.h"

namespace loom::test {

namespace {

const std::vector<std::string>& searches() {
    static const std::vector<std::string> names = {"annealing", "tabu", "genetic", "grasp"};
    return names;
}

struct Searched {
    std::vector<Placement> placements;
    double makespan = 0;
    SearchReport report;
};
Searched search(const std::string& form, const Estimator& estimate, std::uint64_t seed = 1) {
    const std::unique_ptr<Scheduler> scheduler = std::move(*makeScheduler(*parseSpec(form)));
    const View view{estimate, Time::zero(), {}, {}, nullptr, seed};
    Searched out;
    scheduler->plan(view, out.placements, nullptr);
    out.makespan = plannedMakespan(out.placements).seconds();
    out.report = *searchReport(*scheduler);
    return out;
}

RC_GTEST_PROP(PlanDecoder, GivesHeftsPlanForHeftsCode, ()) {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const auto problem = randomProblem(seed, {.zeros = true, .wide = true, .particular = true});
    const View view{problem->estimate, Time::zero(), {}, {}, nullptr, 1};
    const PlanDecoder decoder(view);
    RC_ASSERT(decoder.makespan(decoder.heft()).seconds() == planWith("heft", problem->estimate).makespan);
}

RC_GTEST_PROP(PlanDecoder, KeepsParentsBeforeChildrenAtEveryStep, ()) {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const auto problem = randomProblem(seed, {.zeros = true, .wide = true, .particular = true, .shuffled = true});
    const View view{problem->estimate, Time::zero(), {}, {}, nullptr, 1};
    const PlanDecoder decoder(view);
    RandomStream random(seed, Purpose::test, 1);
    for (PlanCode code : {decoder.heft(), decoder.drawn(random)}) {
        for (int i = 0; i < 50; ++i) {
            const PlanCode before = code;
            const PlanDecoder::Step step = decoder.step(code, random);
            RC_ASSERT(code.order.size() == decoder.heft().order.size());
            std::vector<std::size_t> at(problem->graph.taskCount(), 0);
            for (std::size_t k = 0; k < code.order.size(); ++k) at[code.order[k].index()] = k;
            for (const TaskId task : code.order) {
                RC_ASSERT(problem->estimate.canRun(task, code.node[task.index()]));
                for (const TaskId parent : problem->graph.predecessors(task)) RC_ASSERT(at[parent.index()] < at[task.index()]);
            }
            if (code.order.empty()) continue;
            RC_ASSERT(step.from == before.node[step.task.index()]);
            RC_ASSERT(step.isReorder == (code.node[step.task.index()] == step.from));
        }
    }
}

RC_GTEST_PROP(Searches, AreNeverWorseThanHeftAndReportWhatTheyFound, ()) {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const auto problem = randomProblem(seed, {.zeros = true, .wide = true});
    const double heft = planWith("heft", problem->estimate).makespan;
    for (const std::string& name : searches()) {
        const Searched found = search(name + "[budget=150]", problem->estimate, seed);
        RC_ASSERT(found.report.incumbents.front().evaluations == 1u);
        RC_ASSERT(found.report.incumbents.front().makespan.seconds() == heft);
        RC_ASSERT(found.report.makespan().seconds() == found.makespan);
        RC_ASSERT(found.report.bound <= found.report.makespan());
        RC_ASSERT(found.report.evaluations <= 150u);
        RC_ASSERT(found.report.evaluations == 150u || found.report.isOptimal());
        for (std::size_t i = 1; i < found.report.incumbents.size(); ++i) {
            RC_ASSERT(found.report.incumbents[i].makespan < found.report.incumbents[i - 1].makespan);
            RC_ASSERT(found.report.incumbents[i].evaluations > found.report.incumbents[i - 1].evaluations);
        }
        const Searched again = search(name + "[budget=150]", problem->estimate, seed);
        for (std::size_t i = 0; i < found.placements.size(); ++i) {
            RC_ASSERT(again.placements[i].task == found.placements[i].task);
            RC_ASSERT(again.placements[i].node == found.placements[i].node);
            RC_ASSERT(again.placements[i].start == found.placements[i].start);
        }
    }
}

TEST(Searches, ShortenHeftsPlansOnTheReferenceInstances) {
    LOOM_NEEDS_SHARED("reference/schedules.json");
    const nlohmann::json all = readShared("reference/schedules.json")["instances"];
    for (const std::string& name : searches()) {
        double sum = 0;
        std::size_t shorter = 0;
        std::size_t count = 0;
        for (const nlohmann::json& one : all) {
            if (one["n"].get<int>() > 40) continue;
            const auto problem = readInstance(one);
            const Searched found = search(name + "[budget=300]", problem->estimate);
            const double ratio = found.makespan / planWith("heft", problem->estimate).makespan;
            EXPECT_LE(ratio, 1) << one["id"];
            EXPECT_EQ(faultOf(found.placements, problem->estimate), "");
            sum += ratio;
            shorter += ratio < 1 ? 1 : 0;
            ++count;
        }
        std::printf("%-10s 300 plans: %zu of %zu shorter than HEFT's, mean ratio %.4f\n", name.c_str(), shorter, count,
                    sum / static_cast<double>(count));
        EXPECT_GT(shorter, count / 3) << name;
    }
}

TEST(Searches, ReachOptimaOfSmallInstances) {
    LOOM_NEEDS_SHARED("reference/optimal.json");
    const nlohmann::json small = readShared("reference/optimal.json")["small"];
    for (const std::string& name : searches()) {
        std::size_t reached = 0;
        for (const nlohmann::json& one : small) {
            const auto problem = readInstance(one);
            const double optimum = one["optimal"].get<double>();
            const double makespan = search(name + "[budget=2000]", problem->estimate).makespan;
            EXPECT_GE(makespan, optimum * (1 - 1e-7)) << one["id"];
            reached += makespan <= optimum * (1 + 1e-6) ? 1 : 0;
        }
        std::printf("%-10s 2000 plans: %zu of %zu optima\n", name.c_str(), reached, small.size());
        EXPECT_GE(reached, 27u) << name;
    }
}

TEST(Searches, SayInEveryDecisionWhatTheyGained) {
    const auto problem = related({2, 2, 2}, {1, 1}, {});
    EXPECT_EQ(planWith("annealing[budget=9]", problem->estimate).decisions[0].rule,
              "annealing: part of the best of 9 plans, 0.00 % shorter than HEFT's");
}

TEST(Portfolio, TakesTheShortestPlanAndSaysWhose) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const auto problem = randomProblem(seed, {.zeros = true, .wide = true});
        const Plan plan = planWith("portfolio", problem->estimate, seed);
        const std::vector<NamedScheduler> all = std::move(*schedulersOf("all"));
        double shortest = std::numeric_limits<double>::infinity();
        std::string winner;
        for (const NamedScheduler& candidate : all) {
            const double makespan = planWith(candidate.name, problem->estimate, seed).makespan;
            if (makespan >= shortest) continue;
            shortest = makespan;
            winner = candidate.name;
        }
        EXPECT_EQ(plan.makespan, shortest);
        EXPECT_EQ(plan.decisions[0].rule.rfind(winner + " makes the shortest of " + std::to_string(all.size()) + " plans: ", 0),
                  0u)
            << plan.decisions[0].rule;
    }
}

TEST(Portfolio, MayBeMadeOfNamedSchedulersWithParameters) {
    const auto problem = related({3, 2, 2}, {1, 1}, {});
    EXPECT_EQ(planWith("portfolio[of=met+heft[insertion=false]]", problem->estimate).makespan, 4);
    const auto errorOf = [](const char* form) {
        const auto made = makeScheduler(*parseSpec(form));
        return made ? std::string() : made.error().text();
    };
    EXPECT_NE(errorOf("portfolio[of=heft+hefd]").find("hefd"), std::string::npos);
    EXPECT_NE(errorOf("portfolio[of=heft+fifo]").find("fifo"), std::string::npos);
    EXPECT_NE(errorOf("portfolio[of=heft+heft]").find("twice"), std::string::npos);
    EXPECT_NE(errorOf("portfolio[of=portfolio[of=heft]]").find("itself"), std::string::npos);
    EXPECT_NE(errorOf("bandit[of=annealing]").find("itself"), std::string::npos);
    EXPECT_NE(errorOf("portfolio[of=]").find("name"), std::string::npos);
}

TEST(BanditPolicy, Ucb1ChoosesAsTheReference) {
    LOOM_NEEDS_SHARED("reference/laws.json");
    const nlohmann::json vectors = readShared("reference/laws.json")["vectors"];
    const nlohmann::json vector =
        *std::find_if(vectors.begin(), vectors.end(), [](const nlohmann::json& v) { return v["id"] == "UCB1"; });
    std::vector<Arm> arms;
    for (std::size_t i = 0; i < 3; ++i) {
        Arm arm;
        arm.pulls = vector["inputs"]["n"][i].get<std::uint64_t>();
        arm.reward = vector["inputs"]["mean"][i].get<double>() * static_cast<double>(arm.pulls);
        arms.push_back(arm);
    }
    EXPECT_EQ(ucb1(arms), vector["expected"]["choice"].get<std::size_t>());
}

TEST(BanditPolicy, PullsEveryArmOnceFirst) {
    std::vector<Arm> arms(3);
    RandomStream random(1, Purpose::test, 0);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(ucb1(arms), i);
        reward(arms[i], 0.5, random);
    }
}

// An arm that pays 0.9 against two that pay 0.2: both policies pull it most.
TEST(BanditPolicy, FindTheBestArm) {
    for (const bool isThompson : {false, true}) {
        std::vector<Arm> arms(3);
        RandomStream random(3, Purpose::test, 0);
        for (int t = 0; t < 500; ++t) {
            const std::size_t arm = isThompson ? thompson(arms, random) : ucb1(arms);
            reward(arms[arm], arm == 1 ? 0.9 : 0.2, random);
        }
        EXPECT_GT(arms[1].pulls, 350u);
        EXPECT_NEAR(arms[1].mean(), 0.9, 1e-9);
        EXPECT_LE(arms[1].successes, arms[1].pulls);
    }
}

TEST(Bandit, PlansAsItsBestCandidate) {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const auto problem = randomProblem(seed, {.particular = true, .storage = true});
        for (const char* policy : {"ucb1", "thompson"}) {
            const Plan plan =
                planWith("bandit[budget=30,of=heft+met,policy=" + std::string(policy) + "]", problem->estimate, seed);
            if (plan.decisions.empty()) continue;
            const std::string& rule = plan.decisions[0].rule;
            const std::string winner = rule.substr(0, rule.find(' '));
            EXPECT_NE(rule.find(" of 30 trial plans"), std::string::npos) << rule;
            EXPECT_EQ(plan.makespan, planWith(winner, problem->estimate, seed).makespan);
        }
    }
}

// Noise of sigma 0 and one candidate far better than the other: the trials are the plan itself.
TEST(Bandit, LearnsFromItsTrials) {
    const auto problem = related(std::vector<double>(20, 1), {1, 1, 1, 1}, {});
    const Plan plan = planWith("bandit[noise=0,of=met+heft]", problem->estimate);
    EXPECT_EQ(plan.makespan, 5);
    EXPECT_EQ(plan.decisions[0].rule.rfind("heft did best on this instance with noise (mean bound / makespan 1.0000 in ", 0), 0u);
}

}  // namespace

}  // namespace loom::test
