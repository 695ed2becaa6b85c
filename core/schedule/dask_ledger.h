// What Dask's scheduler believes of its workers: how long tasks take by what it has seen, and how much each worker has to do.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "core/schedule/scheduler.h"

namespace loom {

// Seconds and bytes in double, as in distributed/scheduler.py. Nothing here reads an estimate.
class DaskLedger {
public:
    DaskLedger(const TaskGraph& graph, std::size_t nodes, double bandwidth);

    // Before every use in an instant: what is under way may have arrived.
    void look(const View& view) {
        view_ = &view;
        ++instant_;
    }
    // An attempt of the kind took so long: the first sets the average, others move it half way.
    void observe(KindId kind, double seconds);
    [[nodiscard]] double duration(TaskId task) const;  // s; 0.5 as long as none of its kind has ended
    void charge(TaskId task, NodeId node);
    void discharge(TaskId task, NodeId node);
    // The task's output is on the node, and so is what it read.
    void store(TaskId task, NodeId node);

    // Durations of what is assigned, and missing bytes over the bandwidth; an object missing for several tasks counts once.
    [[nodiscard]] double occupancy(NodeId node);
    [[nodiscard]] double stored(NodeId node) const { return nodes_[node.index()].stored; }
    // Of what the task reads from other tasks: all of it, and what is not on the node.
    [[nodiscard]] double inputBytes(TaskId task) const;
    [[nodiscard]] double missingBytes(TaskId task, NodeId node) const;
    [[nodiscard]] bool holdsInput(TaskId task, NodeId node) const;
    // (occupancy / threads + missing bytes / bandwidth, bytes stored): the smaller the better.
    [[nodiscard]] std::pair<double, double> objective(TaskId task, NodeId node);
    [[nodiscard]] double bandwidth() const { return bandwidth_; }

private:
    struct Node {
        std::map<KindId, std::uint32_t> kinds;  // assigned
        std::map<DataId, std::uint32_t> needs;  // objects assigned tasks read that were not here, by how many
        double network = 0;                     // B of these that are not here yet, as of `instant`
        std::uint64_t instant = 0;
        double stored = 0;
        std::set<DataId> holds;
    };
    [[nodiscard]] double durationOf(KindId kind) const;
    [[nodiscard]] double network(Node& row, NodeId node);
    [[nodiscard]] bool isMissing(DataId data, NodeId node) const;

    const TaskGraph* graph_;
    double bandwidth_;
    const View* view_ = nullptr;
    std::uint64_t instant_ = 0;
    std::vector<double> average_;  // by kind; negative: unknown
    std::vector<Node> nodes_;
};

}  // namespace loom
