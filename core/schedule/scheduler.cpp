#include "core/schedule/scheduler.h"

#include <algorithm>

namespace loom {

void Scheduler::plan(const View&, std::vector<Placement>&, DecisionLog*) {}

void Scheduler::react(const View&, std::vector<Placement>&, DecisionLog*) {}

Time plannedMakespan(std::span<const Placement> placements) {
    Time makespan = Time::zero();
    for (const Placement& placement : placements) makespan = std::max(makespan, placement.finish);
    return makespan;
}

}  // namespace loom
