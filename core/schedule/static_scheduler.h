// What static list schedulers share.
#pragma once

#include <utility>
#include <vector>

#include "core/schedule/partial_schedule.h"

namespace loom {

// Keeps the keys of the last plan for displays.
class StaticScheduler : public Scheduler {
public:
    [[nodiscard]] bool isStatic() const final { return true; }
    [[nodiscard]] std::vector<double> priorities() const final { return priorities_; }

protected:
    std::vector<double> priorities_;  // by task; empty when there are none
};

// Places the tasks of `order` one after another: `choose(task, options)` may set scores and returns one of the options, or
// nullptr to leave the task out. The priorities may be empty.
template <class Choose>
void placeInOrder(PartialSchedule& schedule, const std::vector<TaskId>& order, const std::vector<double>& priorities,
                  Choose&& choose) {
    for (const TaskId task : order) {
        if (schedule.cancelled()) return;
        const std::span<Candidate> options = schedule.candidates(task);
        const Candidate* chosen = choose(task, options);
        if (chosen == nullptr) continue;
        schedule.place(task, *chosen, priorities.empty() ? 0 : priorities[task.index()], options);
    }
}

}  // namespace loom
