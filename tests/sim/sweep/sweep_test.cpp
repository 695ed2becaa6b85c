// A sweep gives what its runs give one by one, in the order of the grid, for any number of threads.
#include <gtest/gtest.h>

#include <thread>

#include "sim/session.h"
#include "sim/sweep/interval.h"
#include "sim/sweep/sweep.h"

namespace loom::test {
namespace {

ScenarioPtr scenarioFrom(const std::string& json) {
    Result<ScenarioFile> file = parseScenario(json, "test");
    EXPECT_TRUE(file.ok()) << (file.ok() ? "" : file.error().text());
    Result<ScenarioPtr> scenario = resolveScenario(*file);
    EXPECT_TRUE(scenario.ok()) << (scenario.ok() ? "" : scenario.error().text());
    return *scenario;
}

ScenarioPtr layered() {
    return scenarioFrom(R"({"clusterloom": 1, "seed": 3, "scheduler": "fifo", "network": "max-min", "platform": "star[nodes=3,cores=2]",
        "workload": "layered[tasks=40,width=8]", "failures": {"random": [{"nodes": "*", "mttf": 40, "mttr": 2}]}})");
}

Axis axis(const std::string& text) { return parseAxis(text).value(); }

SweepPlan wholeGrid() {
    return {layered(), {axis("platform.nodes=2..4"), axis("failures.random.0.mttf=20,80")},
            {Spec{"fifo", {}}, Spec{"heft", {}}}, {Spec{"unshared", {}}, parseSpec("max-min[tcp=lv08]").value()}, 2};
}

SweepResult run(const SweepPlan& plan, unsigned threads) {
    Progress progress;
    Result<SweepResult> result = sweep(plan, threads, progress);
    EXPECT_TRUE(result.ok()) << (result.ok() ? "" : result.error().text());
    EXPECT_EQ(progress.done(), progress.total());
    return result.ok() ? std::move(*result) : SweepResult{};
}

std::string refusal(const SweepPlan& plan) {
    Progress progress;
    const Result<SweepResult> result = sweep(plan, 1, progress);
    EXPECT_FALSE(result.ok());
    return result.ok() ? "" : result.error().text();
}

TEST(Sweep, RowsStandInTheOrderOfTheGrid) {
    const SweepResult result = run(wholeGrid(), 2);
    ASSERT_EQ(result.rows.size(), 3u * 2 * 2 * 2);
    EXPECT_FALSE(result.cancelled);
    const auto point = [&](std::size_t i) {
        const SweepRow& row = result.rows[i];
        return settingsText(row.settings) + " " + row.scheduler.text() + " " + row.network.text();
    };
    EXPECT_EQ(point(0), "platform.nodes=2, failures.random.0.mttf=20 fifo unshared");
    EXPECT_EQ(point(1), "platform.nodes=2, failures.random.0.mttf=20 fifo max-min[tcp=lv08]");
    EXPECT_EQ(point(2), "platform.nodes=2, failures.random.0.mttf=20 heft unshared");
    EXPECT_EQ(point(4), "platform.nodes=2, failures.random.0.mttf=80 fifo unshared");
    EXPECT_EQ(point(23), "platform.nodes=4, failures.random.0.mttf=80 heft max-min[tcp=lv08]");
}

TEST(Sweep, ThreadsChangeNothing) {
    const SweepResult one = run(wholeGrid(), 1);
    for (const unsigned threads : {2u, 7u}) {
        const SweepResult many = run(wholeGrid(), threads);
        ASSERT_EQ(many.rows.size(), one.rows.size());
        for (std::size_t i = 0; i < one.rows.size(); ++i) {
            EXPECT_EQ(many.rows[i].fingerprint, one.rows[i].fingerprint) << i;
            EXPECT_EQ(many.rows[i].makespans, one.rows[i].makespans) << i;
            EXPECT_EQ(many.rows[i].metrics.bytesMoved, one.rows[i].metrics.bytesMoved) << i;
        }
    }
}

TEST(Sweep, EveryRowIsItsRunAlone) {
    const SweepPlan plan = wholeGrid();
    for (const SweepRow& row : run(plan, 2).rows)
        for (std::uint64_t repetition = 0; repetition < 2; ++repetition) {
            ScenarioFile file = plan.base->file;
            auto& platform = std::get<Spec>(file.platform);
            platform.set("nodes", row.settings[0].value);
            file.failures.random[0].meanTimeToFailure = std::stod(row.settings[1].value);
            file.scheduler = row.scheduler;
            file.network = row.network;
            file.seed += repetition;
            RunControl control;
            const Result<RunPtr> alone = simulate(*resolveScenario(file), control);
            EXPECT_EQ(row.makespans.at(repetition), computeMetrics(**alone).makespan);
            if (repetition > 0) continue;  // later seeds keep only their makespan
            EXPECT_EQ(row.fingerprint, fingerprint(*(*alone)->trace));
        }
}

TEST(Sweep, WhatDoesNotVaryIsShared) {
    const ScenarioPtr base = layered();
    ScenarioFile file = base->file;
    file.scheduler = Spec{"heft", {}};
    const ScenarioPtr scheduled = *resolveScenario(file, *base);
    EXPECT_EQ(scheduled->graph, base->graph);
    EXPECT_EQ(scheduled->platform, base->platform);
    file.platform = parseSpec("star[nodes=5]").value();
    const ScenarioPtr moved = *resolveScenario(file, *base);
    EXPECT_EQ(moved->graph, base->graph);
    EXPECT_EQ(moved->platform->nodeCount(), 5u);
    file.seed = 4;  // a generator draws from it
    EXPECT_NE((*resolveScenario(file, *base))->graph, base->graph);
}

TEST(Sweep, PointsThatCannotRunAreRowsThatSaySo) {
    const ScenarioPtr base = scenarioFrom(R"({"clusterloom": 1, "scheduler": "fifo", "platform": "star[nodes=2,cores=4]",
        "workload": {"tasks": [{"id": "a", "work": "1 Gflop", "cores": 3}]}})");
    const SweepResult result = run({base, {axis("platform.cores=2,4")}, {}, {}, 1}, 2);
    ASSERT_EQ(result.rows.size(), 2u);
    EXPECT_NE(result.rows[0].failure.find("no node can run it"), std::string::npos) << result.rows[0].failure;
    EXPECT_TRUE(result.rows[0].makespans.empty());
    EXPECT_EQ(result.rows[1].failure, "");
    EXPECT_EQ(result.rows[1].makespans, std::vector<double>{1});
}

TEST(Sweep, ErrorsNameThePoint) {
    const auto with = [](const std::string& text) { return refusal({layered(), {axis(text)}, {}, {}, 1}); };
    const auto holds = [](const std::string& text, const std::string& word) { EXPECT_NE(text.find(word), std::string::npos) << text; };
    const std::string unknownParameter = with("platform.nodez=4");
    holds(unknownParameter, "platform.nodez=4");
    holds(unknownParameter, "did you mean 'nodes'");
    holds(with("platfrom.nodes=4"), "did you mean 'platform'");
    holds(with("retry.atempts=4"), "did you mean 'attempts'");
    holds(with("platform.nodes=1,0"), "platform.nodes=0");
    holds(with("platform.bandwidth=4s"), "platform.bandwidth=4s");
    holds(with("failures.random.1.mttf=3"), "there is no '1'");
    holds(with("failures.random.first.mttf=3"), "numbers from 0");
    holds(with("seed.x=3"), "'seed' has no part 'x'");
    holds(with("network.tcp=lv09"), "lv09");
    holds(with("scheduler=fifi"), "did you mean 'fifo'");
    holds(refusal({layered(), {axis("seed=1..2"), axis("seed=3")}, {}, {}, 1}), "varied twice");
    holds(refusal({layered(), {axis("network.tcp=lv08")}, {}, {Spec{"unshared", {}}}, 1}), "varied and listed");
    holds(refusal({layered(), {axis("seed=1..2000"), axis("viewDelay=1..2000")}, {}, {}, 1}), "1000000 runs");
    holds(refusal({layered(), {}, {}, {}, 0}), "1 to 1000000 runs");
}

TEST(Sweep, AnEarlierAxisGivesALaterOneItsMeaning) {
    const ScenarioPtr base = scenarioFrom(R"({"clusterloom": 1, "scheduler": "round-robin", "network": "unshared", "workload": "chain"})");
    const SweepResult result = run({base, {axis("network=max-min"), axis("network.tcp=none,lv08")}, {}, {}, 1}, 1);
    ASSERT_EQ(result.rows.size(), 2u);
    EXPECT_EQ(result.rows[1].network.text(), "max-min[tcp=lv08]");
    EXPECT_LT(result.rows[0].makespans.at(0), result.rows[1].makespans.at(0));
}

TEST(Sweep, ACancelStopsItWithWhatIsDone) {
    Progress progress;
    std::thread impatient([&progress] {
        while (progress.done() < 3) std::this_thread::yield();
        progress.cancel();
    });
    const Result<SweepResult> result = sweep({layered(), {axis("seed=1..5000")}, {}, {}, 1}, 2, progress);
    impatient.join();
    ASSERT_TRUE(result.ok());
    EXPECT_TRUE(result->cancelled);
    EXPECT_GE(result->rows.size(), 3u);
    EXPECT_LT(result->rows.size(), 5000u);
    EXPECT_EQ(result->points, 5000u);
    for (const SweepRow& row : result->rows) EXPECT_EQ(row.makespans.size(), 1u);
}

TEST(Interval, EqualsTheTextbook) {
    EXPECT_EQ(mean({}), 0);
    EXPECT_EQ(halfWidth95(std::vector<double>{5}), 0);
    const std::vector<double> values{1, 2, 3, 4, 5};  // s = sqrt(2.5), t(4) = 2.776
    EXPECT_EQ(mean(values), 3);
    EXPECT_NEAR(halfWidth95(values), 2.776 * std::sqrt(2.5 / 5), 1e-12);
}

}  // namespace
}  // namespace loom::test
