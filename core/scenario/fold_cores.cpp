#include "core/scenario/fold_cores.h"

#include <algorithm>
#include <utility>

#include "core/graph/graph_builder.h"

namespace loom {

namespace {

std::uint32_t widestNode(const Platform& platform) {
    std::uint32_t cores = 0;
    for (std::size_t i = 0; i < platform.nodeCount(); ++i) cores = std::max(cores, platform.node(NodeId(i)).cores);
    return cores;
}

}  // namespace

std::shared_ptr<const TaskGraph> foldCores(const TaskGraph& graph, const Platform& platform, std::vector<std::string>& warnings) {
    const std::uint32_t widest = widestNode(platform);
    std::size_t folded = 0;
    for (std::size_t i = 0; i < graph.taskCount(); ++i) folded += graph.cores(TaskId(i)) > widest ? 1 : 0;
    if (folded == 0) return nullptr;

    GraphBuilder builder;
    builder.reserve(graph.taskCount(), graph.edgeCount());
    for (std::size_t i = 0; i < graph.taskCount(); ++i) {
        TaskAttributes attributes = attributesOf(graph, TaskId(i));
        attributes.cores = std::min(attributes.cores, widest);
        builder.addTask(std::move(attributes));
    }
    for (std::size_t i = 0; i < graph.dataCount(); ++i) {
        const DataId data(i);
        const DataId copy = builder.addData(std::string(graph.dataName(data)), graph.dataBytes(data), graph.producer(data));
        for (TaskId consumer : graph.consumers(data)) builder.addInput(consumer, copy);
    }
    for (std::size_t i = 0; i < graph.edgeCount(); ++i)
        if (graph.edgeData(EdgeId(i)).empty()) builder.addEdge(graph.source(EdgeId(i)), graph.target(EdgeId(i)));
    Result<TaskGraph> built = builder.build();
    if (!built) return nullptr;  // the same structure was built before; were it refused, the checks that follow say so
    warnings.push_back(std::to_string(folded) + (folded == 1 ? " task asks" : " tasks ask") +
                       " for more cores than any node has; " + (folded == 1 ? "it takes" : "each takes") +
                       " a whole node for the recorded time");
    return std::make_shared<const TaskGraph>(std::move(*built));
}

}  // namespace loom
