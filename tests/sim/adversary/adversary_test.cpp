// The search finds what it looks for, repeats, stays within its bounds and stops when asked.
#include "sim/adversary/adversary.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <chrono>
#include <set>
#include <thread>

#include "sim/session.h"
#include "tests/support/run_command.h"

namespace loom::test {
namespace {

AdversaryPlan planFor(const char* loser, const char* winner, std::uint64_t evaluations) {
    AdversaryPlan plan;
    plan.loser = *parseSpec(loser);
    plan.winner = *parseSpec(winner);
    plan.evaluations = evaluations;
    return plan;
}

AdversaryResult find(const AdversaryPlan& plan) {
    Progress progress;
    const Result<AdversaryResult> result = findAdversary(plan, progress);
    EXPECT_TRUE(result) << result.error().text();
    return *result;
}

double makespanOf(ScenarioFile file, const Spec& scheduler) {
    file.scheduler = scheduler;
    RunControl control;
    return (*simulate(*resolveScenario(file), control))->totals.lastCommit.seconds();
}

TEST(Adversary, EachOfTwoGoodSchedulersCanBeMadeToLose) {
    for (const auto& [loser, winner] : {std::pair("heft", "cpop"), std::pair("cpop", "heft")}) {
        const AdversaryPlan plan = planFor(loser, winner, 3000);
        const AdversaryResult result = find(plan);
        EXPECT_GT(result.ratio, 1.2) << loser;
        EXPECT_DOUBLE_EQ(makespanOf(result.worst, plan.loser) / makespanOf(result.worst, plan.winner), result.ratio);
        // The saved instance is the found one.
        const Result<ScenarioFile> read = parseScenario(formatScenario(result.worst), "worst.json");
        ASSERT_TRUE(read) << read.error().text();
        EXPECT_DOUBLE_EQ(makespanOf(*read, plan.loser), result.loser);
        std::printf("%s / %s: %.4f\n", loser, winner, result.ratio);
    }
}

TEST(Adversary, TheRatioOnlyRisesAndEveryStepSaysWhy) {
    const AdversaryResult result = find(planFor("fifo", "heft", 1000));
    ASSERT_FALSE(result.steps.empty());
    for (std::size_t i = 1; i < result.steps.size(); ++i) {
        EXPECT_GT(result.steps[i].ratio, result.steps[i - 1].ratio);
        EXPECT_GT(result.steps[i].evaluation, result.steps[i - 1].evaluation);
        EXPECT_FALSE(result.steps[i].change.empty());
    }
    EXPECT_EQ(result.evaluations, 1000u);
    EXPECT_DOUBLE_EQ(result.steps.back().ratio, result.ratio);
}

TEST(Adversary, TheSameSeedFindsTheSameInstance) {
    AdversaryPlan plan = planFor("min-min", "max-min", 500);
    const AdversaryResult first = find(plan);
    EXPECT_EQ(formatScenario(find(plan).worst), formatScenario(first.worst));
    plan.seed = 2;
    EXPECT_NE(formatScenario(find(plan).worst), formatScenario(first.worst));
}

TEST(Adversary, AgainstItselfNobodyLoses) { EXPECT_DOUBLE_EQ(find(planFor("heft", "heft", 100)).ratio, 1); }

TEST(Adversary, StopsWhenAsked) {
    AdversaryPlan plan = planFor("heft", "cpop", 1'000'000'000);
    plan.restarts = 1;
    Progress progress;
    const Result<AdversaryResult> result = findAdversary(plan, progress, [&](const AdversaryStep&, const ScenarioFile&) { progress.cancel(); });
    ASSERT_TRUE(result);
    EXPECT_EQ(result->evaluations, 1u);
}

// The loser's script never ends: only a cancel that reaches into the run gets out of it.
TEST(Adversary, StopsWithinTheInstanceAtHand) {
    ScratchFolder folder;
    folder.write("endless.lua", "function react()\n  while true do end\nend");
    AdversaryPlan plan = planFor("heft", "heft", 10);
    plan.loser = Spec{(folder.path() / "endless.lua").string(), {}};
    Progress progress;
    std::thread hand([&progress] {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        progress.cancel();
    });
    const Result<AdversaryResult> result = findAdversary(plan, progress);
    hand.join();
    ASSERT_TRUE(result) << result.error().text();
    EXPECT_EQ(result->evaluations, 0u);
    EXPECT_EQ(result->ratio, 0);
}

TEST(Adversary, RefusesWhatCannotBeSearched) {
    Progress progress;
    AdversaryPlan plan = planFor("heft", "no-such", 10);
    EXPECT_NE(findAdversary(plan, progress).error().text().find("no-such"), std::string::npos);
    plan = planFor("heft", "cpop", 10);
    plan.bounds.speed = {0, 1};
    EXPECT_EQ(findAdversary(plan, progress).error().text(), "speed: expected a range above 0, the lower end first");
    // So little that nothing takes a nanosecond: equal, not a division by zero.
    plan = planFor("heft", "cpop", 10);
    plan.bounds.work = plan.bounds.bytes = {1e-15, 1e-15};
    plan.bounds.speed = plan.bounds.bandwidth = {1e6, 1e6};
    EXPECT_DOUBLE_EQ(find(plan).ratio, 1);
    plan = planFor("heft", "cpop", 10);
    plan.bounds.fewestTasks = 9;
    EXPECT_EQ(findAdversary(plan, progress).error().text(), "tasks: expected 1 to 1000, the fewer first");
}

bool within(double value, Range range) { return value >= range.low && value <= range.high; }

// Any walk from any instance stays an acyclic graph on full links within the bounds.
TEST(Instance, StaysWithinItsBounds) {
    EXPECT_TRUE(rc::check([] {
        InstanceBounds bounds;
        bounds.fewestTasks = *rc::gen::inRange(1u, 4u);
        bounds.mostTasks = bounds.fewestTasks + *rc::gen::inRange(0u, 4u);
        bounds.fewestNodes = *rc::gen::inRange(1u, 3u);
        bounds.mostNodes = bounds.fewestNodes + *rc::gen::inRange(0u, 3u);
        RandomStream stream(*rc::gen::arbitrary<std::uint64_t>(), Purpose::test, 0);
        Instance instance = Instance::random(bounds, stream);
        for (int step = 0; step < 40; ++step) {
            RC_ASSERT(!instance.change(bounds, stream).empty());
            const std::size_t nodes = instance.speed.size();
            RC_ASSERT(instance.work.size() >= bounds.fewestTasks && instance.work.size() <= bounds.mostTasks);
            RC_ASSERT(nodes >= bounds.fewestNodes && nodes <= bounds.mostNodes);
            RC_ASSERT(instance.bandwidth.size() == nodes * nodes);
            for (const double work : instance.work) RC_ASSERT(within(work, bounds.work));
            for (const double speed : instance.speed) RC_ASSERT(within(speed, bounds.speed));
            for (std::size_t i = 0; i < nodes * nodes; ++i)
                RC_ASSERT((i % (nodes + 1) == 0 ? instance.bandwidth[i] == 0 : within(instance.bandwidth[i], bounds.bandwidth)));
            std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
            for (const Instance::Edge& edge : instance.edges) {
                RC_ASSERT(edge.from < edge.to && edge.to < instance.work.size() && within(edge.bytes, bounds.bytes));
                RC_ASSERT(pairs.emplace(edge.from, edge.to).second);
            }
        }
        RC_ASSERT(resolveScenario(instance.scenario("x", Spec{"heft", {}}, Spec{"unshared", {}}, 1)).ok());
    }));
}

}  // namespace
}  // namespace loom::test
