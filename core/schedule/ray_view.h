// What raylets know of each other: the state of every node at the last update, and what they sent there since.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "core/schedule/assignment_book.h"

namespace loom {

// Resources asked for by the tasks of a node, as its raylet accounts for them.
struct RayUse {
    double cores = 0;
    double memory = 0;  // B
};

class RayView {
public:
    // `period`: between updates; zero: everybody always knows.
    explicit RayView(Time period) : period_(period) {}

    // At the beginning of an instant, before the book has changed in it, and at its end.
    void look(const View& view);
    void seen(const AssignmentBook& book, const View& view);
    // The first update after `now`; zero where everybody always knows.
    [[nodiscard]] Time nextUpdate(Time now) const;
    // The raylet `from` sends a task to `to`: until the next update it counts it there.
    void sent(NodeId from, NodeId to, TaskId task);

    // The greatest share of a resource of `node` that is taken, from 0 to 1, as the raylet `from` knows it; a node's own state is
    // always known to it.
    [[nodiscard]] double utilisation(NodeId from, NodeId node, const AssignmentBook& book) const;
    // The task would fit beside what is taken.
    [[nodiscard]] bool isAvailable(NodeId from, NodeId node, TaskId task, const AssignmentBook& book) const;

private:
    [[nodiscard]] RayUse useOf(NodeId from, NodeId node, const AssignmentBook& book) const;
    [[nodiscard]] bool isFresh(NodeId from, NodeId node) const { return from == node || period_ == Time::zero(); }

    Time period_;
    Time nextUpdate_;
    const View* view_ = nullptr;
    std::vector<RayUse> updated_;  // by node: at the last update
    std::vector<RayUse> last_;     // by node: after the last instant
    std::map<std::pair<NodeId, NodeId>, RayUse> sent_;  // since the last update
};

}  // namespace loom
