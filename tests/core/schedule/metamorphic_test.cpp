// What happens to every schedule when the problem is scaled.
#include <cstdio>
#include <map>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/core/schedule/online_run.h"
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

// Why an online policy does not scale with the problem; empty where it does.
std::string constantsOf(const std::string& form) {
    static const std::map<std::string, std::string> why = {{"hadoop", "heartbeats come every so many seconds"},
                                                           {"spark", "waits so many seconds for a local place"},
                                                           {"dask", "guesses and intervals are in seconds"},
                                                           {"ray", "views are so many milliseconds old"}};
    const auto at = why.find(form.substr(0, form.find('[')));
    return at != why.end() ? at->second : "";
}

TEST(Metamorphic, OnlinePoliciesScaleUnlessTheyHaveTimesOfTheirOwn) {
    LOOM_NEEDS_SHARED("reference/schedules.json");
    for (const std::string& form : onlineForms())
        if (const std::string why = constantsOf(form); !why.empty()) std::printf("left out of scaling: %-32s %s\n", form.c_str(), why.c_str());
    const nlohmann::json all = readShared("reference/schedules.json")["instances"];
    std::size_t compared = 0;
    for (const nlohmann::json& one : all) {
        if (one.contains("fragile") || one["n"].get<int>() > 60) continue;
        SCOPED_TRACE(one["id"].get<std::string>());
        const auto plain = readInstance(one), longer = readInstance(one, kScale, kScale, 1), faster = readInstance(one, 1, 1, kScale);
        for (const std::string& form : onlineForms()) {
            if (!constantsOf(form).empty()) continue;
            const OnlineRun run = runOnline(form, plain->estimate);
            for (const auto& [other, factor] : {std::pair(longer.get(), kScale), std::pair(faster.get(), 1 / kScale)}) {
                const OnlineRun scaled = runOnline(form, other->estimate);
                EXPECT_EQ(scaled.node, run.node) << form << " x " << factor;
                EXPECT_NEAR(scaled.makespan.seconds(), run.makespan.seconds() * factor, 1e-6 * scaled.makespan.seconds()) << form << " x " << factor;
                ++compared;
            }
        }
    }
    EXPECT_GT(compared, 500u);
}

}  // namespace

}  // namespace loom::test
