// What Dask knows of a graph before it runs: groups of tasks, and the order in which it would have them done.
#pragma once

#include <cstdint>
#include <vector>

#include "core/graph/task_graph.h"

namespace loom {

// A group is all tasks of one kind: Dask groups by the function's name (and the call that made the tasks, which graphs do not
// state).
class DaskGroups {
public:
    explicit DaskGroups(const TaskGraph& graph);

    [[nodiscard]] std::size_t size(KindId kind) const { return groups_[kind.index()].size; }
    // A group of roots: more than two tasks a thread, and fewer than five tasks in fewer than five groups it reads from.
    [[nodiscard]] bool isRootish(KindId kind, std::size_t threads) const;

private:
    struct Group {
        std::size_t size = 0;
        std::size_t dependencies = 0;      // groups it reads from
        std::size_t dependencyTasks = 0;   // their tasks
    };
    std::vector<Group> groups_;  // by kind
};

// The place of every task in a depth-first order: towards each exit in index order, what it needs before it, so that one branch
// is done before the next begins. (Dask's own order also weighs branches against each other.) O(n + e).
std::vector<std::uint32_t> depthFirstOrder(const TaskGraph& graph);
// The same among tasks of equal priority of the user's; greater ones go before.
std::vector<std::uint32_t> daskOrder(const TaskGraph& graph);

}  // namespace loom
