// Dask's view of its workers: who is alive, who has too little to do, who has too much, and who would start a task first.
#pragma once

#include <set>
#include <vector>

#include "core/schedule/dask_ledger.h"

namespace loom {

class DaskWorkers {
public:
    DaskWorkers(const TaskGraph& graph, std::size_t nodes, double bandwidth);

    // Before every use in an instant.
    void look(const View& view);
    void add(TaskId task, NodeId node);
    void remove(TaskId task, NodeId node);
    // News of an attempt that committed.
    void learn(TaskId task, NodeId node, double seconds);

    [[nodiscard]] const std::vector<NodeId>& live() const { return live_; }
    [[nodiscard]] std::size_t liveThreads() const { return liveThreads_; }
    [[nodiscard]] std::size_t threads(NodeId node) const { return view_->estimate.platform().lanes(node); }
    [[nodiscard]] std::size_t processing(NodeId node) const { return assigned_[node.index()].size(); }
    // Tasks assigned to the node, first assigned first.
    [[nodiscard]] std::vector<TaskId> tasksOf(NodeId node) const;
    [[nodiscard]] const TaskGraph& graph() const { return view_->estimate.graph(); }
    [[nodiscard]] DaskLedger& ledger() { return ledger_; }

    // s of work a live thread has on average.
    [[nodiscard]] double averageOccupancy();
    [[nodiscard]] bool isIdle(NodeId node, double average);
    [[nodiscard]] bool isSaturated(NodeId node, double average);
    // Live workers that are idle, lowest first.
    [[nodiscard]] std::vector<NodeId> idle();
    // Of `pool` the one of smallest objective that can run the task, ties to the first; none() if none can.
    [[nodiscard]] NodeId best(TaskId task, const std::vector<NodeId>& pool);

private:
    const View* view_ = nullptr;
    DaskLedger ledger_;
    std::vector<NodeId> live_;
    std::size_t liveThreads_ = 0;
    std::vector<std::set<std::pair<std::uint64_t, TaskId>>> assigned_;  // by node, by when
    std::vector<std::uint64_t> when_;                                   // by task
    std::uint64_t next_ = 0;
};

}  // namespace loom
