// What the functions a script calls look at, and what they have placed so far.
#pragma once

#include <cstdint>
#include <vector>

#include "core/schedule/idle_nodes.h"
#include "core/schedule/partial_schedule.h"

namespace loom {

// One instant of an online script: the idle nodes as its placements leave them. Refers to the view and the list for as long as
// the instant lasts.
class ScriptRound {
public:
    void begin(const View& view, std::vector<Placement>& placements);
    [[nodiscard]] const IdleNodes& idle() const { return idle_; }
    // Not placed in this instant, and there is room. Whether it is ready only the coordinator can say.
    [[nodiscard]] bool fits(TaskId task, NodeId node) const { return placedIn_[task.index()] != round_ && idle_.fits(task, node); }
    // The lowest node not below `from` that fits(); none() when there is none.
    [[nodiscard]] NodeId nextFit(TaskId task, NodeId from) const {
        return placedIn_[task.index()] != round_ ? idle_.nextFor(task, from) : NodeId::none();
    }
    void place(TaskId task, NodeId node);

private:
    IdleNodes idle_;
    std::vector<Placement>* placements_ = nullptr;
    std::uint32_t round_ = 0;
    std::vector<std::uint32_t> placedIn_;  // by task: the round in which it was last placed
};

// One a script; the pointers are set while the scheduler is asked.
struct ScriptContext {
    bool plans = false, reacts = false;   // the script defines plan(), react()
    bool insertion = true;                // its global of that name: plan() uses gaps
    const View* view = nullptr;           // null while the top level runs
    PartialSchedule* schedule = nullptr;  // while it plans
    ScriptRound* round = nullptr;         // while it reacts
    DecisionLog* log = nullptr;
    // Scratch of functions, here because an error raised in Lua skips destructors.
    std::vector<double> keys;
    std::vector<TaskId> order;
    Decision decision;
    std::uint32_t step = 0;   // decisions made
    std::uint32_t asked = 0;  // how often the scheduler was asked, from 1
};

}  // namespace loom
