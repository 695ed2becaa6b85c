// What running tasks hold of a node besides its slots: memory, and accelerators by what they ran last.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/base/time.h"
#include "core/graph/task_graph.h"
#include "core/platform/platform.h"
#include "sim/coordinator/device_pool.h"

namespace loom {

// Refers to the graph and the platform, which must outlive it.
class Holdings {
public:
    Holdings(const TaskGraph& graph, const Platform& platform);

    // False: the node has as much memory as anybody asks for and no accelerators; the calls below have nothing to do then.
    [[nodiscard]] bool limited(NodeId node) const { return nodes_[node.index()].limited; }
    [[nodiscard]] bool fits(TaskId task, NodeId node) const { return !limited(node) || fitsLimited(task, node); }
    // True when something was taken that is to be given back.
    bool reserve(TaskId task, NodeId node) { return limited(node) && reserveLimited(task, node); }
    // `ran`: the task has been set up on its device.
    void release(TaskId task, NodeId node, bool ran);
    // A reserved task begins: how long its device must be set up for this kind of task.
    [[nodiscard]] Time setUp(TaskId task, NodeId node) { return limited(node) ? setUpDevice(task, node) : Time::zero(); }

    [[nodiscard]] double freeMemory(NodeId node) const { return nodes_[node.index()].freeMemory; }  // B; infinite when not limited
    [[nodiscard]] std::span<const std::uint32_t> freeDevices(NodeId node) const { return nodes_[node.index()].freeDevices; }

private:
    struct Row {
        double freeMemory = 0;
        std::vector<std::uint32_t> freeDevices;  // by position in NodeInfo::accelerators
        std::vector<DevicePool> devices;         // the same, by what they ran last
        bool limited = false;
    };
    [[nodiscard]] std::optional<std::size_t> deviceOf(TaskId task, NodeId node) const;
    [[nodiscard]] bool fitsLimited(TaskId task, NodeId node) const;
    bool reserveLimited(TaskId task, NodeId node);
    [[nodiscard]] Time setUpDevice(TaskId task, NodeId node);

    const TaskGraph* graph_;
    const Platform* platform_;
    std::vector<Row> nodes_;
};

}  // namespace loom
