// Measures of a task graph's shape: levels, ranks, critical path, width.
#pragma once

#include <functional>
#include <vector>

#include "core/graph/task_graph.h"

namespace loom {

// Seconds a task or an edge weighs in a path.
using TaskWeight = std::function<double(TaskId)>;
using EdgeWeight = std::function<double(EdgeId)>;

// Hop distance from the entry tasks (longest path, entry = 0), one per task.
std::vector<std::uint32_t> levels(const TaskGraph& graph);

struct LevelShape {
    std::size_t levels = 0;    // number of levels; 0 for an empty graph
    std::size_t maxWidth = 0;  // tasks on the widest level
};
LevelShape levelShape(const TaskGraph& graph);

// rank_u(t) = task(t) + max over children (edge + rank_u(child)); Topcuoglu et al. 2002, eq. 8.
std::vector<double> upwardRanks(const TaskGraph& graph, const TaskWeight& task, const EdgeWeight& edge);
// rank_d(t) = max over parents (rank_d(parent) + task(parent) + edge); entry 0; eq. 10.
std::vector<double> downwardRanks(const TaskGraph& graph, const TaskWeight& task, const EdgeWeight& edge);

struct CriticalPath {
    double length = 0;          // s, task weights and edge weights along it
    std::vector<TaskId> tasks;  // from entry to exit; lowest ids on ties
};
CriticalPath criticalPath(const TaskGraph& graph, const TaskWeight& task, const EdgeWeight& edge);

// The size of the largest antichain (Dilworth, by matching on the transitive closure), for graphs of at most
// `limit` tasks; 0 beyond it.
std::size_t antichainWidth(const TaskGraph& graph, std::size_t limit = 2000);

// Seconds of a task on a reference core of 1 Gflop/s, or its mean runtime where runtimes are given, on the
// cores it takes.
double referenceSeconds(const TaskGraph& graph, TaskId task);

}  // namespace loom
