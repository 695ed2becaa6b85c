#include "core/schedule/last_message.h"

#include <algorithm>

namespace loom {

LastMessage lastMessage(const PartialSchedule& schedule, TaskId task) {
    LastMessage last;
    for (const EdgeId edge : schedule.graph().inEdges(task)) {
        const TaskId parent = schedule.graph().source(edge);
        const Time arrival = schedule.finish(parent) + Time::fromSeconds(schedule.estimate().meanTransferByPairs(edge));
        if (last.from.valid() && arrival <= last.arrival) continue;
        last = {arrival, schedule.node(parent)};
    }
    return last;
}

NodeId idleFirst(const PartialSchedule& schedule, TaskId task) {
    NodeId best;
    Time soonest = Time::never();
    for (const NodeId node : schedule.workers()) {
        const Time duration = schedule.estimate().computeTime(task, node);
        if (duration.isNever()) continue;
        const Time idle = schedule.timeline(node).earliest(Time::zero(), duration, schedule.graph().cores(task));
        if (idle >= soonest) continue;
        soonest = idle;
        best = node;
    }
    return best;
}

Candidate earliestStartOn(PartialSchedule& schedule, TaskId task, NodeId a, NodeId b) {
    Candidate best;
    for (const NodeId node : {std::min(a, b), std::max(a, b)}) {
        if (!node.valid()) continue;
        const Candidate option = schedule.candidate(task, node, schedule.dataReady(task, node));
        if (!option.finish.isNever() && option.start < best.start) best = option;
    }
    if (!best.finish.isNever()) return best;
    const Candidate* any = scoredByStart(schedule.candidates(task));
    return any != nullptr ? *any : best;
}

void placeByStart(PartialSchedule& schedule, TaskId task, const Candidate& chosen, double priority) {
    std::span<Candidate> options;
    if (schedule.wants(task)) {
        options = schedule.candidates(task);
        scoredByStart(options);
    }
    schedule.place(task, chosen, priority, options);
}

}  // namespace loom
