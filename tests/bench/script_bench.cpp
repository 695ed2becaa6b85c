// What a decision in Lua costs: an earliest-finish scan of 16 nodes whenever tasks are ready, each over views that copy nothing.
// Decisions a second as items_per_second; beside it the same run under the built-in fifo.
#include <benchmark/benchmark.h>

#include "core/scenario/scenario.h"
#include "sim/session.h"

namespace loom {
namespace {

constexpr std::size_t kTasks = 20'000;

void run(benchmark::State& state, const char* scheduler) {
    ScenarioFile file;
    file.workload = *parseSpec("layered[tasks=" + std::to_string(kTasks) + ",width=64]");
    file.platform = *parseSpec("star[nodes=16]");
    file.scheduler = Spec{scheduler, {}};
    file.baseFolder = LOOM_BENCH_SOURCE_DIR;
    const ScenarioPtr scenario = *resolveScenario(file);
    for (auto _ : state) {
        RunControl control;
        const Result<RunPtr> result = simulate(scenario, control, {}, RecordDetail::none);
        if (!result || (*result)->outcome != Outcome::finished) return state.SkipWithError("the run failed");
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kTasks));
}

BENCHMARK_CAPTURE(run, fifo, "fifo");
BENCHMARK_CAPTURE(run, fifo_lua, "examples/10-write-your-own/fifo.lua");
BENCHMARK_CAPTURE(run, eft_lua, "tests/bench/eft.lua");

}  // namespace
}  // namespace loom
