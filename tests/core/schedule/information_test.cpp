// What `information` keeps from schedulers is kept from them: until a task has ended, nothing they decide depends on how long it takes.
#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/rng.h"
#include "core/graph/graph_builder.h"
#include "core/scenario/inline_form.h"
#include "core/schedule/scheduler.h"
#include "sim/session.h"
#include "tests/core/schedule/plan_checker.h"
#include "tests/support/shared_data.h"

namespace loom::test {

namespace {

constexpr std::size_t kTasks = 30, kNodes = 3;

struct Drawn {
    std::vector<TaskAttributes> tasks;
    std::vector<std::pair<std::size_t, std::size_t>> edges;  // parent, child
    std::vector<bool> isExit = std::vector<bool>(kTasks, true);
};

// Whole seconds and few of them, so that sums are exact in any order; `byNode`: times of each node instead of work.
Drawn drawn(std::uint64_t seed, bool byNode) {
    RandomStream random(seed, Purpose::test, 0);
    Drawn out;
    for (std::size_t t = 0; t < kTasks; ++t) {
        TaskAttributes task;
        task.name = "t" + std::to_string(t);
        task.kind = "kind";
        task.work = 4e9 * static_cast<double>(random.below(6));
        if (byNode)
            for (std::size_t n = 0; n < kNodes; ++n) task.runtimes.push_back(static_cast<double>(random.below(8)));
        out.tasks.push_back(std::move(task));
        for (std::size_t parent = 0; parent < t; ++parent)
            if (random.below(8) == 0) out.edges.emplace_back(parent, t);
    }
    for (const auto& [parent, child] : out.edges) out.isExit[parent] = false;
    return out;
}

// Hands the times of the chosen tasks round among them.
Drawn permuted(Drawn out, const std::vector<std::size_t>& chosen) {
    for (std::size_t i = 0; i + 1 < chosen.size(); ++i) {
        std::swap(out.tasks[chosen[i]].work, out.tasks[chosen[i + 1]].work);
        std::swap(out.tasks[chosen[i]].runtimes, out.tasks[chosen[i + 1]].runtimes);
    }
    return out;
}

ScenarioFile scenarioOf(const Drawn& drawn, const char* information) {
    GraphBuilder builder;
    for (const TaskAttributes& task : drawn.tasks) builder.addTask(task);
    for (const auto& [parent, child] : drawn.edges) builder.addInput(TaskId(child), builder.addData({}, 1e6, TaskId(parent)));
    const TaskGraph graph = std::move(*builder.build());
    ScenarioFile file;
    file.platform = Spec{"star", {{"nodes", std::to_string(kNodes)}, {"speeds", "1Gf;2Gf;4Gf"}}};
    file.workload = Spec{"chain", {}};
    const ScenarioPtr nodes = *resolveScenario(file);
    file.workload = inlineWorkload(graph, nodes->platform.get());
    file.information = Spec{information, {}};
    return file;
}

RunPtr runOf(ScenarioFile file, const Spec& scheduler) {
    file.scheduler = scheduler;
    const Result<ScenarioPtr> scenario = resolveScenario(std::move(file));
    if (!scenario) throw std::invalid_argument(scenario.error().text());
    RunControl control;
    return *simulate(*scenario, control);
}

Time firstEndOf(const Trace& trace, const std::vector<std::size_t>& chosen) {
    for (std::size_t i = 0; i < trace.size(); ++i)
        if (trace[i].kind == RecordKind::computeEnd && std::find(chosen.begin(), chosen.end(), trace[i].subject) != chosen.end())
            return trace[i].time;
    return Time::never();
}

std::vector<Record> before(const Trace& trace, Time end) {
    std::vector<Record> out;
    for (std::size_t i = 0; i < trace.size() && trace[i].time < end; ++i) out.push_back(trace[i]);
    return out;
}

// How much was compared, so that a test that compares nothing is seen.
std::size_t expectHidden(const Spec& scheduler, std::uint64_t seed, bool byNode, bool onlyExits) {
    const Drawn one = drawn(seed, byNode);
    std::vector<std::size_t> chosen;
    for (std::size_t t = 0; t < kTasks; ++t)
        if (one.isExit[t] || !onlyExits) chosen.push_back(t);
    const RunPtr a = runOf(scenarioOf(one, "blind"), scheduler), b = runOf(scenarioOf(permuted(one, chosen), "blind"), scheduler);
    const Time end = std::min(firstEndOf(*a->trace, chosen), firstEndOf(*b->trace, chosen));
    const std::vector<Record> first = before(*a->trace, end);
    EXPECT_EQ(first, before(*b->trace, end)) << scheduler.text() << ", seed " << seed;
    EXPECT_EQ(a->plan.size(), b->plan.size());
    for (std::size_t i = 0; i < std::min(a->plan.size(), b->plan.size()); ++i) {
        EXPECT_EQ(a->plan[i].task, b->plan[i].task) << scheduler.text();
        EXPECT_EQ(a->plan[i].node, b->plan[i].node) << scheduler.text();
    }
    return static_cast<std::size_t>(
        std::count_if(first.begin(), first.end(), [](const Record& record) { return record.kind == RecordKind::taskPlaced; }));
}

TEST(Information, BlindHidesFromEverySchedulerWhatHasNotEnded) {
    std::vector<std::string> forms = onlineForms();
    for (const std::string& form : staticForms()) forms.push_back(form);
    for (const std::string& form : forms) {
        std::size_t placed = 0;
        for (std::uint64_t seed = 1; seed <= 5; ++seed)
            for (const bool byNode : {false, true})
                for (const bool onlyExits : {false, true}) placed += expectHidden(*parseSpec(form), seed, byNode, onlyExits);
        EXPECT_GT(placed, 100u) << form << ": little was compared";
        if (testing::Test::HasFailure()) return;
    }
}

TEST(Information, BlindHidesFromScriptsToo) {
    for (const char* script : {"examples/10-write-your-own/fifo.lua", "examples/10-write-your-own/heft.lua", "tests/bench/eft.lua"}) {
        SCOPED_TRACE(script);
        std::size_t placed = 0;
        for (std::uint64_t seed = 1; seed <= 5; ++seed)
            for (const bool onlyExits : {false, true})
                placed += expectHidden(Spec{(sourceFolder() / script).string(), {}}, seed, false, onlyExits);
        EXPECT_GT(placed, 20u);
    }
}

// The test above can fail: schedulers that know the times decide by them.
TEST(Information, ExactHidesNothing) {
    std::size_t differ = 0;
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const Drawn one = drawn(seed, false);
        std::vector<std::size_t> all;
        for (std::size_t t = 0; t < kTasks; ++t) all.push_back(t);
        const RunPtr a = runOf(scenarioOf(one, "exact"), Spec{"heft", {}}), b = runOf(scenarioOf(permuted(one, all), "exact"), Spec{"heft", {}});
        const auto nodes = [](const RunPtr& run) {
            std::vector<std::pair<TaskId, NodeId>> out;
            for (const Placement& p : run->plan) out.emplace_back(p.task, p.node);
            return out;
        };
        differ += nodes(a) != nodes(b) ? 1 : 0;
    }
    EXPECT_EQ(differ, 5u);
}

}  // namespace

}  // namespace loom::test
