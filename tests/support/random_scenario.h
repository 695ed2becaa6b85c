// A seed draws a whole scenario: graph, platform, scheduler, network, trouble.
#pragma once

#include <cstdint>

#include "core/scenario/scenario.h"

namespace loom::test {

// At most 41 tasks on at most 6 nodes; every registered scheduler and network model; always resolvable.
ScenarioFile randomScenario(std::uint64_t seed);

}  // namespace loom::test
