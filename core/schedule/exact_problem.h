// A scheduling problem in whole nanoseconds, as branch and bound reads it, and lower bounds that need no search.
#pragma once

#include <vector>

#include "core/schedule/plan_bounds.h"

namespace loom {

// Immutable; refers to the estimator.
struct ExactProblem : PlanBounds {
    explicit ExactProblem(const Estimator& estimate);

    const Estimator& estimate;
    const TaskGraph& graph;
    const std::vector<NodeId>& workers;
    std::size_t m;                          // workers
    std::vector<Time> times;                // task x worker; never() where it cannot run
    std::vector<std::size_t> classOf;       // by worker: the first worker that is equal to it in every way
    std::vector<TaskId> twin;               // by task: the task before it that is equal in every way; none() = no twin
    bool isFree = false;                    // nothing is ever waited for but the ends of parents
    Time grain = Time::fromNanoseconds(1);  // every start and finish is a multiple

    [[nodiscard]] Time time(TaskId task, std::size_t worker) const { return times[task.index() * m + worker]; }
    // The next multiple of the grain, for a bound of any kind.
    [[nodiscard]] Time rounded(Time bound) const;
    // The bound that needs no state: that of every plan and, where it applies, Fernandez and Bussell's.
    [[nodiscard]] Time bound() const;
};

}  // namespace loom
