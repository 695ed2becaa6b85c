#include "core/schedule/dask_groups.h"

#include <algorithm>
#include <set>
#include <utility>

namespace loom {

DaskGroups::DaskGroups(const TaskGraph& graph) : groups_(std::max<std::size_t>(1, graph.kindCount())) {
    std::set<std::pair<KindId, KindId>> reads;
    for (std::size_t t = 0; t < graph.taskCount(); ++t) {
        const KindId kind = graph.kind(TaskId(t));
        ++groups_[kind.index()].size;
        for (const TaskId parent : graph.predecessors(TaskId(t))) reads.insert({kind, graph.kind(parent)});
    }
    for (const auto& [kind, from] : reads) {
        ++groups_[kind.index()].dependencies;
        groups_[kind.index()].dependencyTasks += size(from);
    }
}

bool DaskGroups::isRootish(KindId kind, std::size_t threads) const {
    const Group& group = groups_[kind.index()];
    return group.size > 2 * threads && group.dependencies < 5 && group.dependencyTasks < 5;
}

std::vector<std::uint32_t> depthFirstOrder(const TaskGraph& graph) {
    struct Visit {
        TaskId task;
        std::size_t next = 0;  // parent to look at
    };
    std::vector<std::uint32_t> order(graph.taskCount());
    std::vector<bool> seen(graph.taskCount(), false);
    std::uint32_t place = 0;
    std::vector<Visit> path;
    for (std::size_t t = 0; t < graph.taskCount(); ++t) {
        if (!graph.successors(TaskId(t)).empty()) continue;
        path.push_back({TaskId(t)});
        while (!path.empty()) {
            Visit& visit = path.back();
            const TaskSpan parents = graph.predecessors(visit.task);
            if (visit.next == parents.size()) {
                order[visit.task.index()] = place++;
                path.pop_back();
                continue;
            }
            const TaskId parent = parents[visit.next++];
            if (seen[parent.index()]) continue;
            seen[parent.index()] = true;
            path.push_back({parent});
        }
    }
    return order;
}

std::vector<std::uint32_t> daskOrder(const TaskGraph& graph) {
    std::vector<std::uint32_t> order = depthFirstOrder(graph);
    std::vector<TaskId> tasks(order.size());
    for (std::size_t t = 0; t < order.size(); ++t) tasks[order[t]] = TaskId(t);
    std::stable_sort(tasks.begin(), tasks.end(), [&](TaskId a, TaskId b) { return graph.priority(a) > graph.priority(b); });
    for (std::uint32_t place = 0; place < tasks.size(); ++place) order[tasks[place].index()] = place;
    return order;
}

}  // namespace loom
