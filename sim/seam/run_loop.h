// The one loop between processes and a world. It writes both sides down.
#pragma once

#include <span>

#include "core/trace/record_detail.h"
#include "core/trace/totals.h"
#include "core/trace/trace.h"
#include "sim/seam/control.h"
#include "sim/seam/process.h"
#include "sim/seam/world.h"

namespace loom {

struct LoopResult {
    Outcome outcome = Outcome::stuck;
    std::string failure;       // one sentence when the outcome is not `finished`
    RunTotals totals;
};

// Runs until every process has finished, nothing can happen any more, or `control` cancels. Ends the trace with a
// runEnd record in every case. `seed` keys the processes' streams. Notes stay with the loop: the world never sees them.
LoopResult runLoop(World& world, std::span<Process* const> processes, Trace& trace, RunControl& control, std::uint64_t seed,
                   RecordDetail detail = RecordDetail::full);

}  // namespace loom
