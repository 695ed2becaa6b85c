#include "core/schedule/priority_order.h"

#include <algorithm>
#include <cmath>
#include <numeric>
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

std::vector<TaskId> indexOrder(const TaskGraph& graph) {
    bool topological = true;
    for (std::size_t i = 0; i < graph.taskCount() && topological; ++i)
        for (const TaskId child : graph.successors(TaskId(i))) topological = topological && child.index() > i;
    std::vector<TaskId> order;
    order.reserve(graph.taskCount());
    if (topological) {
        for (std::size_t i = 0; i < graph.taskCount(); ++i) order.emplace_back(i);
    } else {
        for (const TaskId task : graph.topologicalOrder()) order.push_back(task);
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

std::vector<double> upwardRanksOf(const Estimator& estimate, const std::vector<double>& seconds) {
    return upwardRanks(
        estimate.graph(), [&](TaskId task) { return seconds[task.index()]; }, meanTransfer(estimate, Averaging::pairs));
}

std::vector<double> staticLevels(const TaskGraph& graph, const std::vector<double>& seconds) {
    return upwardRanks(
        graph, [&](TaskId task) { return seconds[task.index()]; }, [](EdgeId) { return 0.0; });
}

namespace {

// One value a task from the seconds on the workers that can run it, in their order.
template <class Reduce>
std::vector<double> perTask(const Estimator& estimate, Reduce reduce) {
    std::vector<double> values(estimate.graph().taskCount(), 0);
    std::vector<double> row;
    for (std::size_t i = 0; i < values.size(); ++i) {
        row.clear();
        for (const NodeId node : estimate.workers())
            if (const Time time = estimate.computeTime(TaskId(i), node); !time.isNever()) row.push_back(time.seconds());
        if (!row.empty()) values[i] = reduce(row);
    }
    return values;
}

double sampleDeviation(const std::vector<double>& row) {
    if (row.size() < 2) return 0;
    const auto count = static_cast<double>(row.size());
    const double mean = std::accumulate(row.begin(), row.end(), 0.0) / count;
    double squares = 0;
    for (const double value : row) squares += (value - mean) * (value - mean);
    return std::sqrt(squares / (count - 1));
}

double median(std::vector<double>& row) {
    std::sort(row.begin(), row.end());
    const std::size_t half = row.size() / 2;
    return row.size() % 2 == 1 ? row[half] : (row[half - 1] + row[half]) / 2;
}

}  // namespace

std::vector<double> meanSeconds(const Estimator& estimate) {
    std::vector<double> values(estimate.graph().taskCount());
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = estimate.meanCompute(TaskId(i));
    return values;
}

std::vector<double> medianSeconds(const Estimator& estimate) {
    return perTask(estimate, [](std::vector<double>& row) { return median(row); });
}

std::vector<double> deviationSeconds(const Estimator& estimate) {
    return perTask(estimate, [](const std::vector<double>& row) { return sampleDeviation(row); });
}

}  // namespace loom
