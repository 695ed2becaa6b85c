// Lower bounds of a makespan in whole nanoseconds, as the checker compares them; metrics.h gives them in seconds.
#pragma once

#include <vector>

#include "core/base/time.h"
#include "core/graph/task_graph.h"
#include "core/platform/platform.h"

namespace loom {

// The shortest time of each task over all nodes; never() where none can run it.
std::vector<Time> fastestTimes(const TaskGraph& graph, const Platform& platform);

// Each task on the node fastest for it, no transfers: the longest path. never() when some task can run nowhere.
Time criticalPathTime(const TaskGraph& graph, const Platform& platform);
// Each task's cores x time on the node fastest for it, all cores of the platform busy, rounded down to whole
// nanoseconds; where tasks share cores, those on accelerators take none. never() as above.
Time areaTime(const TaskGraph& graph, const Platform& platform);

}  // namespace loom
