#include "core/scenario/inline_form.h"

#include <algorithm>
#include <set>
#include <utility>

namespace loom {

namespace {

InlineTask inlineTask(const TaskGraph& graph, TaskId task, const Platform* platform) {
    InlineTask out;
    out.id = std::string(graph.name(task));
    out.kind = std::string(graph.kindName(graph.kind(task)));
    out.work = graph.work(task);
    out.cores = graph.cores(task);
    out.memory = graph.memory(task);
    out.accelerator = std::string(graph.accelerator(task));
    out.firstItem = graph.firstItem(task);
    out.itemCount = graph.itemCount(task);
    if (graph.serialFraction(task) >= 0) out.serialFraction = graph.serialFraction(task);
    out.efficiency.assign(graph.efficiency(task).begin(), graph.efficiency(task).end());
    out.release = graph.release(task);
    out.priority = graph.priority(task);
    if (platform == nullptr) return out;
    const auto runtimes = graph.runtimes(task);
    for (std::size_t n = 0; n < std::min(runtimes.size(), platform->nodeCount()); ++n)
        out.runtimes.emplace_back(platform->node(NodeId(n)).name, runtimes[n]);
    return out;
}

// An object an edge can carry: nameless, with a size, from one task to one other.
bool fitsAnEdge(const TaskGraph& graph, DataId data) {
    return graph.dataName(data).empty() && graph.dataBytes(data) > 0 && graph.producer(data).valid() &&
           graph.consumers(data).size() == 1;
}

std::pair<TaskId, TaskId> ends(const TaskGraph& graph, DataId data) { return {graph.producer(data), graph.consumers(data)[0]}; }

// The first object from which on all become edges. Objects of edges are numbered behind the files in the order of
// (producer, reader), so only a rising tail keeps its numbers.
std::size_t firstEdgeObject(const TaskGraph& graph) {
    std::size_t first = graph.dataCount();
    while (first > 0 && fitsAnEdge(graph, DataId(first - 1)) &&
           (first == graph.dataCount() || ends(graph, DataId(first - 1)) < ends(graph, DataId(first))))
        --first;
    return first;
}

// Names for nameless files that no other file has.
class FileNames {
public:
    explicit FileNames(const TaskGraph& graph) {
        for (std::size_t d = 0; d < graph.dataCount(); ++d)
            if (!graph.dataName(DataId(d)).empty()) taken_.insert(graph.dataName(DataId(d)));
    }
    [[nodiscard]] std::string nameOf(const TaskGraph& graph, DataId data) const {
        if (!graph.dataName(data).empty()) return std::string(graph.dataName(data));
        std::string name = "d" + std::to_string(data.value);
        while (taken_.contains(name)) name += "'";
        return name;
    }

private:
    std::set<std::string_view> taken_;
};

void addProfiles(const LinkInfo& link, const std::string& name, std::vector<InlineLinkProfiles>& out) {
    if (link.bandwidthProfile.empty() && link.latencyProfile.empty() && link.stateProfile.empty()) return;
    out.push_back({name, link.bandwidthProfile, link.latencyProfile, link.stateProfile});
}

std::string taskName(const TaskGraph& graph, TaskId task) { return task.valid() ? std::string(graph.name(task)) : std::string(); }

}  // namespace

InlineWorkload inlineWorkload(const TaskGraph& graph, const Platform* platform) {
    InlineWorkload out;
    out.tasks.reserve(graph.taskCount());
    for (std::size_t t = 0; t < graph.taskCount(); ++t) out.tasks.push_back(inlineTask(graph, TaskId(t), platform));
    const std::size_t firstEdge = firstEdgeObject(graph);
    const FileNames names(graph);
    for (std::size_t d = 0; d < firstEdge; ++d) {
        const DataId data(d);
        InlineFile file{names.nameOf(graph, data), graph.dataBytes(data), taskName(graph, graph.producer(data)), {}};
        for (const TaskId consumer : graph.consumers(data)) file.consumers.emplace_back(graph.name(consumer));
        out.files.push_back(std::move(file));
    }
    for (std::size_t d = firstEdge; d < graph.dataCount(); ++d) {
        const auto [from, to] = ends(graph, DataId(d));
        out.edges.push_back({taskName(graph, from), taskName(graph, to), graph.dataBytes(DataId(d))});
    }
    for (std::size_t e = 0; e < graph.edgeCount(); ++e) {
        const EdgeId edge(e);
        if (graph.edgeData(edge).empty())
            out.edges.push_back({taskName(graph, graph.source(edge)), taskName(graph, graph.target(edge)), 0});
    }
    return out;
}

InlinePlatform inlinePlatform(const Platform& platform) {
    InlinePlatform out;
    const std::size_t n = platform.nodeCount();
    for (std::size_t i = 0; i < n; ++i) {
        const NodeInfo& node = platform.node(NodeId(i));
        out.nodes.push_back(
            {node.name, node.speed, node.cores, node.memory, node.accelerators, node.group, NodeId(i) == platform.storage(),
             node.speedProfile, node.stateProfile, node.disks});
    }
    std::vector<LinkId> path;
    if (n > 1) platform.route(NodeId(0), NodeId(1), path);
    out.star = platform.linkCount() == 2 * n && (n == 1 || path.size() == 2);
    for (std::size_t i = 0; out.star && i < n; ++i) {
        const LinkInfo& up = platform.link(LinkId(2 * i));
        out.bandwidth.push_back(up.bandwidth);
        out.latency.push_back(up.latency);
    }
    for (std::size_t pair = 0; !out.star && pair < n * n; ++pair) {
        const NodeId from(pair / n), to(pair % n);
        const PathCost cost = platform.pathCost(from, to);
        out.bandwidth.push_back(from == to || !cost.reachable ? 0 : cost.bandwidth);
        out.latency.push_back(from == to ? 0 : cost.latency);
    }
    if (out.star)
        for (std::size_t l = 0; l < platform.linkCount(); ++l)
            addProfiles(platform.link(LinkId(l)), platform.link(LinkId(l)).name, out.profiles);
    for (std::size_t pair = 0; !out.star && pair < n * n; ++pair) {
        path.clear();
        const NodeId from(pair / n), to(pair % n);
        if (from != to && platform.route(from, to, path) && path.size() == 1)
            addProfiles(platform.link(path[0]), platform.node(from).name + "-" + platform.node(to).name, out.profiles);
    }
    return out;
}

}  // namespace loom
