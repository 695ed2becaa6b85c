#include "core/base/units.h"
#include "core/io/writers.h"

namespace loom {

std::string writeTaskList(const TaskGraph& graph) {
    std::vector<std::size_t> position(graph.taskCount());
    const TaskSpan order = graph.topologicalOrder();
    for (std::size_t i = 0; i < order.size(); ++i) position[order[i].index()] = i;
    std::string out = std::to_string(graph.taskCount()) + "\n";
    for (const TaskId task : order) {
        const EdgeSpan in = graph.inEdges(task);
        out += exactNumber(graph.work(task)) + " " + std::to_string(in.size());
        for (const EdgeId edge : in) out += " " + std::to_string(position[graph.source(edge).index()]) + " " + exactNumber(graph.edgeBytes(edge));
        out += "\n";
    }
    return out;
}

}  // namespace loom
