// Makers of online schedulers; see each file.
#pragma once

#include <cstdint>

#include "core/schedule/schedulers.h"

namespace loom {

enum class QueueKey : std::uint8_t { rankU, bLevel, staticLevel, user };

SchedulerPtr makePriorityQueue(QueueKey key, bool byFinish);
SchedulerPtr makePowerOfD(std::size_t d);
SchedulerPtr makeDelayScheduling(std::uint64_t skips);
SchedulerPtr makeWorkStealing(bool half, bool locality);

}  // namespace loom
