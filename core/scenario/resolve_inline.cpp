#include "core/scenario/resolve_inline.h"

#include <set>
#include <string_view>
#include <utility>

#include "core/base/nearest.h"
#include "core/graph/graph_builder.h"
#include "core/platform/link_names.h"
#include "core/platform/topologies.h"

namespace loom {

namespace {

std::vector<std::string> nodeNames(const Platform& platform) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < platform.nodeCount(); ++i) names.push_back(platform.node(NodeId(i)).name);
    return names;
}

Result<std::vector<double>> runtimeColumn(const InlineTask& task, const Platform& platform, const std::string& place) {
    if (task.runtimes.empty()) return std::vector<double>{};
    constexpr double kMissing = -1;
    std::vector<double> column(platform.nodeCount(), kMissing);
    double sum = 0;
    for (const auto& [name, seconds] : task.runtimes) {
        const NodeId node = platform.find(name);
        if (!node.valid()) return failureAt(place, unknownWord("node", name, nodeNames(platform)));
        if (column[node.index()] != kMissing) return failureAt(place, "node '" + name + "' is given twice");
        column[node.index()] = seconds;
        sum += seconds;
    }
    for (std::size_t i = 0; i < column.size(); ++i) {
        if (column[i] != kMissing) continue;
        if (platform.computes(NodeId(i)))
            return failureAt(place, "task '" + task.id + "' has no runtime for node '" + platform.node(NodeId(i)).name + "'");
        // A node without cores never runs it; the mean of the others leaves the task's mean as it is.
        column[i] = sum / static_cast<double>(task.runtimes.size());
    }
    return column;
}

std::string element(const char* list, std::size_t index) {
    return std::string("workload.") + list + "[" + std::to_string(index) + "]";
}

// The task called `name`, or an error naming the place of the reference.
Result<TaskId> findTask(const GraphBuilder& builder, const std::string& name, const std::string& place) {
    const TaskId task = builder.find(name);
    if (!task.valid()) return failureAt(place, "no task is called '" + name + "'");
    return task;
}

Status addTasks(GraphBuilder& builder, const InlineWorkload& workload, const Platform& platform) {
    for (std::size_t i = 0; i < workload.tasks.size(); ++i) {
        const InlineTask& task = workload.tasks[i];
        Result<std::vector<double>> runtimes = runtimeColumn(task, platform, element("tasks", i) + ".runtimes");
        if (!runtimes) return runtimes.error();
        builder.addTask({task.id, task.kind, task.work, std::move(*runtimes), task.cores, task.memory, task.accelerator,
                         task.firstItem, task.itemCount, task.serialFraction.value_or(-1), task.efficiency, task.release,
                         task.priority});
    }
    return Done{};
}

Status addEdges(GraphBuilder& builder, const InlineWorkload& workload) {
    for (std::size_t i = 0; i < workload.edges.size(); ++i) {
        const InlineEdge& edge = workload.edges[i];
        const Result<TaskId> from = findTask(builder, edge.from, element("edges", i) + ".from");
        if (!from) return from.error();
        const Result<TaskId> to = findTask(builder, edge.to, element("edges", i) + ".to");
        if (!to) return to.error();
        builder.addEdge(*from, *to, edge.bytes);
    }
    return Done{};
}

Status addFiles(GraphBuilder& builder, const InlineWorkload& workload) {
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < workload.files.size(); ++i) {
        const InlineFile& file = workload.files[i];
        if (!names.insert(file.id).second)
            return failureAt(element("files", i) + ".id", "two files are called '" + file.id + "'");
        TaskId producer = TaskId::none();
        if (!file.producer.empty()) {
            const Result<TaskId> found = findTask(builder, file.producer, element("files", i) + ".producer");
            if (!found) return found.error();
            producer = *found;
        }
        const DataId data = builder.addData(file.id, file.bytes, producer);
        for (const std::string& name : file.consumers) {
            const Result<TaskId> consumer = findTask(builder, name, element("files", i) + ".consumers");
            if (!consumer) return consumer.error();
            builder.addInput(*consumer, data);
        }
    }
    return Done{};
}

Status addLinkProfiles(const InlinePlatform& platform, Platform& built) {
    if (platform.profiles.empty()) return Done{};
    const LinkNames names(built);
    for (std::size_t i = 0; i < platform.profiles.size(); ++i) {
        const InlineLinkProfiles& profiles = platform.profiles[i];
        const std::string place = "platform.links.profiles[" + std::to_string(i) + "]";
        const LinkId link = names.find(profiles.link);
        if (!link.valid()) return failureAt(place + ".link", "no link is called '" + profiles.link + "'");
        if (Status s = built.setProfiles(link, profiles.bandwidth, profiles.latency, profiles.state); !s)
            return failureAt(place, s.error().cause);
    }
    return Done{};
}

std::vector<double> expanded(const std::vector<double>& values, std::size_t count) {
    if (values.empty()) return std::vector<double>(count, 0);
    return values.size() == 1 ? std::vector<double>(count, values[0]) : values;
}

}  // namespace

Result<TaskGraph> buildInlineWorkload(const InlineWorkload& workload, const Platform& platform) {
    GraphBuilder builder;
    builder.reserve(workload.tasks.size(), workload.edges.size());
    if (Status status = addTasks(builder, workload, platform); !status) return status.error();
    if (Status status = addEdges(builder, workload); !status) return status.error();
    if (Status status = addFiles(builder, workload); !status) return status.error();
    Result<TaskGraph> graph = builder.build();
    if (graph.ok()) return graph;
    const std::string& place = graph.error().place;
    return failureAt(place.empty() ? "workload" : "workload, " + place, graph.error().cause);
}

Result<Platform> buildInlinePlatform(const InlinePlatform& platform) {
    std::vector<NodeInfo> nodes;
    NodeId storage = NodeId::none();
    for (const InlineNode& node : platform.nodes) {
        if (node.storage && storage.valid()) return failureAt("platform.nodes", "two nodes are marked as storage");
        if (node.storage) storage = NodeId(nodes.size());
        nodes.push_back({node.id, node.speed, node.cores, node.memory, node.accelerators, node.group, node.disks, node.speedProfile, node.stateProfile});
    }
    const std::size_t n = nodes.size();
    if (n > (platform.star ? kMostNodes : kMostFullNodes)) return failureAt("platform.nodes", "too many nodes");
    const std::size_t wanted = platform.star ? n : n * n;
    const std::vector<double> bandwidth = expanded(platform.bandwidth, wanted);
    const std::vector<double> latency = expanded(platform.latency, wanted);
    if (bandwidth.size() != wanted || latency.size() != wanted)
        return failureAt("platform.links", "needs 1 or " + std::to_string(wanted) + " values");
    const auto placed = [&](Result<Platform> built) -> Result<Platform> {
        if (!built.ok()) return failureAt("platform", built.error().cause);
        if (Status status = addLinkProfiles(platform, *built); !status) return status.error();
        return built;
    };
    if (!platform.star) return placed(fullPlatform(std::move(nodes), bandwidth, latency, storage));
    std::vector<PortInfo> ports;
    for (std::size_t i = 0; i < n; ++i) ports.push_back({bandwidth[i], latency[i]});
    return placed(starPlatform(std::move(nodes), ports, {}, storage, std::to_string(n) + " nodes in a star"));
}

}  // namespace loom
