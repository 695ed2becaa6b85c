// The same scenario with its tasks and nodes numbered in another order: what schedulers do with ties changes, and nothing else.
#pragma once

#include <span>

#include "core/scenario/scenario.h"

namespace loom {

// `tasks` and `nodes` are permutations: the task and node that come i-th now. Names stay; the file is that of `scenario`, so the
// result runs but cannot be written. Shares nothing that changes with `scenario`.
Result<ScenarioPtr> reordered(const Scenario& scenario, std::span<const TaskId> tasks, std::span<const NodeId> nodes);

}  // namespace loom
