#include "sim/script/script_context.h"

#include <algorithm>

namespace loom {

void ScriptRound::begin(const View& view, std::vector<Placement>& placements) {
    view_ = &view;
    placements_ = &placements;
    ++round_;
    left_.resize(view.nodes.size());
    placedIn_.resize(view.estimate.graph().taskCount(), 0);
}

std::uint32_t ScriptRound::freeCores(NodeId node) const {
    const NodeView& seen = view_->nodes[node.index()];
    if (!seen.up) return 0;
    const Left& left = left_[node.index()];
    return left.round == round_ ? left.cores : seen.freeCores;
}

double ScriptRound::freeMemory(NodeId node) const {
    const Left& left = left_[node.index()];
    return left.round == round_ ? left.memory : view_->nodes[node.index()].freeMemory;
}

bool ScriptRound::fits(TaskId task, NodeId node) const {
    const std::uint32_t free = freeCores(node);
    if (free == 0 || placedIn_[task.index()] == round_) return false;
    if (view_->estimate.isPlain(task)) return view_->estimate.canRun(task, node);
    const TaskGraph& graph = view_->estimate.graph();
    const std::uint32_t cores = graph.cores(task);
    const NodeView& seen = view_->nodes[node.index()];
    if (free < cores || seen.widestFree < cores) return false;
    if (freeMemory(node) < graph.memory(task) || !view_->estimate.canRun(task, node)) return false;
    const std::optional<std::size_t> device = deviceFor(graph, view_->estimate.platform(), task, node);
    return !device || *device >= seen.freeDevices.size() || seen.freeDevices[*device] > 0;
}

void ScriptRound::place(TaskId task, NodeId node) {
    const TaskGraph& graph = view_->estimate.graph();
    const Left left{round_, freeCores(node) - graph.cores(task), freeMemory(node) - graph.memory(task)};
    left_[node.index()] = left;
    placedIn_[task.index()] = round_;
    placements_->push_back({task, node});
}

}  // namespace loom
