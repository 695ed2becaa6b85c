#include "core/schedule/critical_pin.h"

#include <algorithm>
#include <cmath>

#include "core/schedule/priority_order.h"

namespace loom {

namespace {

constexpr double kSamePriority = 1e-9;  // relative: sums in different order differ in their last bits

// From the entry of highest priority, each time to the first child of equal priority.
std::vector<TaskId> pathOfEqualPriority(const TaskGraph& graph, const std::vector<double>& priorities) {
    TaskId at;
    for (std::size_t i = 0; i < graph.taskCount(); ++i)
        if (graph.predecessors(TaskId(i)).empty() && (!at.valid() || priorities[i] > priorities[at.index()])) at = TaskId(i);
    std::vector<TaskId> path;
    if (!at.valid()) return path;
    const double length = priorities[at.index()];
    while (at.valid()) {
        path.push_back(at);
        TaskId next;
        for (const TaskId child : graph.successors(at)) {
            const double priority = priorities[child.index()];
            if (std::fabs(priority - length) > kSamePriority * std::max(std::fabs(priority), std::fabs(length))) continue;
            next = child;
            break;
        }
        at = next;
    }
    return path;
}

// The worker that runs the whole path soonest; none() if no worker can run all of it.
NodeId nodeOfPath(const Estimator& estimate, const std::vector<TaskId>& path) {
    NodeId best;
    Time shortest = Time::never();
    for (const NodeId node : estimate.workers()) {
        Time sum = Time::zero();
        for (const TaskId task : path) sum += estimate.computeTime(task, node);
        if (sum >= shortest) continue;
        shortest = sum;
        best = node;
    }
    return best;
}

}  // namespace

CriticalPin criticalPin(const Estimator& estimate, const std::vector<double>& priorities) {
    const std::vector<TaskId> path = pathOfEqualPriority(estimate.graph(), priorities);
    CriticalPin pin{nodeOfPath(estimate, path), std::vector<bool>(priorities.size(), false)};
    for (const TaskId task : path) pin.isCritical[task.index()] = pin.node.valid();
    return pin;
}

Candidate* CriticalPin::option(TaskId task, std::span<Candidate> options) const {
    if (!isCritical[task.index()]) return nullptr;
    const auto it = std::find_if(options.begin(), options.end(), [&](const Candidate& c) { return c.node == node; });
    return it->finish.isNever() ? nullptr : &*it;
}

std::vector<double> pathLengths(const Estimator& estimate) {
    std::vector<double> lengths = meanUpwardRanks(estimate, Averaging::pairs);
    const std::vector<double> down = meanDownwardRanks(estimate, Averaging::pairs);
    for (std::size_t i = 0; i < lengths.size(); ++i) lengths[i] += down[i];
    return lengths;
}

}  // namespace loom
