#include <algorithm>
#include <cmath>

#include "core/schedule/schedulers.h"
#include "core/schedule/static_scheduler.h"

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

// Topcuoglu, Hariri, Wu, IEEE TPDS 13(3), 2002.
class Cpop final : public StaticScheduler {
public:
    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        const Reason reason{
            "highest rank_u + rank_d first; tasks of the critical path on the node that runs all of it soonest, others on the "
            "node of smallest EFT",
            "EFT"};
        priorities_ = meanUpwardRanks(view.estimate, Averaging::pairs);
        const std::vector<double> down = meanDownwardRanks(view.estimate, Averaging::pairs);
        for (std::size_t i = 0; i < priorities_.size(); ++i) priorities_[i] += down[i];
        PartialSchedule schedule(view, Fill::insertion, reason, log);
        const std::vector<TaskId> path = pathOfEqualPriority(schedule.graph(), priorities_);
        const NodeId pathNode = nodeOfPath(view.estimate, path);
        std::vector<bool> critical(priorities_.size(), false);
        for (const TaskId task : path) critical[task.index()] = pathNode.valid();
        const auto choose = [&](TaskId task, std::span<const Candidate> options) {
            if (!critical[task.index()]) return earliestFinish(options);
            const auto it = std::find_if(options.begin(), options.end(), [&](const Candidate& c) { return c.node == pathNode; });
            return it->finish.isNever() ? earliestFinish(options) : &*it;
        };
        placeInOrder(schedule, priorityOrder(schedule.graph(), priorities_), priorities_, choose);
        schedule.emit(placements);
    }
};

}  // namespace

SchedulerPtr makeCpop() { return std::make_unique<Cpop>(); }

}  // namespace loom
