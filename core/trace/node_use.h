// What the tasks on one node take of it: the checker's own book, kept apart from the engine's.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/graph/task_graph.h"
#include "core/platform/platform.h"

namespace loom {

// Lanes are held from placement or begin to the end; memory and devices are used while running. Each call says what is
// wrong as a rule's short name, or nullptr; what is wrong is booked all the same as far as it can be.
class NodeUse {
public:
    NodeUse(const NodeInfo& node, std::uint32_t lanes) : node_(&node), nodeLanes_(lanes), devices_(node.accelerators.size()) {}

    // "slots": beyond the node's lanes; "lanes": taken by another task, whose id is then in `clash()`.
    const char* hold(TaskId task, std::uint32_t lane, std::uint32_t cores);
    void release(TaskId task, std::uint32_t lane);
    [[nodiscard]] TaskId clash() const { return clash_; }

    // "memory" or "accelerator".
    const char* start(const TaskGraph& graph, TaskId task);
    void stop(const TaskGraph& graph, TaskId task);

    // The node went down: nothing is on it.
    void clear();

private:
    struct Lanes {
        std::uint32_t count = 0;
        TaskId task;
    };
    [[nodiscard]] std::size_t deviceIndex(std::string_view kind) const;

    const NodeInfo* node_;
    std::uint32_t nodeLanes_;
    std::map<std::uint32_t, Lanes> lanes_;  // by first lane
    std::uint64_t cores_ = 0;
    double memory_ = 0;
    std::uint32_t running_ = 0;
    std::vector<std::uint32_t> devices_;  // in use, by row of node.accelerators
    TaskId clash_;
};

}  // namespace loom
