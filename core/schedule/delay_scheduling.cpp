// Delay scheduling: Zaharia, Borthakur, Sen Sarma, Elmeleegy, Shenker, Stoica, EuroSys 2010. An idle node takes the first ready
// task whose data is on it. If there is none it has to pass, up to `skips` times in a row over all nodes; after that the
// first task of the queue runs wherever there is room. A local start sets the count back. A task is local where most of its
// input bytes are; one whose inputs are on no node is local everywhere. A chance to start is an idle node at an instant in
// which something changed. The paper's waiting times W1 and W2 would need timers, which the seam has not: waiting is
// counted in chances, as in the paper's section 3.4. Passing never stops the run: if nothing else is going on, the task
// starts. O(p r m) an instant for r ready tasks of which p are placed.
#include <algorithm>

#include "core/schedule/online_scheduler.h"
#include "core/schedule/online_schedulers.h"

namespace loom {

namespace {

class DelayScheduling final : public OnlineScheduler {
public:
    explicit DelayScheduling(std::uint64_t skips) : skips_(skips) {}

private:
    void choose(const View& view) override {
        started_.clear();
        const bool still = isStill(view);
        bool any = false;
        for (const NodeId node : view.estimate.workers()) any = takeLocal(view, node) || any;
        for (const NodeId node : view.estimate.workers()) {
            for (TaskId task = firstThatFits(view, node); task.valid(); task = firstThatFits(view, node)) {
                if (skipped_ < skips_ && (any || !still)) {
                    ++skipped_;
                    break;
                }
                start(view, task, node, "no local task for the node, and passed over often enough: the first of the queue");
                any = true;
            }
        }
    }
    // Starts every local task the node has room for.
    bool takeLocal(const View& view, NodeId node) {
        bool any = false;
        for (const TaskId task : view.ready) {
            if (!idle().has(node)) break;
            if (!isWaiting(task) || !idle().fits(task, node) || !isLocal(view, task, node)) continue;
            start(view, task, node, "the first of the queue whose data is on the node");
            skipped_ = 0;
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
    std::vector<TaskId> started_;  // in this instant
};

}  // namespace

SchedulerPtr makeDelayScheduling(std::uint64_t skips) { return std::make_unique<DelayScheduling>(skips); }

}  // namespace loom
