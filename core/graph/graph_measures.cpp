#include "core/graph/graph_measures.h"

#include <algorithm>

namespace loom {

std::vector<std::uint32_t> levels(const TaskGraph& graph) {
    std::vector<std::uint32_t> level(graph.taskCount(), 0);
    for (TaskId task : graph.topologicalOrder()) {
        for (TaskId child : graph.successors(task))
            level[child.index()] = std::max(level[child.index()], level[task.index()] + 1);
    }
    return level;
}

LevelShape levelShape(const TaskGraph& graph) {
    std::vector<std::size_t> widths;
    for (std::uint32_t level : levels(graph)) {
        if (level >= widths.size()) widths.resize(level + 1, 0);
        ++widths[level];
    }
    return {widths.size(), widths.empty() ? 0 : *std::max_element(widths.begin(), widths.end())};
}

std::vector<double> upwardRanks(const TaskGraph& graph, const TaskWeight& task, const EdgeWeight& edge) {
    std::vector<double> rank(graph.taskCount(), 0);
    const TaskSpan order = graph.topologicalOrder();
    for (std::size_t i = order.size(); i-- > 0;) {
        const TaskId at = order[i];
        const EdgeSpan edges = graph.outEdges(at);
        const TaskSpan children = graph.successors(at);
        double longest = 0;
        for (std::size_t k = 0; k < edges.size(); ++k) longest = std::max(longest, edge(edges[k]) + rank[children[k].index()]);
        rank[at.index()] = task(at) + longest;
    }
    return rank;
}

std::vector<double> downwardRanks(const TaskGraph& graph, const TaskWeight& task, const EdgeWeight& edge) {
    std::vector<double> rank(graph.taskCount(), 0);
    for (TaskId at : graph.topologicalOrder()) {
        const EdgeSpan edges = graph.outEdges(at);
        const TaskSpan children = graph.successors(at);
        const double done = rank[at.index()] + (edges.empty() ? 0 : task(at));
        for (std::size_t k = 0; k < edges.size(); ++k) {
            double& known = rank[children[k].index()];
            known = std::max(known, done + edge(edges[k]));
        }
    }
    return rank;
}

CriticalPath criticalPath(const TaskGraph& graph, const TaskWeight& task, const EdgeWeight& edge) {
    CriticalPath path;
    if (graph.taskCount() == 0) return path;
    const std::vector<double> rank = upwardRanks(graph, task, edge);
    const auto first = std::max_element(rank.begin(), rank.end());
    path.length = *first;
    TaskId at(static_cast<std::size_t>(first - rank.begin()));
    // A zero-weight parent of the entry would tie with it; the path must start at an entry task.
    for (;;) {
        const TaskSpan parents = graph.predecessors(at);
        const auto tied =
            std::find_if(parents.begin(), parents.end(), [&](TaskId p) { return rank[p.index()] >= rank[at.index()]; });
        if (tied == parents.end()) break;
        at = *tied;
    }
    while (true) {
        path.tasks.push_back(at);
        const EdgeSpan edges = graph.outEdges(at);
        const TaskSpan children = graph.successors(at);
        if (edges.empty()) return path;
        std::size_t best = 0;
        double longest = -1;
        for (std::size_t k = 0; k < edges.size(); ++k) {
            const double length = edge(edges[k]) + rank[children[k].index()];
            if (length > longest) {
                longest = length;
                best = k;
            }
        }
        at = children[best];
    }
}

double referenceSeconds(const TaskGraph& graph, TaskId task) {
    const std::span<const double> runtimes = graph.runtimes(task);
    if (runtimes.empty()) return graph.work(task) * graph.scaling(task) / 1e9;
    double sum = 0;
    for (double runtime : runtimes) sum += runtime;
    return sum * graph.scaling(task) / static_cast<double>(runtimes.size());
}

}  // namespace loom
