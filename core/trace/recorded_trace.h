// A recorded run in the form of a run, so that whatever shows runs can show it beside the simulated one.
#pragma once

#include "core/base/result.h"
#include "core/trace/run.h"

namespace loom {

// The scenario's graph on a platform of the machines its record names, then one called "?" for tasks whose machine it does
// not name. Each has as many cores as its tasks took at the same time, for a record says nothing of which they took. Time 0
// is the record's. Tasks whose start or finish is not stated are left out; of a record that times none there is only the end.
// Fails where the machines are more than a platform can have. O(n log n) in tasks; thread-safe.
Result<RunPtr> runOfRecord(const Scenario& scenario);

}  // namespace loom
