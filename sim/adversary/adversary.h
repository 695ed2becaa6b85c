// The instance on which one scheduler does worst against another, by simulated annealing.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "sim/adversary/instance.h"

namespace loom {

struct AdversaryPlan {
    Spec loser, winner;                // makespan(loser) / makespan(winner) is to grow
    Spec network{"unshared", {}};
    InstanceBounds bounds;
    std::uint64_t evaluations = 5000;  // instances run under both schedulers; at least 1
    std::uint32_t restarts = 5;        // the evaluations are shared out among this many searches from a random instance each
    std::uint64_t seed = 1;
};

// The ratio when it rose, and the change that made it rise.
struct AdversaryStep {
    std::uint64_t evaluation = 0;  // counted from 1
    double ratio = 1;
    std::string change;
};

struct AdversaryResult {
    ScenarioFile worst;         // under the loser
    double ratio = 0;           // 0: nothing was evaluated
    double loser = 0, winner = 0;  // makespans, s
    std::vector<AdversaryStep> steps;
    std::uint64_t evaluations = 0;
};

// Called on this thread with every step and the instance it leads to, under the loser.
using AdversaryWatcher = std::function<void(const AdversaryStep&, const ScenarioFile& worst)>;

// The bounds are in order, and schedulers and network can be had.
Status checkAdversary(const AdversaryPlan& plan);
// Blocks; `progress` counts evaluations, a cancel returns the best so far, within the instance at hand. An Error when the plan
// is not in order or a run does not finish.
Result<AdversaryResult> findAdversary(const AdversaryPlan& plan, Progress& progress, const AdversaryWatcher& watcher = {});

}  // namespace loom
