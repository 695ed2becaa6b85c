// The names of the network models. Their behaviour lives in sim/flow; core only checks what a scenario asks for.
#pragma once

#include <vector>

#include "core/base/spec.h"

namespace loom {

// unshared, fair-share, max-min[tcp=none|cm02|lv08].
const std::vector<RegistryEntry>& networkRegistry();

}  // namespace loom
