// Makers of online schedulers; see each file.
#pragma once

#include <cstdint>
#include <optional>

#include "core/schedule/schedulers.h"

namespace loom {

enum class QueueKey : std::uint8_t { rankU, bLevel, staticLevel, user };

SchedulerPtr makePriorityQueue(QueueKey key, bool byFinish);
SchedulerPtr makePowerOfD(std::size_t d, bool queues);
SchedulerPtr makeDelayScheduling(std::uint64_t skips, std::optional<Time> wait);  // with a wait, skips do not count
SchedulerPtr makeWorkStealing(bool half, bool locality, Time latency);

}  // namespace loom
