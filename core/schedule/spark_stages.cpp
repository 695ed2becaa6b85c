#include "core/schedule/spark_stages.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/graph/graph_measures.h"

namespace loom {

SparkStages::SparkStages(const TaskGraph& graph) : stageOf_(graph.taskCount()) {
    const std::vector<std::uint32_t> level = levels(graph);
    std::map<std::pair<std::uint32_t, KindId>, TaskId> lowest;
    for (std::size_t t = 0; t < level.size(); ++t) lowest.try_emplace({level[t], graph.kind(TaskId(t))}, TaskId(t));
    std::set<std::tuple<std::uint32_t, TaskId, KindId>> order;
    for (const auto& [key, task] : lowest) order.insert({key.first, task, key.second});
    std::map<std::pair<std::uint32_t, KindId>, std::size_t> number;
    for (const auto& [at, task, kind] : order) number.emplace(std::pair{at, kind}, number.size());

    stages_.resize(number.size());
    std::set<std::pair<std::size_t, std::size_t>> edges;
    for (std::size_t t = 0; t < level.size(); ++t) {
        stageOf_[t] = number.at({level[t], graph.kind(TaskId(t))});
        ++stages_[stageOf_[t]].left;
    }
    for (std::size_t t = 0; t < level.size(); ++t)
        for (const TaskId child : graph.successors(TaskId(t))) edges.insert({stageOf_[t], of(child)});
    for (const auto& [from, to] : edges) {
        stages_[from].children.push_back(to);
        ++stages_[to].parentsOpen;
    }
}

void SparkStages::committed(TaskId task) {
    Stage& stage = stages_[of(task)];
    if (--stage.left > 0) return;
    for (const std::size_t child : stage.children) --stages_[child].parentsOpen;
}

void SparkStages::undone(TaskId task) {
    Stage& stage = stages_[of(task)];
    if (stage.left++ > 0) return;
    for (const std::size_t child : stage.children) ++stages_[child].parentsOpen;
}

}  // namespace loom
