// How long planning takes: layered graphs (layers of a hundredth of the tasks, at least 10; up to four parents each) on uneven
// nodes of one core. Items are tasks.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "core/base/rng.h"
#include "core/graph/graph_builder.h"
#include "core/schedule/scheduler.h"

namespace loom {
namespace {

struct Problem {
    Problem(TaskGraph g, Platform p) : graph(std::move(g)), platform(std::move(p)), estimate(graph, platform) {}
    TaskGraph graph;
    Platform platform;
    Estimator estimate;
};

TaskGraph layers(std::size_t tasks, double bytes) {
    RandomStream random(1, Purpose::test, 0);
    const std::size_t width = std::max<std::size_t>(tasks / 100, 10);
    GraphBuilder builder;
    builder.reserve(tasks, 4 * tasks);
    for (std::size_t t = 0; t < tasks; ++t) {
        TaskAttributes task;
        task.work = random.uniform(1e9, 10e9);
        builder.addTask(std::move(task));
        const std::size_t layer = t / width;
        if (layer == 0) continue;
        std::size_t last = tasks;
        for (int i = 0; i < 4; ++i) {
            const std::size_t parent = (layer - 1) * width + random.below(width);
            if (parent == last) continue;
            last = parent;
            builder.addInput(TaskId(t), builder.addData({}, random.uniform(0.01, 1) * bytes, TaskId(parent)));
        }
    }
    return std::move(*builder.build());
}

Platform cluster(std::size_t nodes) {
    RandomStream random(2, Purpose::test, 0);
    std::vector<NodeInfo> infos(nodes);
    for (std::size_t n = 0; n < nodes; ++n) {
        infos[n].name = "n" + std::to_string(n);
        infos[n].speed = random.uniform(1e9, 4e9);
    }
    std::vector<double> bandwidth(nodes * nodes);
    for (double& value : bandwidth) value = random.uniform(0.5e9, 2e9);
    return std::move(*fullPlatform(std::move(infos), bandwidth, std::vector<double>(nodes * nodes, 1e-4), NodeId::none()));
}

const Problem& problem(std::size_t tasks, std::size_t nodes, double bytes) {
    static std::map<std::tuple<std::size_t, std::size_t, double>, std::unique_ptr<Problem>> known;
    std::unique_ptr<Problem>& one = known[{tasks, nodes, bytes}];
    if (!one) one = std::make_unique<Problem>(layers(tasks, bytes), cluster(nodes));
    return *one;
}

void planning(benchmark::State& state, const char* form, double bytes) {
    const auto tasks = static_cast<std::size_t>(state.range(0));
    const Problem& p = problem(tasks, static_cast<std::size_t>(state.range(1)), bytes);
    Time makespan;
    for (auto _ : state) {
        const std::unique_ptr<Scheduler> scheduler = std::move(*makeScheduler(*parseSpec(form)));
        std::vector<Placement> placements;
        scheduler->plan(View{p.estimate, Time::zero(), {}, {}, nullptr, 1}, placements, nullptr);
        makespan = plannedMakespan(placements);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(tasks));
    state.counters["makespan"] = makespan.seconds();
}

BENCHMARK_CAPTURE(planning, heft, "heft", 1e8)
    ->ArgsProduct({{1'000, 10'000, 100'000, 1'000'000}, {16, 64}})
    ->Unit(benchmark::kMillisecond);
// Transfers ten times as long as tasks: idle gaps everywhere.
BENCHMARK_CAPTURE(planning, heft_many_gaps, "heft", 1e11)->ArgsProduct({{10'000, 100'000}, {64}})->Unit(benchmark::kMillisecond);
#define LOOM_AT_10K(name, form) \
    BENCHMARK_CAPTURE(planning, name, form, 1e8)->ArgsProduct({{10'000}, {16}})->Unit(benchmark::kMillisecond)
LOOM_AT_10K(cpop, "cpop");
LOOM_AT_10K(peft, "peft");
LOOM_AT_10K(min_min, "min-min");
LOOM_AT_10K(flb, "flb");
LOOM_AT_10K(fcp, "fcp");
LOOM_AT_10K(dsc, "dsc");
LOOM_AT_10K(hbmct, "hbmct");
LOOM_AT_10K(annealing_100_plans, "annealing[budget=100]");

}  // namespace
}  // namespace loom
