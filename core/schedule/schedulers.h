// The schedulers behind the registry, one maker each; makeScheduler() in scheduler.h is the way in.
#pragma once

#include <memory>

#include "core/schedule/priority_order.h"
#include "core/schedule/scheduler.h"
#include "core/schedule/slot_timeline.h"

namespace loom {

using SchedulerPtr = std::unique_ptr<Scheduler>;

// Newly ready tasks join at once (refresh), or only when all ready before are placed (batch).
enum class ReadySet : std::uint8_t { refresh, batch };
enum class PairRule : std::uint8_t { minMin, maxMin };

SchedulerPtr makeFifo(bool blocking);
SchedulerPtr makeRoundRobin();
SchedulerPtr makeRandom();
SchedulerPtr makeFastestNode();
SchedulerPtr makeHeft(Averaging averaging, Fill fill);
SchedulerPtr makeCpop();
SchedulerPtr makePeft(bool links);
SchedulerPtr makePairScheduler(PairRule rule, ReadySet ready);

}  // namespace loom
