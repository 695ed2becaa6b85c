#include "core/graph/graph_summary.h"

#include "core/graph/graph_measures.h"

namespace loom {

GraphSummary summarise(const TaskGraph& graph) {
    GraphSummary summary;
    summary.tasks = graph.taskCount();
    summary.edges = graph.edgeCount();
    summary.files = graph.dataCount();
    for (std::size_t d = 0; d < graph.dataCount(); ++d) summary.bytes += graph.dataBytes(DataId(d));

    const auto seconds = [&](TaskId task) { return referenceSeconds(graph, task); };
    for (std::size_t t = 0; t < graph.taskCount(); ++t) summary.runtimeSum += seconds(TaskId(t));
    summary.criticalPath = criticalPath(graph, seconds, [](EdgeId) { return 0.0; }).length;
    const LevelShape shape = levelShape(graph);
    summary.levels = shape.levels;
    summary.maxLevelWidth = shape.maxWidth;
    return summary;
}

}  // namespace loom
