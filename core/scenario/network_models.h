// The names of the network models and their parameters. What the parameters mean stands in network_options.h, the
// behaviour in sim/flow.
#pragma once

#include <vector>

#include "core/base/spec.h"

namespace loom {

// unshared, fair-share, max-min[tcp=none|cm02|lv08|custom, ...]; the costs of copies, codecs and ciphers are common to all.
const std::vector<RegistryEntry>& networkRegistry();

}  // namespace loom
