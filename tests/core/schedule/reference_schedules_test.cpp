// Every algorithm against independent results on seeded instances.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/reference_instance.h"
#include "tests/core/schedule/reference_names.h"
#include "tests/support/shared_data.h"

namespace loom::test {

namespace {

class ReferenceSchedules : public testing::TestWithParam<std::pair<std::string, std::string>> {};

const nlohmann::json& instances() {
    static const nlohmann::json all = readShared("reference/schedules.json")["instances"];
    return all;
}

bool isFragile(const nlohmann::json& instance, const std::string& name) {
    if (!instance.contains("fragile")) return false;
    const nlohmann::json& names = instance["fragile"].value("paper", nlohmann::json::array());
    return std::find(names.begin(), names.end(), name) != names.end();
}

void expectSamePlaces(const nlohmann::json& expected, const Plan& plan) {
    for (std::size_t i = 0; i < plan.byTask.size(); ++i) {
        ASSERT_TRUE(plan.byTask[i].node.valid()) << "task " << i;
        if (expected.contains("node")) {
            EXPECT_EQ(plan.byTask[i].node.index(), expected["node"][i].get<std::size_t>()) << "task " << i;
        }
        if (!expected.contains("start")) continue;
        const double start = expected["start"][i].get<double>();
        EXPECT_NEAR(plan.byTask[i].start.seconds(), start, 1e-6 * std::max(1.0, start)) << "task " << i;
    }
}

// The larger instances record the makespan alone. Gives the relative difference of the makespans.
double expectSame(const nlohmann::json& expected, const Plan& plan) {
    const double makespan = expected["makespan"].get<double>();
    EXPECT_NEAR(plan.makespan, makespan, 1e-6 * makespan);
    expectSamePlaces(expected, plan);
    return std::abs(plan.makespan - makespan) / makespan;
}

TEST_P(ReferenceSchedules, EqualThePapersDefinition) {
    LOOM_NEEDS_SHARED("reference/schedules.json");
    const auto& [name, form] = GetParam();
    std::size_t compared = 0;
    double largest = 0;
    for (const nlohmann::json& instance : instances()) {
        if (isFragile(instance, name)) continue;
        SCOPED_TRACE(instance["id"].get<std::string>() + " " + form);
        const std::unique_ptr<Instance> problem = readInstance(instance);
        largest = std::max(largest, expectSame(instance["paper"][name], planWith(form, problem->estimate)));
        ++compared;
    }
    std::printf("%-18s %-26s %3zu instances, %zu fragile left out, largest difference %.1e\n", name.c_str(), form.c_str(), compared, instances().size() - compared,
                largest);
    EXPECT_GE(compared, 82u);
}

// Nothing the reference records as a paper's definition is left out.
TEST(ReferenceSchedulesList, NamesEveryRecordedAlgorithm) {
    LOOM_NEEDS_SHARED("reference/schedules.json");
    std::set<std::string> missing;
    for (const nlohmann::json& instance : instances())
        for (const auto& [name, result] : instance["paper"].items()) missing.insert(name);
    for (const auto& [name, form] : referenceNames()) missing.erase(name);
    EXPECT_EQ(missing, std::set<std::string>{});
}

INSTANTIATE_TEST_SUITE_P(All, ReferenceSchedules, testing::ValuesIn(referenceNames()),
                         [](const auto& instance) { return instance.param.first; });

}  // namespace

}  // namespace loom::test
