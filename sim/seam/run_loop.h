// The one loop between processes and a world. It writes both sides down.
#pragma once

#include <span>

#include "core/trace/trace.h"
#include "sim/seam/control.h"
#include "sim/seam/process.h"
#include "sim/seam/world.h"

namespace loom {

struct LoopResult {
    Outcome outcome = Outcome::stuck;
    std::string failure;       // one sentence when the outcome is not `finished`
    std::uint64_t events = 0;  // delivered
};

// Runs until every process has finished, nothing can happen any more, or `control` cancels. Ends the trace with a
// runEnd record in every case. `seed` keys the processes' streams.
LoopResult runLoop(World& world, std::span<Process* const> processes, Trace& trace, RunControl& control, std::uint64_t seed);

}  // namespace loom
