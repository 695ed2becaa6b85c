// Every algorithm against independent results on seeded instances.
#include <algorithm>
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

// The larger instances record the makespan alone.
void expectSame(const nlohmann::json& expected, const Plan& plan) {
    const double makespan = expected["makespan"].get<double>();
    EXPECT_NEAR(plan.makespan, makespan, 1e-6 * makespan);
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

TEST_P(ReferenceSchedules, EqualThePapersDefinition) {
    LOOM_NEEDS_SHARED("reference/schedules.json");
    const auto& [name, form] = GetParam();
    std::size_t compared = 0;
    for (const nlohmann::json& instance : instances()) {
        if (isFragile(instance, name)) continue;
        SCOPED_TRACE(instance["id"].get<std::string>() + " " + form);
        const std::unique_ptr<Instance> problem = readInstance(instance);
        expectSame(instance["paper"][name], planWith(form, problem->estimate));
        ++compared;
    }
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
