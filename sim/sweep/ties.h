// How much of a makespan hangs on nothing but the order of names: schedulers break ties by the lowest index.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/progress.h"
#include "core/scenario/scenario.h"

namespace loom {

struct TieSpread {
    double asGiven = 0;             // s, under the scenario's own order
    std::vector<double> makespans;  // s, under random orders, ascending
    std::size_t distinct = 0;       // different makespans among all of them
};

// Runs the scenario under its own order and under `orders` random orders of tasks and nodes, drawn from its seed. Blocks;
// `progress` counts runs, a cancel returns what is done. An Error when a run cannot begin or does not finish, and
// for noisy estimates and random failures, which are drawn by index.
Result<TieSpread> exploreTies(const ScenarioPtr& scenario, std::uint32_t orders, Progress& progress);

}  // namespace loom
