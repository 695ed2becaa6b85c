#include "core/schedule/scheduler.h"

#include <algorithm>

namespace loom {

void Scheduler::plan(const View&, std::vector<Placement>&, DecisionLog*) {}

void Scheduler::react(const View&, std::vector<Placement>&, DecisionLog*) {}

NodeSet openNodes(std::span<const NodeView> nodes) {
    NodeSet open(nodes.size());
    for (std::size_t n = 0; n < nodes.size(); ++n)
        if (nodes[n].up && nodes[n].freeCores > 0) open.set(NodeId(n), true);
    return open;
}

Time plannedMakespan(std::span<const Placement> placements) {
    Time makespan = Time::zero();
    for (const Placement& placement : placements) makespan = std::max(makespan, placement.finish);
    return makespan;
}

bool namesScript(const Spec& spec) { return spec.name.ends_with(".lua"); }

}  // namespace loom
