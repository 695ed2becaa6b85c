// The critical path and the node it is pinned to, as CPOP does: Topcuoglu, Hariri, Wu, IEEE TPDS 13(3), 2002.
#pragma once

#include <span>
#include <vector>

#include "core/schedule/scheduler.h"

namespace loom {

// rank_u + rank_d by task, in seconds: the longest path through it, on mean costs.
std::vector<double> pathLengths(const Estimator& estimate);

struct CriticalPin {
    NodeId node;                   // runs the whole path soonest; none() if no node can run all of it
    std::vector<bool> isCritical;  // by task; all false without a node

    // The option on the node for a critical task that can start there, else nullptr.
    [[nodiscard]] Candidate* option(TaskId task, std::span<Candidate> options) const;
};
// The path starts at the entry of highest priority and follows the first child of equal priority.
CriticalPin criticalPin(const Estimator& estimate, const std::vector<double>& priorities);

}  // namespace loom
