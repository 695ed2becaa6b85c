// Runs per second of a sweep: the same 1 k-task graph of layers on 64 nodes, other seeds of the trouble, one thread.
#include <benchmark/benchmark.h>

#include "sim/sweep/sweep.h"

namespace {

using namespace loom;

// An inline graph, so that seeds change nothing of it: layers of 50, every task reads four outputs of the layer before.
InlineWorkload layers(std::size_t tasks) {
    constexpr std::size_t kWidth = 50;
    InlineWorkload out;
    for (std::size_t t = 0; t < tasks; ++t) {
        InlineTask task;
        task.id = "t" + std::to_string(t);
        task.work = 0.5e9 + 1e9 * static_cast<double>(t * 7919 % 1000) / 1000;
        out.tasks.push_back(task);
        if (t < kWidth) continue;
        for (std::size_t p = 0; p < 4; ++p)
            out.edges.push_back({"t" + std::to_string(t / kWidth * kWidth - kWidth + (t * 31 + p * 13) % kWidth), task.id, 5e6 + 1e7 * static_cast<double>((t + p) % 100) / 100});
    }
    return out;
}

void sweepRuns(benchmark::State& state, const char* scheduler, const char* network) {
    ScenarioFile file;
    file.workload = layers(1000);
    file.platform = parseSpec("star[nodes=64,speed=1Gf,bandwidth=10Gbps,latency=50us]").value();
    file.scheduler = parseSpec(scheduler).value();
    file.network = parseSpec(network).value();
    const ScenarioPtr base = resolveScenario(file).value();
    SweepPlan plan{base, {Axis{"retry.backoff", {}}}, {}, {}, 1};
    for (int i = 0; i < 50; ++i) plan.axes[0].values.push_back(std::to_string(i));
    for (auto _ : state) {
        Progress progress;
        benchmark::DoNotOptimize(sweep(plan, 1, progress));
    }
    state.SetItemsProcessed(state.iterations() * 50);
}

BENCHMARK_CAPTURE(sweepRuns, fifo_unshared, "fifo", "unshared")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sweepRuns, fifo_fair_share, "fifo", "fair-share")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sweepRuns, fifo_lv08, "fifo", "max-min[tcp=lv08]")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sweepRuns, heft_unshared, "heft", "unshared")->Unit(benchmark::kMillisecond);

}  // namespace
