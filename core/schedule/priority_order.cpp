#include "core/schedule/priority_order.h"

#include <queue>
#include <utility>

#include "core/graph/graph_measures.h"

namespace loom {

namespace {

struct Entry {
    double key;
    TaskId task;
    // The queue hands out the greatest: the greater key, then the lower index.
    bool operator<(const Entry& other) const { return key != other.key ? key < other.key : task > other.task; }
};

}  // namespace

std::vector<TaskId> priorityOrder(const TaskGraph& graph, const std::vector<double>& keys) {
    std::vector<std::size_t> missing(graph.taskCount());
    std::priority_queue<Entry> ready;
    for (std::size_t i = 0; i < graph.taskCount(); ++i) {
        missing[i] = graph.predecessors(TaskId(i)).size();
        if (missing[i] == 0) ready.push({keys[i], TaskId(i)});
    }
    std::vector<TaskId> order;
    order.reserve(graph.taskCount());
    while (!ready.empty()) {
        const TaskId task = ready.top().task;
        ready.pop();
        order.push_back(task);
        for (const TaskId child : graph.successors(task))
            if (--missing[child.index()] == 0) ready.push({keys[child.index()], child});
    }
    return order;
}

namespace {

EdgeWeight meanTransfer(const Estimator& estimate, Averaging averaging) {
    if (averaging == Averaging::pairs) return [&estimate](EdgeId edge) { return estimate.meanTransferByPairs(edge); };
    return [&estimate](EdgeId edge) { return estimate.meanTransferByBandwidth(edge); };
}

}  // namespace

std::vector<double> meanUpwardRanks(const Estimator& estimate, Averaging averaging) {
    const auto compute = [&estimate](TaskId task) { return estimate.meanCompute(task); };
    return upwardRanks(estimate.graph(), compute, meanTransfer(estimate, averaging));
}

std::vector<double> meanDownwardRanks(const Estimator& estimate, Averaging averaging) {
    const auto compute = [&estimate](TaskId task) { return estimate.meanCompute(task); };
    return downwardRanks(estimate.graph(), compute, meanTransfer(estimate, averaging));
}

}  // namespace loom
