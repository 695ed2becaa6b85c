#include "sim/flow/unshared.h"

#include <algorithm>

namespace loom {

void UnsharedFlows::add(const FlowSpec& spec, Time now) {
    const std::uint32_t row = flows_.add(spec, now, false);
    if (row >= paces_.size()) paces_.resize(row + std::size_t{1});
    paces_[row] = Pace{spec.work, 0, now, {}, true};
    settle(row, now);
}

// The rate from now on, and when the flow is through at it.
void UnsharedFlows::settle(std::uint32_t row, Time now) {
    Pace& pace = paces_[row];
    if (now > pace.since) pace.left = std::max(0.0, pace.left - pace.rate * (now - pace.since).seconds());
    pace.since = now;
    pace.rate = flows_[row].bound;
    pace.bottleneck = ResourceId::none();
    for (const FlowUse& use : flows_.uses(row)) {
        const double most = flows_.capacity(use.resource) / use.weight;
        if (most >= pace.rate) continue;
        pace.rate = most;
        pace.bottleneck = ResourceId(use.resource);
    }
    const Time finish = pace.left <= 0 ? now : pace.rate > 0 ? now + Time::fromSeconds(pace.left / pace.rate) : Time::never();
    if (finish.isNever()) due_.erase(row);
    else due_.set(row, finish);
}

void UnsharedFlows::setCapacity(ResourceId resource, double amount, Time now) {
    flows_.setCapacity(resource.index(), amount);
    for (std::uint32_t row = 0; row < flows_.rows(); ++row) {
        if (!paces_[row].active) continue;
        const auto here = [&](const FlowUse& use) { return use.resource == resource.value; };
        const auto uses = flows_.uses(row);
        if (std::any_of(uses.begin(), uses.end(), here)) settle(row, now);
    }
}

void UnsharedFlows::retire(std::uint32_t row) {
    paces_[row].active = false;
    due_.erase(row);
    flows_.remove(row);
}

void UnsharedFlows::remove(FlowId flow, Time) { retire(flows_.rowOf(flow)); }

void UnsharedFlows::complete(Time now, std::vector<FlowId>& finished) {
    const auto first = static_cast<std::ptrdiff_t>(finished.size());
    while (!due_.empty() && due_.top().key <= now) {
        const std::uint32_t row = due_.top().id;
        finished.push_back(flows_[row].id);
        retire(row);
    }
    std::sort(finished.begin() + first, finished.end());
}

}  // namespace loom
