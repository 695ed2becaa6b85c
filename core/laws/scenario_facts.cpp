#include "core/laws/scenario_facts.h"

#include <algorithm>
#include <cctype>
#include <limits>

#include "core/trace/bounds.h"

namespace loom {

namespace {

constexpr std::size_t kMostPairedWorkers = 64;
constexpr double kEndless = std::numeric_limits<double>::infinity();

std::vector<NodeId> workersOf(const Platform& platform) {
    std::vector<NodeId> workers;
    for (std::size_t i = 0; i < platform.nodeCount(); ++i)
        if (platform.computes(NodeId(i))) workers.push_back(NodeId(i));
    return workers;
}

void measurePlatform(const Platform& platform, const std::vector<NodeId>& workers, ScenarioFacts& facts) {
    facts.workers = workers.size();
    facts.cores = platform.totalCores();
    double latency = 0, inverse = 0, count = 0;
    PathCost first;
    bool uniform = true;
    const std::size_t paired = std::min(workers.size(), kMostPairedWorkers);
    for (std::size_t p = 0; p < paired; ++p) {
        facts.heterogeneous = facts.heterogeneous || platform.node(workers[p]).speed != platform.node(workers[0]).speed;
        for (std::size_t q = 0; q < paired; ++q) {
            const PathCost cost = p == q ? PathCost{} : platform.pathCost(workers[p], workers[q]);
            if (p == q || !cost.reachable) continue;
            if (count == 0) first = cost;
            uniform = uniform && cost.latency == first.latency && cost.bandwidth == first.bandwidth;
            latency += cost.latency;
            inverse += 1 / cost.bandwidth;
            ++count;
        }
    }
    facts.pathLatency = count == 0 ? 0 : uniform ? first.latency : latency / count;
    facts.pathBandwidth = count == 0 ? kEndless : uniform ? first.bandwidth : count / inverse;
}

bool reduces(std::string_view kind) {
    std::string lower;
    for (char c : kind) lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return lower.find("reduce") != std::string::npos || lower.find("gather") != std::string::npos;
}

// The single exit that reduces or gathers its predecessors; none() if there is no such task.
TaskId reducerOf(const TaskGraph& graph) {
    TaskId exit;
    for (std::size_t i = 0; i < graph.taskCount(); ++i) {
        if (!graph.successors(TaskId(i)).empty()) continue;
        if (exit.valid()) return TaskId::none();
        exit = TaskId(i);
    }
    if (!exit.valid() || graph.predecessors(exit).empty() || !reduces(graph.kindName(graph.kind(exit)))) return TaskId::none();
    return exit;
}

Time overPath(const ScenarioFacts& facts, double bytes) {
    if (facts.workers < 2) return Time::zero();
    return Time::fromSeconds(facts.pathLatency) + Time::fromSeconds(bytes / facts.pathBandwidth);
}

void measureTasks(const TaskGraph& graph, const std::vector<Time>& times, TaskId reducer, ScenarioFacts& facts) {
    std::uint64_t firstItem = std::numeric_limits<std::uint64_t>::max(), endItem = 0;
    for (std::size_t i = 0; i < graph.taskCount(); ++i) {
        const TaskId task(i);
        const double seconds = times[i].isNever() ? kEndless : times[i].seconds();
        facts.work += graph.cores(task) * seconds;
        facts.multicore = facts.multicore || graph.cores(task) > 1;
        if (task == reducer) continue;
        Time moved = Time::zero();
        for (DataId data : graph.outputs(task))
            if (!graph.consumers(data).empty()) moved += overPath(facts, graph.dataBytes(data));
        facts.compute.push_back(seconds);
        facts.transfer.push_back(moved.isNever() ? kEndless : moved.seconds());
        facts.computeTotal += times[i];
        facts.transferTotal += moved;
        for (TaskId child : graph.successors(task)) facts.dependencies = facts.dependencies || child != reducer;
        if (graph.itemCount(task) == 0) continue;
        firstItem = std::min<std::uint64_t>(firstItem, graph.firstItem(task));
        endItem = std::max<std::uint64_t>(endItem, std::uint64_t{graph.firstItem(task)} + graph.itemCount(task));
        facts.itemCompute += times[i];
        facts.itemTransfer += moved;
    }
    facts.items = endItem > firstItem ? static_cast<double>(endItem - firstItem) : 0;
}

// Each workflow input once from the storage node to some other node, if one is named and there is another.
void measureStaging(const Scenario& scenario, const std::vector<NodeId>& workers, ScenarioFacts& facts) {
    const NodeId storage = scenario.platform->storage();
    if (!storage.valid()) return;
    const auto other = std::find_if(workers.begin(), workers.end(), [&](NodeId node) { return node != storage; });
    if (other == workers.end()) return;
    for (std::size_t i = 0; i < scenario.graph->dataCount(); ++i) {
        const DataId data(i);
        if (scenario.graph->producer(data).valid() || scenario.graph->consumers(data).empty()) continue;
        facts.staging += transferDuration(*scenario.platform, scenario.graph->dataBytes(data), storage, *other);
    }
}

void measureFailures(const Scenario& scenario, const std::vector<NodeId>& workers, ScenarioFacts& facts) {
    double rate = 0, repair = 0;
    for (const RandomFailures& plan : scenario.file.failures.random) {
        if (!(plan.meanTimeToFailure > 0)) continue;
        for (NodeId node : workers) {
            if (plan.nodes != "*" && plan.nodes != scenario.platform->node(node).name) continue;
            rate += 1 / plan.meanTimeToFailure;
            repair += plan.meanTimeToRepair;
            ++facts.failingNodes;
        }
    }
    if (facts.failingNodes == 0) return;
    facts.systemMtbf = 1 / rate;
    facts.meanRepair = repair / static_cast<double>(facts.failingNodes);
}

}  // namespace

ScenarioFacts measureScenario(const Scenario& scenario) {
    const TaskGraph& graph = *scenario.graph;
    const Platform& platform = *scenario.platform;
    const std::vector<NodeId> workers = workersOf(platform);
    ScenarioFacts facts;
    measurePlatform(platform, workers, facts);
    const std::vector<Time> times = fastestTimes(graph, platform);
    const TaskId reducer = reducerOf(graph);
    if (reducer.valid()) {
        facts.reduce = times[reducer.index()];
        facts.reducer = graph.name(reducer);
    }
    measureTasks(graph, times, reducer, facts);
    measureStaging(scenario, workers, facts);
    measureFailures(scenario, workers, facts);
    facts.criticalPath = criticalPathTime(graph, platform);
    facts.area = areaTime(graph, platform);
    return facts;
}

}  // namespace loom
