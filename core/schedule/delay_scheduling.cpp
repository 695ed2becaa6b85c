// Delay scheduling: Zaharia, Borthakur, Sen Sarma, Elmeleegy, Shenker, Stoica, EuroSys 2010. An idle node takes the first ready
// task whose data is on it. If there is none it has to pass: up to `skips` times in a row over all nodes, as in the paper's
// section 3.4, or, where a `wait` is given, for so long since the first pass; after that the first task of the queue runs
// wherever there is room. A local start sets count and clock back. A task is local where most of its input bytes are; one
// whose inputs are on no node is local everywhere. A chance to start is an idle node at an instant in which something
// changed. Counting passes never stops the run: if nothing else is going on, the task starts.
// Left out: a second wait for the rack (see hadoop and spark). O(p r m) an instant for r ready tasks of which p are placed.
#include <algorithm>
#include <optional>

#include "core/schedule/locality.h"
#include "core/schedule/online_scheduler.h"
#include "core/schedule/online_schedulers.h"

namespace loom {

namespace {

class DelayScheduling final : public OnlineScheduler {
public:
    DelayScheduling(std::uint64_t skips, std::optional<Time> wait) : skips_(skips) {
        if (wait) wait_.emplace(*wait, Time::zero());
    }

private:
    void choose(const View& view) override {
        started_.clear();
        const bool still = isStill(view);
        bool any = false;
        for (const NodeId node : view.estimate.workers()) any = takeLocal(view, node) || any;
        for (const NodeId node : view.estimate.workers()) {
            for (TaskId task = firstThatFits(view, node); task.valid(); task = firstThatFits(view, node)) {
                if (passes(view, any || !still)) break;
                start(view, task, node, "no local task for the node, and passed over for long enough: the first of the queue");
                any = true;
            }
        }
    }
    [[nodiscard]] bool passes(const View& view, bool goesOn) {
        if (wait_) {
            wait_->passed(view.now);
            wakeBy(wait_->next(view.now));
            return wait_->farthest(view.now) != Locality::any;
        }
        if (skipped_ >= skips_ || !goesOn) return false;
        ++skipped_;
        return true;
    }
    // Starts every local task the node has room for.
    bool takeLocal(const View& view, NodeId node) {
        bool any = false;
        for (const TaskId task : view.ready) {
            if (!idle().has(node)) break;
            if (!isWaiting(task) || !idle().fits(task, node) || !isLocal(view, task, node)) continue;
            start(view, task, node, "the first of the queue whose data is on the node");
            skipped_ = 0;
            if (wait_) wait_->startedLocally();
            any = true;
        }
        return any;
    }
    [[nodiscard]] TaskId firstThatFits(const View& view, NodeId node) const {
        if (!idle().has(node)) return {};
        for (const TaskId task : view.ready)
            if (isWaiting(task) && idle().fits(task, node)) return task;
        return {};
    }
    [[nodiscard]] bool isWaiting(TaskId task) const {
        return std::find(started_.begin(), started_.end(), task) == started_.end();
    }
    void start(const View& view, TaskId task, NodeId node, const char* rule) {
        place(task, node, static_cast<double>(skipped_), rule, "- local bytes",
              [&](const Candidate& c) { return -localBytes(view, task, c.node); });
        started_.push_back(task);
    }
    [[nodiscard]] static bool isLocal(const View& view, TaskId task, NodeId node) {
        const double here = localBytes(view, task, node);
        for (const NodeId other : view.estimate.workers())
            if (localBytes(view, task, other) > here) return false;
        return true;
    }

    std::uint64_t skips_;
    std::uint64_t skipped_ = 0;
    std::optional<LocalityWait> wait_;
    std::vector<TaskId> started_;  // in this instant
};

}  // namespace

SchedulerPtr makeDelayScheduling(std::uint64_t skips, std::optional<Time> wait) {
    return std::make_unique<DelayScheduling>(skips, wait);
}

}  // namespace loom
