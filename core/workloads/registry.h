// Generators of task graphs whose shape is known beforehand.
#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/base/spec.h"
#include "core/graph/task_graph.h"

namespace loom {

// chain, fork-join, layered, cholesky, montage, map-reduce, image-recognition.
const std::vector<RegistryEntry>& workloadRegistry();
// Random generators draw from (seed, Purpose::workload, task). At most 4 M tasks and 32 M edges.
Result<TaskGraph> buildWorkload(const Spec& spec, std::uint64_t seed);

}  // namespace loom
