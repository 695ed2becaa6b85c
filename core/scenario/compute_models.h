// How tasks use the cores of a node: the names of the compute models and their parameters. What they mean for lanes
// stands in core/platform/platform.h, what they mean for time in sim/virtual/shared_cores.h.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/spec.h"

namespace loom {

// slots, sharing[degree=N].
const std::vector<RegistryEntry>& computeRegistry();

// How many tasks' demands a core takes at once; 1 under slots. `spec` has been checked against the registry.
std::uint32_t multiprogrammingDegree(const Spec& spec);

}  // namespace loom
