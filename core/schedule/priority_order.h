// Orders of tasks for list schedulers.
#pragma once

#include <vector>

#include "core/cost/estimator.h"
#include "core/graph/task_graph.h"

namespace loom {

// Orders ready tasks: the greatest key first, ties to the lowest index. The keys must outlive it.
struct GreaterKey {
    const std::vector<double>* keys;  // by task
    bool operator()(TaskId a, TaskId b) const {
        const double x = (*keys)[a.index()];
        const double y = (*keys)[b.index()];
        return x != y ? x > y : a < b;
    }
};

// Parents before children; among the tasks whose parents are out, the greatest key first, ties to the lowest index.
// Equals a plain sort by key wherever that is topological. O((n + e) log n).
std::vector<TaskId> priorityOrder(const TaskGraph& graph, const std::vector<double>& keys);

// Task ids in ascending order if that is topological, else the topological order.
std::vector<TaskId> indexOrder(const TaskGraph& graph);

// How the mean transfer time of an edge is taken over pairs of nodes: mean of bytes / bandwidth, or bytes / mean bandwidth.
enum class Averaging : std::uint8_t { pairs, bandwidth };

// rank_u and rank_d of Topcuoglu et al. 2002 on mean costs, in seconds.
std::vector<double> meanUpwardRanks(const Estimator& estimate, Averaging averaging);
std::vector<double> meanDownwardRanks(const Estimator& estimate, Averaging averaging);

// The same upward rank with other seconds per task, and mean transfers over pairs.
std::vector<double> upwardRanksOf(const Estimator& estimate, const std::vector<double>& seconds);
// The longest path to an exit counting `seconds` per task and no transfers: the static level.
std::vector<double> staticLevels(const TaskGraph& graph, const std::vector<double>& seconds);

// One value a task, in seconds, over the workers that can run it; 0 if none can.
std::vector<double> meanSeconds(const Estimator& estimate);
std::vector<double> medianSeconds(const Estimator& estimate);
std::vector<double> deviationSeconds(const Estimator& estimate);  // sample standard deviation; 0 with one worker

}  // namespace loom
