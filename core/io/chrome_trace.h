// Export for Perfetto UI and chrome://tracing (formats.md section 12).
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/trace/run.h"

namespace loom {

// Chrome trace JSON: pid = node + 1 and tid = lane + 1 (viewers keep 0 to themselves), X slices for attempts, one on each
// lane it takes (at most 256), async slices for transfers at the receiver, flow arrows for dependencies, down times on a
// thread after the lanes, counters for busy cores, ready tasks, transfers and the eight busiest links in a
// process of the whole cluster. Microseconds with
// the nanoseconds as fraction.
std::string chromeTrace(const Run& run);
// Writes it atomically.
Status writeChromeTrace(const Run& run, const std::string& path);

}  // namespace loom
