// The machines of a recorded run as a platform of its own.
#pragma once

#include "core/base/result.h"
#include "core/platform/platform.h"
#include "core/trace/recorded_run.h"

namespace loom {

// One node a machine, on a star of the usual cables: traces say nothing of the network. What a machine does not state is one
// core and 1 Gflop/s, the speed of the core on which imported runtimes are true; warnings say so. Without machines (or null)
// this is an error.
Result<Platform> recordedPlatform(const RecordedRun* run);

}  // namespace loom
