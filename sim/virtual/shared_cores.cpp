#include "sim/virtual/shared_cores.h"

#include <algorithm>
#include <array>

namespace loom {

namespace {

ResourceId coresOf(NodeId node) { return ResourceId(2 * node.index()); }
ResourceId paceOf(NodeId node) { return ResourceId(2 * node.index() + 1); }

}  // namespace

SharedCores::SharedCores(const Platform& platform, const TaskGraph& graph)
    : platform_(&platform), graph_(&graph), flows_(capacities(platform)), account_(graph, platform) {}

std::vector<Capacity> SharedCores::capacities(const Platform& platform) {
    std::vector<Capacity> capacities;
    for (std::size_t n = 0; n < platform.nodeCount(); ++n) {
        capacities.push_back({static_cast<double>(platform.node(NodeId(n)).cores), Sharing::shared});
        capacities.push_back({1, Sharing::fatpipe});
    }
    return capacities;
}

// Work is the duration alone on all the cores asked for; a core's share of the pace, so that k of them go k times as fast.
void SharedCores::begin(const Compute& compute, Time now) {
    const std::uint32_t width = sharedWidth(*graph_, compute.task);
    const double lanes = std::max(1u, width);
    const std::array<Use, 2> uses{Use{paceOf(compute.node), 1 / lanes}, Use{coresOf(compute.node), 1}};
    const FlowSpec flow{FlowId(compute.id.value), {uses.data(), width > 0 ? 2u : 1u}, compute.duration.seconds() * lanes};
    if (compute.id.index() >= taskOf_.size()) taskOf_.resize(std::max(compute.id.index() + 1, 2 * taskOf_.size()));
    taskOf_[compute.id.index()] = compute.task;
    account_.begin(compute.task, compute.node, now);
    flows_.add(flow, now);
}

void SharedCores::leave(ActivityId id, Time now) {
    account_.end(taskOf_[id.index()], now);
    flows_.remove(FlowId(id.value), now);
}

void SharedCores::setSpeed(NodeId node, double factor, Time now) {
    account_.setSpeed(node, factor, now);
    flows_.setCapacity(coresOf(node), platform_->node(node).cores * factor, now);
    flows_.setCapacity(paceOf(node), factor, now);
}

void SharedCores::complete(Time now, std::vector<ActivityId>& finished) {
    finished.clear();
    through_.clear();
    flows_.complete(now, through_);
    for (const FlowId flow : through_) {
        finished.emplace_back(flow.value);
        busySeconds_ += account_.end(taskOf_[flow.index()], now).coreSeconds;
    }
    std::sort(finished.begin(), finished.end(),
              [&](ActivityId a, ActivityId b) { return taskOf_[a.index()] < taskOf_[b.index()]; });
}

}  // namespace loom
