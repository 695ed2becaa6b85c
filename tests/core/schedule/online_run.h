// A cluster without transfers that answers an online scheduler: the least that can drive one, with queues at nodes and timers.
#pragma once

#include <vector>

#include "core/schedule/scheduler.h"
#include "tests/support/reference_instance.h"

namespace loom::test {

struct OnlineRun {
    std::vector<NodeId> node;  // by task; none() if it never started
    std::vector<Time> start;   // by task
    Time makespan;
    std::vector<Decision> decisions;
};
// Throws if a placement does not fit. `down` nodes are never up.
OnlineRun runOnline(const std::string& scheduler, const Estimator& estimate, const std::vector<NodeId>& down = {});

}  // namespace loom::test
