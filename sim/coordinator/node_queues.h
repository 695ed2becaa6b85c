// Tasks that wait at nodes for a core, where the scheduler uses queues: by rank, then in the order they were assigned.
#pragma once

#include <compare>
#include <cstdint>
#include <set>
#include <vector>

#include "core/base/id.h"

namespace loom {

// A task is entered when it is assigned, may begin when its inputs are there, and leaves when it begins, moves or is taken off.
class NodeQueues {
public:
    NodeQueues(std::size_t tasks, std::size_t nodes) : places_(tasks), rows_(nodes) {}

    void enter(TaskId task, NodeId node, std::uint64_t rank) {
        places_[task.index()] = Place{rank, next_++, task};
        ++rows_[node.index()].waiting;
    }
    // Its inputs are on the node. Saying so twice is once.
    void mayBegin(TaskId task, NodeId node) { rows_[node.index()].ready.insert(places_[task.index()]); }
    void leave(TaskId task, NodeId node) {
        --rows_[node.index()].waiting;
        rows_[node.index()].ready.erase(places_[task.index()]);
    }
    [[nodiscard]] std::uint32_t waiting(NodeId node) const { return rows_[node.index()].waiting; }
    // The first task that may begin and that fits(task); none() when there is none.
    template <class Fits>
    [[nodiscard]] TaskId first(NodeId node, Fits fits) const {
        for (const Place& place : rows_[node.index()].ready)
            if (fits(place.task)) return place.task;
        return {};
    }

private:
    struct Place {
        std::uint64_t rank = 0, order = 0;
        TaskId task;
        friend auto operator<=>(const Place&, const Place&) = default;
    };
    struct Row {
        std::set<Place> ready;
        std::uint32_t waiting = 0;  // with or without their inputs
    };
    std::vector<Place> places_;  // by task
    std::vector<Row> rows_;      // by node
    std::uint64_t next_ = 0;
};

}  // namespace loom
