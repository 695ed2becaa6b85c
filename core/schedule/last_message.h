// Where a ready task's last message comes from, for schedulers that look at two nodes only (FCP, FLB).
#pragma once

#include "core/schedule/partial_schedule.h"

namespace loom {

// Of a task whose parents are placed: when its last message would arrive on a node that is none of its parents', by mean
// transfers, and the node that sends it. Entry tasks have none: arrival zero, no node. Ties go to the first parent.
struct LastMessage {
    Time arrival = Time::zero();
    NodeId from;
};
LastMessage lastMessage(const PartialSchedule& schedule, TaskId task);

// The node whose slots are free first for the task, whatever it takes there; none() if no node can run it.
NodeId idleFirst(const PartialSchedule& schedule, TaskId task);

// The option of earliest start among the nodes given (none() is skipped), ties to the lowest index; of all nodes when the
// task can start on none of these. Finish never() if no node can run the task.
Candidate earliestStartOn(PartialSchedule& schedule, TaskId task, NodeId a, NodeId b);

// Places the task and, if somebody asked, shows the starts on all nodes.
void placeByStart(PartialSchedule& schedule, TaskId task, const Candidate& chosen, double priority);

}  // namespace loom
