// Slots of nodes as lanes: each lane is a queue of placed tasks in the order they will run. A task of k cores stands
// in k neighbouring lanes and runs when it is at the head of all of them.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/graph/task_graph.h"
#include "core/platform/platform.h"

namespace loom {

// Queues are kept in ascending order of a key that is a linear extension of the task graph, so that waiting in lanes
// can never form a cycle.
class LaneTable {
public:
    explicit LaneTable(const Platform& platform);

    [[nodiscard]] std::uint32_t laneCount(NodeId node) const { return offset_[node.index() + 1] - offset_[node.index()]; }
    // The task at the head of a lane; none() when it is empty.
    [[nodiscard]] TaskId head(NodeId node, std::uint32_t lane) const { return queue(node, lane).head(); }
    [[nodiscard]] bool isHead(NodeId node, std::uint32_t lane, std::uint32_t lanes, TaskId task) const {
        for (std::uint32_t l = lane; l < lane + lanes; ++l)
            if (head(node, l) != task) return false;
        return true;
    }
    [[nodiscard]] std::size_t length(NodeId node, std::uint32_t lane) const { return queue(node, lane).size(); }

    // Behind every queued task with a smaller or equal key, and behind the running one.
    void insert(NodeId node, std::uint32_t lane, std::uint32_t lanes, TaskId task, std::uint64_t key) {
        for (std::uint32_t l = lane; l < lane + lanes; ++l) queue(node, l).insert(Waiting{key, task});
    }
    void remove(NodeId node, std::uint32_t lane, std::uint32_t lanes, TaskId task) {
        for (std::uint32_t l = lane; l < lane + lanes; ++l) queue(node, l).remove(task);
    }
    // The task at the head runs from now on: nothing gets before it until it is removed.
    void pin(NodeId node, std::uint32_t lane, std::uint32_t lanes) {
        for (std::uint32_t l = lane; l < lane + lanes; ++l) queue(node, l).pin();
    }
    // The first of `lanes` neighbouring lanes whose longest queue is shortest, lowest lane on ties; nullopt when
    // the node has fewer lanes or every choice has a queue of `limit` or more.
    [[nodiscard]] std::optional<std::uint32_t> shortest(NodeId node, std::uint32_t lanes, std::size_t limit) const {
        if (laneCount(node) == 1) return lanes == 1 && length(node, 0) < limit ? std::optional(0u) : std::nullopt;
        return shortestOfMany(node, lanes, limit);
    }

private:
    struct Waiting {
        std::uint64_t key;
        TaskId task;
    };
    // A vector with a moving front: tasks leave at the head.
    class Queue {
    public:
        [[nodiscard]] std::size_t size() const { return items_.size() - front_; }
        [[nodiscard]] TaskId head() const { return size() == 0 ? TaskId::none() : items_[front_].task; }
        // Plans arrive in order, so the place is nearly always the end.
        void insert(Waiting item) {
            if (size() > 0 && items_.back().key > item.key) return insertBefore(item);
            items_.push_back(item);
        }
        void remove(TaskId task) {
            if (head() != task) return removeWaiting(task);
            pinned_ = false;
            if (++front_ < items_.size()) return;
            items_.clear();
            front_ = 0;
        }
        void pin() { pinned_ = true; }

    private:
        void insertBefore(Waiting item);
        void removeWaiting(TaskId task);

        std::vector<Waiting> items_;
        std::size_t front_ = 0;
        bool pinned_ = false;  // the head runs
    };
    [[nodiscard]] std::optional<std::uint32_t> shortestOfMany(NodeId node, std::uint32_t lanes, std::size_t limit) const;
    [[nodiscard]] const Queue& queue(NodeId node, std::uint32_t lane) const { return queues_[offset_[node.index()] + lane]; }
    Queue& queue(NodeId node, std::uint32_t lane) { return queues_[offset_[node.index()] + lane]; }

    std::vector<std::uint32_t> offset_;  // by node
    std::vector<Queue> queues_;
};

}  // namespace loom
