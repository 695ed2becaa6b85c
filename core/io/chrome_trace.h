// Export for Perfetto UI and chrome://tracing (formats.md section 12).
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/trace/run.h"

namespace loom {

// Chrome trace JSON: pid = node, tid = lane, X slices for attempts, async slices for transfers, flow arrows for
// dependencies, counters for busy cores and ready tasks.
std::string chromeTrace(const Run& run);
// Writes it atomically.
Status writeChromeTrace(const Run& run, const std::string& path);

}  // namespace loom
