// What charts and tables need of a run, computed away from the GUI thread.
#pragma once

#include <memory>
#include <vector>

#include "core/laws/scenario_laws.h"
#include "core/trace/metrics.h"
#include "core/trace/run.h"

namespace loom {

// What the closed forms say of the run's scenario.
struct Formulas {
    FormulaMakespan makespan;
    std::vector<LawValue> laws;
};

struct Digest {
    Metrics metrics;
    Series throughput;                         // tasks/s
    Series utilisation;                        // 0..1 of the whole cluster
    Series ready;                              // ready, unplaced tasks
    std::shared_ptr<const Formulas> formulas;  // null for a run still going
};
using DigestPtr = std::shared_ptr<const Digest>;

enum class WithFormulas : bool { no, yes };
// Reads the published records once a series; linear in their number. Thread-safe.
DigestPtr makeDigest(const Run& run, WithFormulas withFormulas);

}  // namespace loom
