#include "sim/script/script_context.h"

namespace loom {

void ScriptRound::begin(const View& view, std::vector<Placement>& placements) {
    idle_.look(view);
    placements_ = &placements;
    ++round_;
    placedIn_.resize(view.estimate.graph().taskCount(), 0);
}

void ScriptRound::place(TaskId task, NodeId node) {
    idle_.take(task, node);
    placedIn_[task.index()] = round_;
    placements_->push_back({task, node});
}

}  // namespace loom
