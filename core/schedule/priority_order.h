// Orders of tasks for list schedulers.
#pragma once

#include <vector>

#include "core/cost/estimator.h"
#include "core/graph/task_graph.h"

namespace loom {

// Parents before children; among the tasks whose parents are out, the greatest key first, ties to the lowest index.
// Equals a plain sort by key wherever that is topological. O((n + e) log n).
std::vector<TaskId> priorityOrder(const TaskGraph& graph, const std::vector<double>& keys);

// How the mean transfer time of an edge is taken over pairs of nodes: mean of bytes / bandwidth, or bytes / mean bandwidth.
enum class Averaging : std::uint8_t { pairs, bandwidth };

// rank_u and rank_d of Topcuoglu et al. 2002 on mean costs, in seconds.
std::vector<double> meanUpwardRanks(const Estimator& estimate, Averaging averaging);
std::vector<double> meanDownwardRanks(const Estimator& estimate, Averaging averaging);

}  // namespace loom
