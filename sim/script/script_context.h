// What the functions a script calls look at, and what they have placed so far.
#pragma once

#include <cstdint>
#include <vector>

#include "core/schedule/partial_schedule.h"
#include "core/schedule/scheduler.h"

namespace loom {

// The nodes as the placements of one instant leave them. Refers to the view and the list for as long as the instant lasts.
class ScriptRound {
public:
    void begin(const View& view, std::vector<Placement>& placements);
    [[nodiscard]] std::uint32_t freeCores(NodeId node) const;
    [[nodiscard]] double freeMemory(NodeId node) const;  // B
    // Not placed in this instant, and there is room. Whether it is ready only the coordinator can say.
    [[nodiscard]] bool fits(TaskId task, NodeId node) const;
    void place(TaskId task, NodeId node);

private:
    struct Left {
        std::uint32_t round = 0;  // in which it was last taken from
        std::uint32_t cores = 0;
        double memory = 0;
    };
    const View* view_ = nullptr;
    std::vector<Placement>* placements_ = nullptr;
    std::uint32_t round_ = 0;
    std::vector<Left> left_;               // by node
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
