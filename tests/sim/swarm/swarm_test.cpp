// A thousand random scenarios. Every run must end well, every trace must satisfy the judge, and the same scenario must
// give the same fingerprint four times: twice alone and twice side by side in a sweep of two threads. A failing seed is printed with its
// scenario and reproduces it; LOOM_SWARM_FIRST draws others.
#include <gtest/gtest.h>

#include <cstdlib>

#include "core/trace/checker.h"
#include "sim/session.h"
#include "sim/sweep/sweep.h"
#include "tests/support/random_scenario.h"

namespace loom::test {
namespace {

constexpr std::uint64_t kSeeds = 50;  // of one test
constexpr std::uint64_t kTests = 20;

std::uint64_t firstSeed() {
    const char* first = std::getenv("LOOM_SWARM_FIRST");
    return first != nullptr ? std::strtoull(first, nullptr, 10) : 0;
}

void checkRun(const ScenarioPtr& scenario, std::string& print) {
    RunControl control, again;
    const Result<RunPtr> run = simulate(scenario, control);
    ASSERT_TRUE(run.ok()) << run.error().text();
    // Where nodes fail faster than data moves, a run rightly gives up; it must say so.
    const bool gaveUp = (*run)->outcome == Outcome::failed && !scenario->file.failures.random.empty() &&
                        (*run)->failure.starts_with("failing nodes cut off task");
    ASSERT_TRUE((*run)->outcome == Outcome::finished || gaveUp) << (*run)->failure;
    if (gaveUp) testing::Test::RecordProperty("gave up", std::to_string(scenario->file.seed));
    for (const Violation& v : checkTrace(**run, 3)) ADD_FAILURE() << "record " << v.record << ", " << v.rule << ": " << v.text;
    print = fingerprint(*(*run)->trace);
    ASSERT_EQ(fingerprint(*(*simulate(scenario, again))->trace), print);
}

// The scenario twice, side by side in two threads.
std::vector<std::string> sweptPrints(const ScenarioPtr& scenario) {
    const std::string seed = std::to_string(scenario->file.seed);
    Progress progress;
    const Result<SweepResult> result = sweep({scenario, {Axis{"seed", {seed, seed}}}, {}, {}, 1}, 2, progress);
    EXPECT_TRUE(result.ok()) << (result.ok() ? "" : result.error().text());
    std::vector<std::string> prints;
    if (result.ok())
        for (const SweepRow& row : result->rows) prints.push_back(row.fingerprint);
    return prints;
}

class Swarm : public testing::TestWithParam<std::uint64_t> {};

TEST_P(Swarm, RunsEndWellSatisfyTheJudgeAndAreTheSameAgain) {
    const std::uint64_t begin = firstSeed() + GetParam() * kSeeds;
    RecordProperty("seeds", std::to_string(begin) + ".." + std::to_string(begin + kSeeds - 1));
    for (std::uint64_t seed = begin; seed < begin + kSeeds; ++seed) {
        const ScenarioFile file = randomScenario(seed);
        SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + formatScenario(file));
        const Result<ScenarioPtr> scenario = resolveScenario(file);
        ASSERT_TRUE(scenario.ok()) << scenario.error().text();
        std::string print;
        checkRun(*scenario, print);
        EXPECT_EQ(sweptPrints(*scenario), (std::vector<std::string>{print, print}));
        if (HasFailure()) return;
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Swarm, testing::Range<std::uint64_t>(0, kTests));

}  // namespace
}  // namespace loom::test
