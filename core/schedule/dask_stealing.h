// A round of Dask's work stealing: distributed/stealing.py, balance().
#pragma once

#include <functional>

#include "core/schedule/dask_workers.h"

namespace loom {

// Calls steal(task, victim, thief) for every task that is to move, in order; it must book the move with the workers.
// `mayMove` says whether it is worth asking for a task at all.
void daskStealingRound(DaskWorkers& workers, const std::function<bool(TaskId)>& mayMove,
                       const std::function<void(TaskId, NodeId, NodeId)>& steal);
// Somebody has more than it has threads for, and somebody is idle.
bool daskMaySteal(DaskWorkers& workers);

}  // namespace loom
