// Recorded workflows meet platforms they were not recorded on.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/graph/task_graph.h"
#include "core/platform/platform.h"

namespace loom {

// A recorded trace says how many cores a task was given, which is a request rather than a need: where no node has as
// many, the task takes a whole node for its recorded time, and a warning says how many tasks do. Gives null when every
// task fits as it is.
std::shared_ptr<const TaskGraph> foldCores(const TaskGraph& graph, const Platform& platform, std::vector<std::string>& warnings);

}  // namespace loom
