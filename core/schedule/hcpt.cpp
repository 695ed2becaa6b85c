#include <algorithm>
#include <cmath>

#include "core/schedule/schedulers.h"
#include "core/schedule/static_scheduler.h"

namespace loom {

namespace {

constexpr double kCritical = 1e-9;  // relative to the critical path: sums in different order differ in their last bits

// The average latest start time of every task: backwards from the end of the longest path.
std::vector<double> latestStarts(const Estimator& estimate, const std::vector<double>& mean, double length) {
    const TaskGraph& graph = estimate.graph();
    const TaskSpan order = graph.topologicalOrder();
    std::vector<double> latest(graph.taskCount());
    for (std::size_t i = order.size(); i-- > 0;) {
        const TaskId task = order[i];
        double end = length;
        for (const EdgeId edge : graph.outEdges(task))
            end = std::min(end, latest[graph.target(edge).index()] - estimate.meanTransferByPairs(edge));
        latest[task.index()] = end - mean[task.index()];
    }
    return latest;
}

// Pops tasks whose parents are listed; otherwise pushes the unlisted parent of smallest latest start.
std::vector<TaskId> listed(const TaskGraph& graph, std::vector<TaskId> stack, const std::vector<double>& latest) {
    std::vector<TaskId> list;
    std::vector<bool> isListed(graph.taskCount(), false);
    while (!stack.empty()) {
        const TaskId top = stack.back();
        TaskId next;
        for (const TaskId parent : graph.predecessors(top)) {
            if (isListed[parent.index()]) continue;
            const bool earlier = !next.valid() || latest[parent.index()] < latest[next.index()] ||
                                 (latest[parent.index()] == latest[next.index()] && parent < next);
            if (earlier) next = parent;
        }
        if (next.valid() && !isListed[top.index()]) {
            stack.push_back(next);
            continue;
        }
        stack.pop_back();
        if (!isListed[top.index()]) list.push_back(top);
        isListed[top.index()] = true;
    }
    return list;
}

// Hagras, Janecek, ICPP workshops 2003.
class Hcpt final : public StaticScheduler {
public:
    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        const Reason reason{
            "critical tasks in order, their unlisted parents before them; the node of smallest EFT, gaps included", "EFT"};
        PartialSchedule schedule(view, Fill::insertion, reason, log);
        const std::vector<double> mean = meanSeconds(view.estimate);
        const std::vector<double> earliest = meanDownwardRanks(view.estimate, Averaging::pairs);
        double length = 0;
        for (std::size_t i = 0; i < mean.size(); ++i) length = std::max(length, earliest[i] + mean[i]);
        priorities_ = latestStarts(view.estimate, mean, length);
        const auto isCritical = [&](TaskId t) {
            return std::fabs(priorities_[t.index()] - earliest[t.index()]) <= kCritical * std::max(length, 1e-300);
        };
        // Critical tasks on top, the one of smallest latest start uppermost; the others come last.
        std::vector<TaskId> stack;
        for (std::size_t i = mean.size(); i-- > 0;) stack.emplace_back(i);
        std::stable_sort(stack.begin(), stack.end(), [&](TaskId a, TaskId b) {
            const bool criticalA = isCritical(a);
            const bool criticalB = isCritical(b);
            return criticalA != criticalB ? criticalB : priorities_[a.index()] > priorities_[b.index()];
        });
        placeInOrder(schedule, listed(schedule.graph(), std::move(stack), priorities_), priorities_,
                     [](TaskId, std::span<const Candidate> options) { return earliestFinish(options); });
        schedule.emit(placements);
    }
};

}  // namespace

SchedulerPtr makeHcpt() { return std::make_unique<Hcpt>(); }

}  // namespace loom
