// Tasks that share the cores of their node (processor sharing): each is a flow of core-seconds through the node's cores.
#pragma once

#include <vector>

#include "core/trace/core_account.h"
#include "sim/flow/max_min.h"
#include "sim/seam/effect.h"

namespace loom {

// Of every node two capacities: all its cores, and the pace of one core, which bounds what a task gets of those it asks
// for. Both follow the node's speed, so a task gets at most what it would have alone. A task on an accelerator keeps its
// device, goes at that pace and takes no share. Refers to platform and graph, which must outlive it.
class SharedCores {
public:
    SharedCores(const Platform& platform, const TaskGraph& graph);

    void begin(const Compute& compute, Time now);
    // The activity, which runs, is cut off.
    void leave(ActivityId id, Time now);
    // Of nominal speed; 0: nothing moves.
    void setSpeed(NodeId node, double factor, Time now);
    // When the next task is through if nothing changes; never() when none is here or none moves.
    [[nodiscard]] Time nextCompletion() { return flows_.nextCompletion(); }
    // The activities that are through exactly then, in the order of their tasks; they are gone.
    void complete(Time now, std::vector<ActivityId>& finished);
    // Core-seconds that those which got through have had.
    [[nodiscard]] double busySeconds() const { return busySeconds_; }

private:
    [[nodiscard]] static std::vector<Capacity> capacities(const Platform& platform);

    const Platform* platform_;
    const TaskGraph* graph_;
    MaxMinFlows flows_;
    CoreAccount account_;
    std::vector<TaskId> taskOf_;  // by activity
    std::vector<FlowId> through_;
    double busySeconds_ = 0;
};

}  // namespace loom
