// Inline forms of a scenario turned into a graph and a platform.
#pragma once

#include "core/scenario/scenario.h"

namespace loom {

// Runtimes are ordered by the nodes of `platform`; every node with cores must have one.
Result<TaskGraph> buildInlineWorkload(const InlineWorkload& workload, const Platform& platform);
Result<Platform> buildInlinePlatform(const InlinePlatform& platform);

}  // namespace loom
