// Appending, folding, seeking and cutting bars at a million tasks and six million records.
#include <benchmark/benchmark.h>

#include <memory>
#include <vector>

#include "core/base/rng.h"
#include "core/graph/graph_builder.h"
#include "core/trace/checker.h"
#include "core/trace/metrics.h"
#include "core/trace/replay.h"
#include "core/trace/timeline.h"

namespace loom {
namespace {

constexpr std::uint32_t kTasks = 1'000'000;
constexpr std::uint32_t kNodes = 64;
constexpr std::uint32_t kInFlight = 256;  // tasks between ready and end at any time

TaskGraph bag() {
    GraphBuilder builder;
    builder.reserve(kTasks, 0);
    for (std::uint32_t i = 0; i < kTasks; ++i) {
        TaskAttributes task;
        task.work = 256;
        const TaskId id = builder.addTask(std::move(task));
        builder.addInput(id, builder.addData({}, 1.0));
    }
    return std::move(builder.build()).value();
}

Platform cluster() {
    std::vector<NodeInfo> nodes(kNodes);
    for (std::uint32_t i = 0; i < kNodes; ++i) {
        nodes[i].name = "n" + std::to_string(i);
        nodes[i].cores = kInFlight / kNodes;
    }
    const std::vector<double> pairs(std::size_t{kNodes} * kNodes, 1.0);
    return std::move(fullPlatform(std::move(nodes), pairs, pairs, NodeId::none())).value();
}

// One task becomes ready, is placed and fetches its input a microsecond; it begins and ends later, four a lane's turn.
template <class Append>
void writeHistory(Append append) {
    const auto at = [](std::uint32_t step) { return Time::fromNanoseconds(std::int64_t{step} * 1000); };
    for (std::uint32_t step = 0; step < kTasks + kInFlight; ++step) {
        const auto record = [&](RecordKind kind, std::uint32_t subject, std::uint32_t a, std::uint32_t b) {
            append(Record{at(step), kind, 0, 0, subject, a, b});
        };
        const auto nodeOf = [](std::uint32_t task) { return task % kNodes; };
        const auto laneOf = [](std::uint32_t task) { return task / kNodes % (kInFlight / kNodes); };
        if (step >= kInFlight) {
            const std::uint32_t task = step - kInFlight;
            record(RecordKind::computeEnd, task, nodeOf(task), laneOf(task));
        }
        if (step < kTasks) {
            record(RecordKind::taskReady, step, Record::kNone, Record::kNone);
            record(RecordKind::taskPlaced, step, nodeOf(step), laneOf(step));
            record(RecordKind::transferBegin, step, (step + 1) % kNodes, nodeOf(step));
        }
        if (step >= 1 && step <= kTasks) {
            const std::uint32_t task = step - 1;
            record(RecordKind::transferEnd, task, (task + 1) % kNodes, nodeOf(task));
            record(RecordKind::computeBegin, task, nodeOf(task), laneOf(task));
        }
    }
}

const Run& bigRun() {
    static const Run run = [] {
        auto scenario = std::make_shared<Scenario>();
        scenario->graph = std::make_shared<const TaskGraph>(bag());
        scenario->platform = std::make_shared<const Platform>(cluster());
        Run made;
        made.scenario = scenario;
        made.trace = std::make_shared<Trace>();
        writeHistory([&](const Record& record) { made.trace->append(record); });
        return made;
    }();
    return run;
}

void appendRecords(benchmark::State& state) {
    std::int64_t records = 0;
    for (auto _ : state) {
        Trace trace;
        writeHistory([&](const Record& record) { trace.append(record); });
        records += static_cast<std::int64_t>(trace.size());
    }
    state.SetItemsProcessed(records);
}
BENCHMARK(appendRecords)->Unit(benchmark::kMillisecond);

void fingerprintOfAll(benchmark::State& state) {
    bigRun();
    for (auto _ : state) benchmark::DoNotOptimize(fingerprint(*bigRun().trace));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(bigRun().trace->size()));
}
BENCHMARK(fingerprintOfAll)->Unit(benchmark::kMillisecond);

Replay replayOfAll() { return {*bigRun().scenario->graph, *bigRun().scenario->platform, *bigRun().trace}; }

void foldAll(benchmark::State& state) {
    bigRun();
    for (auto _ : state) {
        Replay replay = replayOfAll();
        replay.seekTime(Time::never());
        benchmark::DoNotOptimize(replay.countOf(TaskState::done));
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(bigRun().trace->size()));
}
BENCHMARK(foldAll)->Unit(benchmark::kMillisecond);

void seekAnywhere(benchmark::State& state) {
    Replay replay = replayOfAll();
    replay.seekTime(Time::never());
    RandomStream random(1, Purpose::test, 0);
    for (auto _ : state) replay.seekRecord(random.below(bigRun().trace->size()));
}
BENCHMARK(seekAnywhere)->Unit(benchmark::kMillisecond);

void stepBack(benchmark::State& state) {
    Replay replay = replayOfAll();
    replay.seekTime(Time::never());
    for (auto _ : state) replay.seekRecord(replay.position() > 1 ? replay.position() - 1 : bigRun().trace->size());
}
BENCHMARK(stepBack)->Unit(benchmark::kMillisecond);

void barsOfAll(benchmark::State& state) {
    bigRun();
    for (auto _ : state) {
        Timeline timeline(*bigRun().scenario->graph, *bigRun().scenario->platform, *bigRun().trace);
        timeline.update();
        benchmark::DoNotOptimize(timeline.bars().data());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(bigRun().trace->size()));
}
BENCHMARK(barsOfAll)->Unit(benchmark::kMillisecond);

void metricsOfAll(benchmark::State& state) {
    bigRun();
    for (auto _ : state) benchmark::DoNotOptimize(computeMetrics(bigRun()));
}
BENCHMARK(metricsOfAll)->Unit(benchmark::kMillisecond);

void checkAll(benchmark::State& state) {
    bigRun();
    std::size_t wrong = 0;
    for (auto _ : state) wrong += checkTrace(bigRun()).size();
    state.counters["violations"] = static_cast<double>(wrong);
}
BENCHMARK(checkAll)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace loom
