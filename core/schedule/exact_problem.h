// A scheduling problem in whole nanoseconds, as branch and bound reads it, and lower bounds that need no search.
#pragma once

#include <vector>

#include "core/cost/estimator.h"

namespace loom {

// Immutable. Tasks no node can run, and what depends on them, are not part of it. Refers to the estimator.
struct ExactProblem {
    explicit ExactProblem(const Estimator& estimate);

    const Estimator& estimate;
    const TaskGraph& graph;
    const std::vector<NodeId>& workers;
    std::size_t m;                          // workers
    std::vector<TaskId> tasks;              // parents before children
    std::vector<bool> isPart;               // by task
    std::vector<Time> times;                // task x worker; never() where it cannot run
    std::vector<Time> shortest;             // by task: the least of its times
    std::vector<Time> tail;                 // by task: the longest path of shortest times behind it
    std::vector<double> rate;               // by worker: the most of a task's shortest time it does in a unit of its own
    std::vector<std::size_t> classOf;       // by worker: the first worker that is equal to it in every way
    std::vector<TaskId> twin;               // by task: the task before it that is equal in every way; none() = no twin
    bool isFree = false;                    // nothing is ever waited for but the ends of parents
    Time grain = Time::fromNanoseconds(1);  // every start and finish is a multiple

    [[nodiscard]] Time time(TaskId task, std::size_t worker) const { return times[task.index() * m + worker]; }
    // The next multiple of the grain, for a bound of any kind.
    [[nodiscard]] Time rounded(Time bound) const;
    // The bound that needs no state: longest path, work over all slots and, where it applies, Fernandez-Bussell.
    [[nodiscard]] Time bound() const;
};

// The least T with sum over slots of rate x (T - free)+ >= work (ns of shortest time), not above the true value by a rounding
// error. `slots` is sorted by the moment from which it is free.
struct FreeSlot {
    Time from;
    double rate;
};
Time leastEnd(const std::vector<FreeSlot>& slots, double work);

}  // namespace loom
