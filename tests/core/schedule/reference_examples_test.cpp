// The published worked examples, to the last figure.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/schedule/dominant_sequence.h"
#include "core/schedule/optimistic_cost.h"
#include "core/schedule/priority_order.h"
#include "tests/core/schedule/plan_checker.h"
#include "tests/support/reference_instance.h"
#include "tests/core/schedule/reference_names.h"
#include "tests/support/shared_data.h"

namespace loom::test {

namespace {

// Order of decisions, nodes, starts and ends.
void expectSchedule(const nlohmann::json& expected, const Plan& plan) {
    EXPECT_EQ(plan.makespan, expected["makespan"].get<double>());
    for (std::size_t i = 0; i < plan.byTask.size(); ++i) {
        EXPECT_EQ(plan.byTask[i].node.index(), expected["node"][i].get<std::size_t>()) << "task " << i;
        EXPECT_EQ(plan.byTask[i].start.seconds(), expected["start"][i].get<double>()) << "task " << i;
        EXPECT_EQ(plan.byTask[i].finish.seconds(), expected["end"][i].get<double>()) << "task " << i;
        EXPECT_EQ(plan.decisions.at(i).task.index(), expected["order"][i].get<std::size_t>()) << "decision " << i;
    }
}

void expectNumbers(const nlohmann::json& expected, const std::vector<double>& values, double tolerance) {
    ASSERT_EQ(expected.size(), values.size());
    for (std::size_t i = 0; i < values.size(); ++i) EXPECT_NEAR(values[i], expected[i].get<double>(), tolerance) << i;
}

// Every schedule an example records for an algorithm we have.
void expectExample(const nlohmann::json& example) {
    const std::unique_ptr<Instance> problem = readInstance(example);
    std::size_t compared = 0;
    std::vector<std::pair<std::string, std::string>> names = referenceNames();
    names.insert(names.end(), exampleNames().begin(), exampleNames().end());
    for (const auto& [name, form] : names) {
        const auto recorded = example["computed_here"].find(name);
        if (recorded == example["computed_here"].end()) continue;
        SCOPED_TRACE(name);
        const Plan plan = planWith(form, problem->estimate);
        expectSchedule(*recorded, plan);
        EXPECT_EQ(faultOf(plan.placements, problem->estimate), "");
        ++compared;
    }
    EXPECT_GE(compared, 2u);
    const nlohmann::json none = nlohmann::json::object();
    const nlohmann::json& others = example["computed_here"].contains("others") ? example["computed_here"]["others"] : none;
    for (const auto& [name, form] : names)
        if (others.contains(name)) {
            EXPECT_EQ(planWith(form, problem->estimate).makespan, others[name].get<double>()) << name;
        }
}

TEST(Topcuoglu2002, SchedulesEqualTheRecorded) {
    LOOM_NEEDS_SHARED("reference/examples/topcuoglu2002.json");
    expectExample(readShared("reference/examples/topcuoglu2002.json"));
}

TEST(Topcuoglu2002, PublishedFigures) {
    LOOM_NEEDS_SHARED("reference/examples/topcuoglu2002.json");
    const nlohmann::json example = readShared("reference/examples/topcuoglu2002.json");
    const std::unique_ptr<Instance> problem = readInstance(example);
    const nlohmann::json& published = example["published"];
    EXPECT_EQ(planWith("heft", problem->estimate).makespan, published["HEFT"].get<double>());
    EXPECT_EQ(planWith("cpop", problem->estimate).makespan, published["CPOP"].get<double>());
    expectNumbers(published["rank_u"], planWith("heft", problem->estimate).priorities, 5e-4);
    expectNumbers(published["rank_d"], meanDownwardRanks(problem->estimate, Averaging::pairs), 5e-4);
    expectNumbers(example["computed_here"]["rank_u+rank_d"], planWith("cpop", problem->estimate).priorities, 1e-6);
    const Plan cpop = planWith("cpop", problem->estimate);
    for (const nlohmann::json& task : published["CPOP_critical_path"])
        EXPECT_EQ(cpop.byTask[task.get<std::size_t>()].node.index(), published["CPOP_processor"].get<std::size_t>());
}

TEST(Topcuoglu2002, CandidatesOfEveryHeftDecision) {
    LOOM_NEEDS_SHARED("reference/examples/topcuoglu2002.json");
    const nlohmann::json example = readShared("reference/examples/topcuoglu2002.json");
    const Plan plan = planWith("heft", readInstance(example)->estimate);
    const nlohmann::json& trace = example["computed_here"]["HEFT_trace"];
    ASSERT_EQ(plan.decisions.size(), trace.size());
    for (std::size_t i = 0; i < trace.size(); ++i) {
        const Decision& decision = plan.decisions[i];
        EXPECT_EQ(decision.task.index(), trace[i]["task"].get<std::size_t>());
        EXPECT_EQ(decision.chosen.index(), trace[i]["chosen"].get<std::size_t>());
        EXPECT_EQ(decision.priority, plan.priorities[decision.task.index()]);
        ASSERT_EQ(decision.candidates.size(), 3u);
        for (std::size_t p = 0; p < 3; ++p) {
            EXPECT_EQ(decision.candidates[p].node.index(), p);
            EXPECT_EQ(decision.candidates[p].start.seconds(), trace[i]["candidates"][p]["est"].get<double>());
            EXPECT_EQ(decision.candidates[p].finish.seconds(), trace[i]["candidates"][p]["eft"].get<double>());
            EXPECT_EQ(decision.candidates[p].score, trace[i]["candidates"][p]["eft"].get<double>());
        }
    }
}

TEST(Peft2014, SchedulesEqualTheRecorded) {
    LOOM_NEEDS_SHARED("reference/examples/peft2014.json");
    expectExample(readShared("reference/examples/peft2014.json"));
}

TEST(Peft2014, OptimisticCostsAndRanks) {
    LOOM_NEEDS_SHARED("reference/examples/peft2014.json");
    const nlohmann::json example = readShared("reference/examples/peft2014.json");
    const std::unique_ptr<Instance> problem = readInstance(example);
    const std::vector<double> table = optimisticCosts(problem->estimate, false);
    for (std::size_t t = 0; t < 10; ++t)
        for (std::size_t p = 0; p < 3; ++p) EXPECT_EQ(table[t * 3 + p], example["published"]["OCT"][t][p].get<double>());
    const Plan plan = planWith("peft", problem->estimate);
    EXPECT_EQ(plan.makespan, 122);
    expectNumbers(example["published"]["rank_oct"], plan.priorities, 1e-6);
    expectNumbers(example["published"]["rank_u"], planWith("heft", problem->estimate).priorities, 1e-6);
    for (const Decision& decision : plan.decisions)
        for (const Candidate& candidate : decision.candidates)
            EXPECT_EQ(candidate.score, candidate.finish.seconds() + table[decision.task.index() * 3 + candidate.node.index()]);
}

TEST(KwokAhmad1999, SchedulesEqualTheRecorded) {
    LOOM_NEEDS_SHARED("reference/examples/kwok_ahmad1999.json");
    expectExample(readShared("reference/examples/kwok_ahmad1999.json"));
}

TEST(KwokAhmad1999, PublishedLengths) {
    LOOM_NEEDS_SHARED("reference/examples/kwok_ahmad1999.json");
    const nlohmann::json example = readShared("reference/examples/kwok_ahmad1999.json");
    const std::unique_ptr<Instance> problem = readInstance(example);
    for (const auto& [name, form] :
         {std::pair{"HLFET", "hlfet"}, std::pair{"ISH", "ish"}, std::pair{"ETF", "etf"}, std::pair{"DLS", "dls"}})
        EXPECT_EQ(planWith(form, problem->estimate).makespan, example["published"][name].get<double>()) << name;
}

// The survey prints 17; dominant_sequence.h says why this is 19.
TEST(KwokAhmad1999, DscByItsOwnRules) {
    LOOM_NEEDS_SHARED("reference/examples/kwok_ahmad1999.json");
    const std::unique_ptr<Instance> problem = readInstance(readShared("reference/examples/kwok_ahmad1999.json"));
    const Clustering clustering = dominantSequenceClusters(problem->estimate);
    EXPECT_EQ(clustering.makespan, 19);
    std::vector<std::vector<std::size_t>> clusters;
    for (const std::vector<TaskId>& cluster : clustering.clusters) {
        clusters.emplace_back();
        for (const TaskId task : cluster) clusters.back().push_back(task.index());
    }
    EXPECT_EQ(clusters, (std::vector<std::vector<std::size_t>>{{0, 6, 8}, {1, 5}, {3, 7}, {2}, {4}}));
}

TEST(Maheswaran1999, SchedulesEqualTheRecorded) {
    LOOM_NEEDS_SHARED("reference/examples/maheswaran1999.json");
    expectExample(readShared("reference/examples/maheswaran1999.json"));
}

TEST(Tiny, SchedulesEqualTheRecorded) {
    LOOM_NEEDS_SHARED("reference/examples/tiny.json");
    std::size_t compared = 0;
    const nlohmann::json cases = readShared("reference/examples/tiny.json")["cases"];
    for (const nlohmann::json& one : cases)
        for (const auto& [name, form] : referenceNames()) {
            if (one["algorithm"] != name) continue;
            SCOPED_TRACE(one["name"].get<std::string>());
            expectSchedule(one["result"], planWith(form, readInstance(one)->estimate));
            ++compared;
        }
    EXPECT_EQ(compared, cases.size());
}

}  // namespace

}  // namespace loom::test
