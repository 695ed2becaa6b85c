// What every static plan of an estimator is made of at least.
#pragma once

#include <vector>

#include "core/cost/estimator.h"

namespace loom {

// Immutable. Tasks no node can run, and what depends on them, are not part of it.
struct PlanBounds {
    explicit PlanBounds(const Estimator& estimate);

    std::vector<TaskId> tasks;   // parents before children
    std::vector<bool> isPart;    // by task
    std::vector<Time> shortest;  // by task: the least of its times; never() if no node can run it
    std::vector<Time> tail;      // by task: the longest path of shortest times behind it
    std::vector<double> rate;    // by worker: the most of a task's shortest time it does in a unit of its own
    // No plan is shorter than the longest path of shortest times, nor than the work spread over all slots at their best rates.
    Time least = Time::zero();
};

// The least T with sum over slots of rate x (T - from)+ >= work (ns of shortest time), not above the true value by a rounding
// error. `slots` ascend by `from`.
struct FreeSlot {
    Time from;
    double rate;
};
Time leastEnd(const std::vector<FreeSlot>& slots, double work);

}  // namespace loom
