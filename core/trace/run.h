// A run: what went in, what happened, in which world.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/scenario/scenario.h"
#include "core/schedule/search_report.h"
#include "core/trace/record_detail.h"
#include "core/trace/totals.h"
#include "core/trace/trace.h"

namespace loom {

enum class WorldKind : std::uint8_t { simulated, real };

// Shared between the engine thread that appends to `trace` and everyone who watches. `scenario` and `plan` are
// set before the first record; the other members once the trace holds a runEnd record.
struct Run {
    ScenarioPtr scenario;
    std::shared_ptr<Trace> trace;
    WorldKind world = WorldKind::simulated;
    std::vector<Placement> plan;  // of a static scheduler; empty for an online one
    std::optional<SearchReport> search = {};  // how it was found, if the scheduler searches
    Outcome outcome = Outcome::stuck;
    std::string failure;     // one sentence when the outcome is not `finished`
    RecordDetail detail = RecordDetail::full;  // what the trace keeps
    RunTotals totals;        // of a simulated run
    double wallSeconds = 0;  // s this run took to compute
    double cpuSeconds = 0;   // s of processor time the simulating thread took for it; 0 for real and for loaded runs
};
using RunPtr = std::shared_ptr<const Run>;

}  // namespace loom
