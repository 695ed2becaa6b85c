// No schedule is shorter than the proven optimum.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/core/schedule/plan_checker.h"
#include "tests/support/reference_instance.h"
#include "tests/core/schedule/reference_names.h"
#include "tests/support/shared_data.h"

namespace loom::test {

namespace {

TEST(Optimal, SmallInstances) {
    LOOM_NEEDS_SHARED("reference/optimal.json");
    const nlohmann::json small = readShared("reference/optimal.json")["small"];
    for (const nlohmann::json& one : small) {
        SCOPED_TRACE(one["id"].get<std::string>());
        const auto problem = readInstance(one);
        const double optimal = one["optimal"].get<double>();
        for (const std::string& form : staticForms()) {
            const Plan plan = planWith(form, problem->estimate);
            EXPECT_GE(plan.makespan, optimal * (1 - 1e-7)) << form;
            EXPECT_EQ(faultOf(plan.placements, problem->estimate), "") << form;
        }
        for (const auto& [name, form] : referenceNames()) {
            if (!one["heuristics"].contains(name)) continue;
            const double expected = one["heuristics"][name].get<double>();
            EXPECT_NEAR(planWith(form, problem->estimate).makespan, expected, 1e-6 * expected) << name;
        }
    }
    EXPECT_EQ(small.size(), 40u);
}

TEST(Optimal, StandardTaskGraphs) {
    LOOM_NEEDS_SHARED("reference/optimal.json");
    const nlohmann::json graphs = readShared("reference/optimal.json")["stg"];
    std::size_t compared = 0;
    for (const nlohmann::json& one : graphs) {
        std::vector<EdgeOf> edges;
        for (const nlohmann::json& e : one["edges"]) edges.push_back({e[0].get<std::uint32_t>(), e[1].get<std::uint32_t>(), 0});
        for (const auto& [processors, value] : one["processors"].items()) {
            if (value["optimal"].is_null()) continue;  // not known
            const std::size_t m = std::stoul(processors);
            const auto problem = related(one["cost"].get<std::vector<double>>(), std::vector<double>(m, 1), edges);
            const double optimal = value["optimal"].get<double>();
            for (const char* form : {"heft", "cpop", "peft", "min-min", "max-min", "etf", "hlfet"}) {
                const double makespan = planWith(form, problem->estimate).makespan;
                EXPECT_GE(makespan, optimal) << form << " " << one["id"] << " on " << m;
                EXPECT_LE(makespan, (2 - 1.0 / static_cast<double>(m)) * optimal) << form << " " << one["id"] << " on " << m;
                ++compared;
            }
        }
    }
    EXPECT_GE(compared, 7 * 171u);
}

}  // namespace

}  // namespace loom::test
