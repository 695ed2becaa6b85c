// A run that is cancelled while its scheduler still plans.
#include <chrono>
#include <cstdio>
#include <thread>

#include <gtest/gtest.h>

#include "core/scenario/scenario.h"
#include "core/schedule/scheduler.h"
#include "sim/session.h"
#include "tests/support/run_command.h"

namespace loom::test {

namespace {

using Clock = std::chrono::steady_clock;

ScenarioFile largeScenario(const Spec& scheduler, const char* tasks) {
    ScenarioFile file;
    file.workload = Spec{"layered", {{"tasks", tasks}, {"width", "200"}}};
    file.platform = Spec{"star", {{"nodes", "32"}}};
    file.scheduler = scheduler;
    return file;
}

struct Ended {
    Result<RunPtr> run = failure("not run");
    double secondsAfterCancel = 0;
};

// Cancels `wait` after the start.
Ended runAndCancel(const ScenarioPtr& scenario, std::chrono::milliseconds wait) {
    RunControl control;
    Clock::time_point cancelledAt;
    std::thread hand([&] {
        std::this_thread::sleep_for(wait);
        cancelledAt = Clock::now();
        control.progress.cancel();
    });
    Ended ended;
    ended.run = simulate(scenario, control);
    const Clock::time_point end = Clock::now();
    hand.join();
    ended.secondsAfterCancel = std::max(0.0, std::chrono::duration<double>(end - cancelledAt).count());
    return ended;
}

// The budget makes those that search take minutes where nothing stops them.
std::vector<Spec> everyScheduler() {
    std::vector<Spec> specs;
    for (const RegistryEntry& entry : schedulerRegistry()) {
        Spec spec{entry.name, {}};
        for (const ParamDef& param : entry.params)
            if (param.name == "budget") spec.arguments.emplace_back("budget", "1000000");
        specs.push_back(std::move(spec));
    }
    return specs;
}

TEST(Cancel, EndsEverySchedulerAtOnce) {
    const ScenarioPtr base = *resolveScenario(largeScenario(Spec{"fifo", {}}, "5000"));
    double longest = 0;
    std::string slowest;
    for (const Spec& scheduler : everyScheduler()) {
        SCOPED_TRACE(scheduler.text());
        const Result<ScenarioPtr> scenario = resolveScenario(largeScenario(scheduler, "5000"), *base);
        ASSERT_TRUE(scenario.ok());
        const Ended ended = runAndCancel(*scenario, std::chrono::milliseconds(20));
        ASSERT_TRUE(ended.run.ok()) << ended.run.error().text();
        EXPECT_TRUE((*ended.run)->outcome == Outcome::cancelled || (*ended.run)->outcome == Outcome::finished);
        // Far above what it takes, as the machine may be busy with other things.
        EXPECT_LT(ended.secondsAfterCancel, 1.0);
        if (ended.secondsAfterCancel > 0.05) std::printf("  %s: %.0f ms after the cancel\n", scheduler.text().c_str(), 1e3 * ended.secondsAfterCancel);
        if (ended.secondsAfterCancel > longest) longest = ended.secondsAfterCancel, slowest = scheduler.text();
    }
    std::printf("longest after a cancel: %.1f ms, %s\n", 1e3 * longest, slowest.c_str());
}

TEST(Cancel, BeforeTheFirstDecisionIsACancelledRunUnderEveryScheduler) {
    const ScenarioPtr base = *resolveScenario(largeScenario(Spec{"fifo", {}}, "40"));
    for (const Spec& scheduler : everyScheduler()) {
        SCOPED_TRACE(scheduler.text());
        RunControl control;
        control.progress.cancel();
        const Result<RunPtr> run = simulate(*resolveScenario(largeScenario(scheduler, "40"), *base), control);
        ASSERT_TRUE(run.ok()) << run.error().text();
        EXPECT_EQ((*run)->outcome, Outcome::cancelled);
        EXPECT_EQ((*run)->failure, "the run was cancelled");
        EXPECT_TRUE((*run)->plan.empty());
        EXPECT_FALSE((*run)->search.has_value()) << "a search that was cut short proves nothing";
    }
}

TEST(Cancel, OfAScriptIsNoErrorOfTheScript) {
    ScratchFolder folder;
    for (const char* body : {"function plan()\n  while true do end\nend", "function react()\n  while true do end\nend"}) {
        SCOPED_TRACE(body);
        folder.write("slow.lua", body);
        ScenarioFile file = largeScenario(Spec{"slow.lua", {}}, "40");
        file.baseFolder = folder.path().string();
        const Ended ended = runAndCancel(*resolveScenario(file), std::chrono::milliseconds(20));
        ASSERT_TRUE(ended.run.ok()) << ended.run.error().text();
        EXPECT_EQ((*ended.run)->outcome, Outcome::cancelled);
        EXPECT_EQ((*ended.run)->failure, "the run was cancelled");
        EXPECT_LT(ended.secondsAfterCancel, 1.0);
    }
}

}  // namespace

}  // namespace loom::test
