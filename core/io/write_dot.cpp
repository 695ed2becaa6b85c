#include <vector>

#include "core/graph/graph_measures.h"
#include "core/io/text_escape.h"
#include "core/io/unique_names.h"
#include "core/io/writers.h"

namespace loom {

namespace {

// Flops that take as long as the task does on the cores it takes.
double flopsOf(const TaskGraph& graph, TaskId task) {
    const bool plain = graph.runtimes(task).empty() && graph.scaling(task) == 1;
    return plain ? graph.work(task) : referenceSeconds(graph, task) * 1e9;
}

}  // namespace

std::string writeDot(const TaskGraph& graph, const std::string& name) {
    const std::vector<std::string> names =
        uniqueNames(graph.taskCount(), [&](std::size_t t) { return graph.name(TaskId(t)); }, "t", dotText);
    std::string out = "digraph " + dotText(name) + " {\n";
    for (std::size_t t = 0; t < graph.taskCount(); ++t)
        out += "  " + names[t] + " [size=\"" + finiteNumber(flopsOf(graph, TaskId(t))) + "\"];\n";
    for (std::size_t e = 0; e < graph.edgeCount(); ++e) {
        const EdgeId edge(e);
        out += "  " + names[graph.source(edge).index()] + " -> " + names[graph.target(edge).index()];
        if (const double bytes = graph.edgeBytes(edge); bytes > 0) out += " [size=\"" + finiteNumber(bytes) + "\"]";
        out += ";\n";
    }
    return out + "}\n";
}

}  // namespace loom
