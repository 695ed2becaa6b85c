// What happens to every schedule when the problem is scaled.
#include <cstdio>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/core/schedule/plan_checker.h"
#include "tests/support/reference_instance.h"
#include "tests/support/shared_data.h"

namespace loom::test {

namespace {

constexpr double kScale = 8;  // a power of two: the mantissas of all inputs stay the same

// Instances whose results hang on last bits are left out, and PETS, whose ranks are rounded to whole seconds, with the
// portfolio that asks it.
void expectScaled(const nlohmann::json& json, const Instance& scaled, double factor) {
    const auto plain = readInstance(json);
    for (const std::string& form : staticForms()) {
        if (form == "pets" || form == "portfolio") continue;
        const Plan before = planWith(form, plain->estimate);
        const Plan after = planWith(form, scaled.estimate);
        EXPECT_NEAR(after.makespan, before.makespan * factor, 1e-6 * after.makespan) << form;
        for (std::size_t i = 0; i < before.byTask.size(); ++i)
            EXPECT_EQ(after.byTask[i].node, before.byTask[i].node) << form << " task " << i;
    }
}

TEST(Metamorphic, CostsAndDataTimesK) {
    LOOM_NEEDS_SHARED("reference/schedules.json");
    std::printf("left out of scaling: pets, whose ranks are whole seconds; portfolio, which asks it\n");
    const nlohmann::json all = readShared("reference/schedules.json")["instances"];
    for (const nlohmann::json& one : all) {
        if (one.contains("fragile") || one["n"].get<int>() > 60) continue;
        SCOPED_TRACE(one["id"].get<std::string>());
        expectScaled(one, *readInstance(one, kScale, kScale, 1), kScale);
    }
}

TEST(Metamorphic, SpeedsAndBandwidthsTimesK) {
    LOOM_NEEDS_SHARED("reference/schedules.json");
    const nlohmann::json all = readShared("reference/schedules.json")["instances"];
    for (const nlohmann::json& one : all) {
        if (one.contains("fragile") || one["n"].get<int>() > 60) continue;
        SCOPED_TRACE(one["id"].get<std::string>());
        expectScaled(one, *readInstance(one, 1, 1, kScale), 1 / kScale);
    }
}

}  // namespace

}  // namespace loom::test
