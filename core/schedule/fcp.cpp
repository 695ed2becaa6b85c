// FCP, Fast Critical Path: Radulescu, van Gemund, ICS 1999. Of the ready tasks the one of highest bottom level first; only two
// nodes are looked at: the one idle first and the one the task's last message comes from; the earlier start wins. The list of
// ready tasks is kept sorted up to a bounded length, the rest waits in a queue. Made for equal nodes and links: here bottom
// levels and last messages are by mean costs. O(n (log h + m) + e) for a sorted list of length h; the paper's log m for the
// idle node supposes that every node can run every task.
#include <queue>
#include <set>

#include "core/schedule/last_message.h"
#include "core/schedule/schedulers.h"
#include "core/schedule/static_scheduler.h"

namespace loom {

namespace {

// The greatest bottom level first; of bounded length, what is too much waits in order of arrival.
class BoundedList {
public:
    BoundedList(const std::vector<double>& keys, std::size_t length) : length_(length), sorted_(GreaterKey{&keys}) {}

    [[nodiscard]] bool empty() const { return sorted_.empty(); }
    void add(TaskId task) {
        if (sorted_.size() < length_) {
            sorted_.insert(task);
        } else {
            waiting_.push(task);
        }
    }
    TaskId take() {
        const TaskId first = *sorted_.begin();
        sorted_.erase(sorted_.begin());
        if (!waiting_.empty()) {
            sorted_.insert(waiting_.front());
            waiting_.pop();
        }
        return first;
    }

private:
    std::size_t length_;
    std::set<TaskId, GreaterKey> sorted_;
    std::queue<TaskId> waiting_;
};

class Fcp final : public StaticScheduler {
public:
    explicit Fcp(std::size_t sorted) : sorted_(sorted) {}

    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        const Reason reason{
            "highest bottom level first; the earlier start on the node idle first or the node the last message comes from",
            "EST"};
        PartialSchedule schedule(view, Fill::append, reason, log);
        const TaskGraph& graph = schedule.graph();
        priorities_ = meanUpwardRanks(view.estimate, Averaging::pairs);
        BoundedList ready(priorities_, sorted_ > 0 ? sorted_ : std::max<std::size_t>(schedule.workers().size(), 1));
        std::vector<std::size_t> missing(graph.taskCount());
        for (std::size_t i = 0; i < missing.size(); ++i) {
            missing[i] = graph.predecessors(TaskId(i)).size();
            if (missing[i] == 0) ready.add(TaskId(i));
        }
        while (!ready.empty() && !schedule.cancelled()) {
            const TaskId task = ready.take();
            const Candidate chosen = earliestStartOn(schedule, task, idleFirst(schedule, task), lastMessage(schedule, task).from);
            if (chosen.finish.isNever()) continue;
            placeByStart(schedule, task, chosen, priorities_[task.index()]);
            for (const TaskId child : graph.successors(task))
                if (--missing[child.index()] == 0) ready.add(child);
        }
        schedule.emit(placements);
    }

private:
    std::size_t sorted_;
};

}  // namespace

SchedulerPtr makeFcp(std::size_t sorted) { return std::make_unique<Fcp>(sorted); }

}  // namespace loom
