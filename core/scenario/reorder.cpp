#include "core/scenario/reorder.h"

#include <vector>

#include "core/graph/graph_builder.h"
#include "core/scenario/compute_models.h"

namespace loom {

namespace {

// By old id: the new one.
template <class IdType>
std::vector<IdType> places(std::span<const IdType> order) {
    std::vector<IdType> place(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) place[order[i].index()] = IdType(i);
    return place;
}

// Runtimes are by node.
TaskAttributes reorderedAttributes(const TaskGraph& graph, TaskId task, std::span<const NodeId> nodes) {
    TaskAttributes out = attributesOf(graph, task);
    if (out.runtimes.empty()) return out;
    for (std::size_t n = 0; n < nodes.size(); ++n) out.runtimes[n] = graph.runtimes(task)[nodes[n].index()];
    return out;
}

Result<TaskGraph> reorderedGraph(const TaskGraph& graph, std::span<const TaskId> tasks, std::span<const NodeId> nodes) {
    const std::vector<TaskId> place = places(tasks);
    GraphBuilder builder;
    builder.reserve(graph.taskCount(), graph.edgeCount());
    for (const TaskId task : tasks) builder.addTask(reorderedAttributes(graph, task, nodes));
    for (std::size_t d = 0; d < graph.dataCount(); ++d) {
        const TaskId producer = graph.producer(DataId(d));
        const DataId data = builder.addData(std::string(graph.dataName(DataId(d))), graph.dataBytes(DataId(d)),
                                            producer.valid() ? place[producer.index()] : producer);
        for (const TaskId consumer : graph.consumers(DataId(d))) builder.addInput(place[consumer.index()], data);
    }
    for (std::size_t e = 0; e < graph.edgeCount(); ++e)
        if (graph.edgeData(EdgeId(e)).empty())
            builder.addEdge(place[graph.source(EdgeId(e)).index()], place[graph.target(EdgeId(e)).index()]);
    return builder.build();
}

// Asks the old platform, which it keeps alive.
class ReorderedRouter final : public Router {
public:
    ReorderedRouter(std::shared_ptr<const Platform> platform, std::span<const NodeId> nodes)
        : platform_(std::move(platform)), nodes_(nodes.begin(), nodes.end()) {}
    bool route(NodeId from, NodeId to, std::vector<LinkId>& out) const override {
        return platform_->route(nodes_[from.index()], nodes_[to.index()], out);
    }
    [[nodiscard]] double extraLatency(NodeId from, NodeId to) const override {
        return platform_->extraLatency(nodes_[from.index()], nodes_[to.index()]);
    }

private:
    std::shared_ptr<const Platform> platform_;
    std::vector<NodeId> nodes_;
};

Result<Platform> reorderedPlatform(const std::shared_ptr<const Platform>& platform, std::span<const NodeId> nodes, std::uint32_t degree) {
    std::vector<NodeInfo> infos;
    NodeId storage;
    for (const NodeId node : nodes) {
        if (node == platform->storage()) storage = NodeId(infos.size());
        infos.push_back(platform->node(node));
    }
    std::vector<LinkInfo> links;
    for (std::size_t l = 0; l < platform->linkCount(); ++l) links.push_back(platform->link(LinkId(l)));
    Result<Platform> made = Platform::make(std::move(infos), std::move(links), std::make_shared<ReorderedRouter>(platform, nodes), storage,
                                           platform->description());
    if (!made || degree <= 1) return made;
    if (const Status shared = made->shareCores(degree); !shared) return shared.error();
    return made;
}

}  // namespace

Result<ScenarioPtr> reordered(const Scenario& scenario, std::span<const TaskId> tasks, std::span<const NodeId> nodes) {
    Result<TaskGraph> graph = reorderedGraph(*scenario.graph, tasks, nodes);
    if (!graph) return graph.error();
    const std::uint32_t degree = scenario.platform->sharesCores() ? multiprogrammingDegree(scenario.file.compute) : 1;
    Result<Platform> platform = reorderedPlatform(scenario.platform, nodes, degree);
    if (!platform) return platform.error();
    auto made = std::make_shared<Scenario>(scenario);
    made->graph = std::make_shared<const TaskGraph>(std::move(*graph));
    made->platform = std::make_shared<const Platform>(std::move(*platform));
    return ScenarioPtr(std::move(made));
}

}  // namespace loom
