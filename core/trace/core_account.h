// What every running task has had of the cores it shares, kept apart from the flows that decide when tasks are through.
#pragma once

#include <vector>

#include "core/graph/task_graph.h"
#include "core/platform/platform.h"
#include "core/trace/core_shares.h"

namespace loom {

// How many cores a task on a shared node competes for: its own, but none when it computes on an accelerator.
inline std::uint32_t sharedWidth(const TaskGraph& graph, TaskId task) {
    return graph.accelerator(task).empty() ? graph.cores(task) : 0;
}

// Follows attempts, at most one a task at a time. Refers to the graph, which must outlive it.
class CoreAccount {
public:
    CoreAccount(const TaskGraph& graph, const Platform& platform);

    // An attempt that still runs is over.
    void begin(TaskId task, NodeId node, Time now);
    // What the attempt has had; nothing if none runs.
    CoreShares::Had end(TaskId task, Time now);
    // Of nominal speed.
    void setSpeed(NodeId node, double factor, Time now) { nodes_[node.index()].setSpeed(factor, now); }

private:
    struct Attempt {
        NodeId node = NodeId::none();
        CoreShares::Had before;
    };
    const TaskGraph* graph_;
    std::vector<CoreShares> nodes_;
    std::vector<Attempt> attempts_;  // by task
};

}  // namespace loom
