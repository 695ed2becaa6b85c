#include "sim/real/real_scenario.h"

#include <algorithm>
#include <limits>
#include <set>
#include <thread>

#include "core/graph/graph_builder.h"
#include "core/graph/graph_measures.h"

namespace loom {

namespace {

constexpr std::uint32_t kMostWorkers = 256;
// So fast that no object takes a nanosecond: data is handed over in memory.
constexpr double kInstant = 1e30;

// The graph with other costs: `change` edits each task's attributes. All ids stay as they are.
template <class Change>
Result<TaskGraph> rebuilt(const TaskGraph& graph, Change change) {
    GraphBuilder builder;
    builder.reserve(graph.taskCount(), graph.edgeCount());
    for (std::size_t i = 0; i < graph.taskCount(); ++i) {
        const TaskId task(i);
        TaskAttributes attributes = attributesOf(graph, task);
        attributes.runtimes.clear();
        attributes.serialFraction = -1;
        attributes.efficiency.clear();
        change(task, attributes);
        builder.addTask(std::move(attributes));
    }
    for (std::size_t d = 0; d < graph.dataCount(); ++d) {
        const DataId data(d);
        builder.addData(std::string(graph.dataName(data)), graph.dataBytes(data), graph.producer(data));
    }
    for (std::size_t i = 0; i < graph.taskCount(); ++i) {
        const TaskId task(i);
        for (const DataId data : graph.inputs(task)) builder.addInput(task, data);
        for (const EdgeId edge : graph.outEdges(task)) {
            if (graph.edgeData(edge).empty()) builder.addEdge(task, graph.target(edge));
        }
    }
    return builder.build();
}

// Worker i stands for node `standsFor[i]`; the storage node, if it has no cores, comes last.
struct Workers {
    std::vector<InlineNode> nodes;
    std::vector<NodeId> standsFor;
};

Workers nameWorkers(const Platform& platform, std::uint32_t count) {
    std::vector<NodeId> compute;
    std::set<std::string> taken;
    for (std::size_t n = 0; n < platform.nodeCount(); ++n) {
        if (platform.computes(NodeId(n))) compute.emplace_back(n);
        taken.insert(platform.node(NodeId(n)).name);
    }
    Workers workers;
    for (std::uint32_t i = 0; i < count; ++i) {
        const NodeId original = compute[i % compute.size()];
        std::string name = platform.node(original).name;
        for (std::size_t round = i / compute.size() + 1; i >= compute.size(); ++round) {
            const std::string candidate = platform.node(original).name + "-" + std::to_string(round);
            if (!taken.insert(candidate).second) continue;
            name = candidate;
            break;
        }
        InlineNode node;
        node.id = name;
        node.group = platform.node(original).group;
        node.storage = original == platform.storage() && i < compute.size();
        workers.nodes.push_back(std::move(node));
        workers.standsFor.push_back(original);
    }
    if (platform.storage().valid() && !platform.computes(platform.storage())) {
        InlineNode storage;
        storage.id = platform.node(platform.storage()).name;
        storage.cores = 0;
        storage.storage = true;
        workers.nodes.push_back(std::move(storage));
        workers.standsFor.push_back(platform.storage());
    }
    return workers;
}

InlinePlatform linkWorkers(const Platform& platform, Workers workers, bool shaped) {
    InlinePlatform out;
    const std::size_t n = workers.standsFor.size();
    out.bandwidth.assign(n * n, kInstant);
    out.latency.assign(n * n, 0);
    for (std::size_t i = 0; shaped && i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            if (workers.standsFor[i] == workers.standsFor[j]) continue;
            const PathCost path = platform.pathCost(workers.standsFor[i], workers.standsFor[j]);
            out.bandwidth[i * n + j] = path.reachable ? std::min(path.bandwidth, kInstant) : 0;
            out.latency[i * n + j] = path.reachable ? path.latency : 0;
        }
    }
    out.nodes = std::move(workers.nodes);
    return out;
}

Result<Platform> build(const InlinePlatform& description) {
    std::vector<NodeInfo> nodes;
    NodeId storage;
    for (const InlineNode& node : description.nodes) {
        if (node.storage) storage = NodeId(nodes.size());
        nodes.push_back(NodeInfo{node.id, node.speed, node.cores, node.memory, node.accelerators, node.group});
    }
    return fullPlatform(std::move(nodes), description.bandwidth, description.latency, storage);
}

// Leaves out what concerns nodes without a worker; returns how many entries that were.
std::size_t keepKnownFailures(FailurePlan& plan, const Platform& platform) {
    const std::size_t before = plan.crashes.size() + plan.random.size() + plan.slowdowns.size();
    const auto unknown = [&](const std::string& node) { return !platform.find(node).valid(); };
    std::erase_if(plan.crashes, [&](const NodeCrash& c) { return unknown(c.node); });
    std::erase_if(plan.slowdowns, [&](const Slowdown& s) { return unknown(s.node); });
    std::erase_if(plan.random, [&](const RandomFailures& r) { return r.nodes != "*" && unknown(r.nodes); });
    return before - plan.crashes.size() - plan.random.size() - plan.slowdowns.size();
}

// Work instead of runtimes a node, and nothing a bare thread does not have.
Result<std::shared_ptr<const TaskGraph>> graphForThreads(const std::shared_ptr<const TaskGraph>& graph) {
    bool plain = true;
    for (std::size_t i = 0; i < graph->taskCount(); ++i) {
        const TaskId task(i);
        if (graph->cores(task) > 1) {
            return failure("task '" + std::string(graph->name(task)) + "' needs " + std::to_string(graph->cores(task)) +
                           " cores of one node, but a worker has one; run as many workers as the platform has slots, shaped");
        }
        plain &= graph->runtimes(task).empty() && graph->accelerator(task).empty();
    }
    if (plain) return graph;
    Result<TaskGraph> changed = rebuilt(*graph, [&](TaskId task, TaskAttributes& attributes) {
        attributes.work = referenceSeconds(*graph, task) * 1e9;
        attributes.accelerator.clear();
    });
    if (!changed) return changed.error();
    return std::make_shared<const TaskGraph>(std::move(*changed));
}

}  // namespace

Result<RealScenario> realScenario(const Scenario& scenario) {
    const Platform& platform = *scenario.platform;
    const RealSpec& real = scenario.file.real;
    const std::uint32_t hardware = std::max(1u, std::thread::hardware_concurrency());
    const std::uint32_t workers = real.workers > 0 ? real.workers : std::min(platform.totalCores(), hardware);
    if (workers > kMostWorkers) return failure(std::to_string(workers) + " workers are asked for; at most 256 are accepted");

    RealScenario out;
    auto derived = std::make_shared<Scenario>(scenario);
    if (workers > hardware) {
        out.notes.push_back(std::to_string(workers) + " workers share " + std::to_string(hardware) +
                            (hardware == 1 ? " processor core" : " processor cores") + ", so each is slower than alone.");
    }
    if (!real.shaped) derived->file.network = Spec{"unshared", {}};
    derived->file.compute = Spec{"slots", {}};
    if (!real.shaped || platform.totalCores() != workers) {
        InlinePlatform description = linkWorkers(platform, nameWorkers(platform, workers), real.shaped);
        Result<Platform> built = build(description);
        if (!built) return built.error();
        derived->platform = std::make_shared<const Platform>(std::move(*built));
        derived->file.platform = std::move(description);
        Result<std::shared_ptr<const TaskGraph>> graph = graphForThreads(scenario.graph);
        if (!graph) return graph.error();
        derived->graph = std::move(*graph);
    } else if (platform.sharesCores()) {
        auto slots = std::make_shared<Platform>(platform);
        (void)slots->shareCores(1);  // as it was built
        derived->platform = std::move(slots);
    }
    out.notes.emplace_back(real.shaped ? "Transfers take the time the modelled network gives them."
                                       : "Data is handed over in memory: transfers take no time.");
    if (const std::size_t dropped = keepKnownFailures(derived->file.failures, *derived->platform); dropped > 0) {
        out.notes.push_back(std::to_string(dropped) + (dropped == 1 ? " failure concerns a node" : " failures concern nodes") +
                            " without a worker and cannot happen.");
    }
    out.scenario = std::move(derived);
    return out;
}

Result<ScenarioPtr> measuredScenario(const Scenario& run, const std::vector<double>& seconds, const Trace& trace) {
    auto measured = std::make_shared<Scenario>(run);
    const std::size_t nodes = run.platform->nodeCount();
    Result<TaskGraph> graph = rebuilt(
        *run.graph, [&](TaskId task, TaskAttributes& attributes) { attributes.runtimes.assign(nodes, seconds[task.index()]); });
    if (!graph) return graph.error();
    measured->graph = std::make_shared<const TaskGraph>(std::move(*graph));
    // What a person did: down until the next repair by hand.
    for (std::size_t i = 0; i < trace.size(); ++i) {
        const Record& record = trace[i];
        if (record.kind != RecordKind::control || record.a >= nodes) continue;
        const std::string& name = run.platform->node(NodeId(record.a)).name;
        std::vector<NodeCrash>& crashes = measured->file.failures.crashes;
        if (record.subject == static_cast<std::uint32_t>(ControlKind::failNode)) {
            crashes.push_back({name, record.time, Time::never()});
        } else {
            const auto open = std::find_if(crashes.rbegin(), crashes.rend(),
                                           [&](const NodeCrash& c) { return c.node == name && c.repair.isNever(); });
            if (open != crashes.rend()) open->repair = record.time - open->at;
        }
    }
    return ScenarioPtr(std::move(measured));
}

}  // namespace loom
