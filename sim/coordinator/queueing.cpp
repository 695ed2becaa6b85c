// Where the scheduler uses queues: tasks that wait at nodes and move between them; for every online scheduler, what it hears
// and when it is woken.
#include <algorithm>

#include "sim/coordinator/coordinator.h"

namespace loom {

namespace {

// A scheduler that is woken this often without placing anything, while nothing is done, would keep a run going for ever.
constexpr std::uint32_t kMaxIdleWakes = 1'000'000;

}  // namespace

// What is on its way to the old node arrives there all the same.
void Coordinator::move(TaskId task, NodeId node, Context& context) {
    leaveNode(task);
    place(task, node, 0, context);
}

// The node's free cores go to the first tasks of its queue that have their inputs and fit; wider ones may be passed.
void Coordinator::serve(NodeId node, Context& context) {
    if (!nodes_[node.index()].up) return;
    const auto fits = [&](TaskId task) { return lanes_.shortest(node, coresOf(task), 1) && holdings_.fits(task, node); };
    while (lanes_.shortest(node, 1, 1)) {
        const TaskId task = waiting_.first(node, fits);
        if (!task.valid()) break;
        waiting_.leave(task, node);
        TaskRow& next = row(task);
        next.lane = *lanes_.shortest(node, coresOf(task), 1);
        next.reserved = holdings_.reserve(task, node);
        lanes_.insert(node, next.lane, coresOf(task), task, nextKey_++);
        begin(task, context);
        useChanged(node);
    }
}

void Coordinator::serveHungry(Context& context) {
    std::sort(hungry_.begin(), hungry_.end());
    hungry_.erase(std::unique(hungry_.begin(), hungry_.end()), hungry_.end());
    for (const NodeId node : hungry_) serve(node, context);
    hungry_.clear();
}

void Coordinator::tell(TaskNews::What what, TaskId task, NodeId node, Time took) {
    if (tells_) news_.push_back(TaskNews{what, task, node, took});
}

// Timers cannot be taken back: one that is not the last the scheduler asked for is passed over.
void Coordinator::woken(Time now) {
    if (now < wakeAt_) return;
    wakeAt_ = Time::never();
    changed_ = true;
    if (++idleWakes_ > kMaxIdleWakes)
        fail("the scheduler was woken " + std::to_string(kMaxIdleWakes) + " times in a row and placed nothing");
}

void Coordinator::planWake(Context& context) {
    const Time wake = scheduler_.wakeAt();
    if (wake == wakeAt_ && wake > context.now()) return;
    wakeAt_ = wake > context.now() ? wake : Time::never();
    if (!wakeAt_.isNever()) context.request(Timer{kWakeTimer, wakeAt_ - context.now()});
}

}  // namespace loom
