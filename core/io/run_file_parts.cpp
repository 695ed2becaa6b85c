#include "core/io/run_file_parts.h"

#include <bit>

#include "core/base/hash.h"

namespace loom {

namespace {

void add(Hasher& hasher, double value) { hasher.add(std::bit_cast<std::uint64_t>(value)); }

}  // namespace

std::string checksum(const RunParts& parts) {
    Hasher hasher;
    hasher.add(parts.scenario);
    hasher.add(parts.meta.size());
    for (const auto& [key, value] : parts.meta) {
        hasher.add(key);
        hasher.add(value);
    }
    hasher.add(parts.warnings.size());
    for (const std::string& warning : parts.warnings) hasher.add(warning);
    hasher.add(parts.plan.size());
    for (const Placement& p : parts.plan) {
        hasher.add((static_cast<std::uint64_t>(p.task.value) << 32) | p.node.value);
        hasher.add(static_cast<std::uint64_t>(p.start.nanoseconds()));
        hasher.add(static_cast<std::uint64_t>(p.finish.nanoseconds()));
    }
    // Nothing is added for no rows: files from before there were incumbents keep their sums.
    for (const SearchReport::Incumbent& found : parts.incumbents) {
        hasher.add(found.evaluations);
        hasher.add(static_cast<std::uint64_t>(found.makespan.nanoseconds()));
    }
    return hex64(hasher.value());
}

std::string workloadHash(const TaskGraph& graph) {
    Hasher hasher;
    hasher.add(graph.taskCount());
    for (std::size_t t = 0; t < graph.taskCount(); ++t) {
        const TaskId task(t);
        hasher.add(graph.name(task));
        hasher.add(graph.kind(task).value);
        const auto runtimes = graph.runtimes(task);
        // Work of a task with runtimes is never looked at, and its text form does not keep it.
        if (runtimes.empty()) add(hasher, graph.work(task));
        for (const double runtime : runtimes) add(hasher, runtime);
        if (graph.serialFraction(task) >= 0) add(hasher, graph.serialFraction(task));
        for (const double efficiency : graph.efficiency(task)) add(hasher, efficiency);
        add(hasher, graph.memory(task));
        if (graph.release(task) != 0) add(hasher, graph.release(task));
        hasher.add((static_cast<std::uint64_t>(graph.cores(task)) << 32) | graph.itemCount(task));
        for (const TaskId next : graph.successors(task)) hasher.add(next.value);
    }
    hasher.add(graph.dataCount());
    for (std::size_t d = 0; d < graph.dataCount(); ++d) {
        const DataId data(d);
        add(hasher, graph.dataBytes(data));
        hasher.add(graph.producer(data).value);
        for (const TaskId consumer : graph.consumers(data)) hasher.add(consumer.value);
    }
    return hex64(hasher.value());
}

std::string platformHash(const Platform& platform) {
    Hasher hasher;
    hasher.add(platform.nodeCount());
    for (std::size_t n = 0; n < platform.nodeCount(); ++n) {
        const NodeInfo& node = platform.node(NodeId(n));
        hasher.add(node.name);
        hasher.add(node.cores);
        add(hasher, node.speed);
        add(hasher, node.memory);
        for (const AcceleratorInfo& device : node.accelerators) {
            hasher.add(device.kind);
            hasher.add(device.count);
            add(hasher, device.speed);
        }
    }
    hasher.add(platform.storage().value);
    for (std::size_t l = 0; l < platform.linkCount(); ++l) {
        const LinkInfo& link = platform.link(LinkId(l));
        add(hasher, link.bandwidth);
        add(hasher, link.latency);
        hasher.add(static_cast<std::uint64_t>(link.sharing));
    }
    return hex64(hasher.value());
}

}  // namespace loom
