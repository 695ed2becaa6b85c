// Which models a scenario switches on, in words, so that every report can say what its figures rest on.
#pragma once

#include <string>
#include <vector>

#include "core/scenario/scenario.h"

namespace loom {

// One phrase a model beside the network's: multi-core tasks, shared cores, disks, profiles, links that fail. Empty for a plain
// scenario.
std::vector<std::string> modelsInUse(const Scenario& scenario);

}  // namespace loom
