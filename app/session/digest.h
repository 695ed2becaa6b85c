// What charts and tables need of a run, computed away from the GUI thread.
#pragma once

#include <memory>

#include "core/trace/metrics.h"
#include "core/trace/run.h"

namespace loom {

struct Digest {
    Metrics metrics;
    Series throughput;        // tasks/s
    Series utilisation;       // 0..1 of the whole cluster
    Series ready;             // ready, unplaced tasks
    std::size_t records = 0;  // how much of the trace it covers
};
using DigestPtr = std::shared_ptr<const Digest>;

// Reads the published records once a series; linear in their number. Thread-safe.
DigestPtr makeDigest(const Run& run);

}  // namespace loom
