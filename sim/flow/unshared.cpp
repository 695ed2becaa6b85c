#include "sim/flow/unshared.h"

#include <algorithm>
#include <functional>

namespace loom {

void UnsharedFlows::add(const FlowSpec& spec, Time now) {
    if (spec.id.index() >= flows_.size()) flows_.resize(spec.id.index() + 1);
    Flow& flow = flows_[spec.id.index()];
    flow.uses.assign(spec.uses.begin(), spec.uses.end());
    flow.bound = spec.bound;
    flow.remaining = spec.work;
    flow.since = now;
    flow.rate = 0;
    flow.active = true;
    settle(spec.id, now);
}

// The rate from now on, and when the flow is through at it.
void UnsharedFlows::settle(FlowId id, Time now) {
    Flow& flow = flows_[id.index()];
    flow.remaining = std::max(0.0, flow.remaining - flow.rate * (now - flow.since).seconds());
    flow.since = now;
    flow.rate = flow.bound;
    flow.bottleneck = ResourceId::none();
    for (const Use& use : flow.uses) {
        const double amount = capacities_[use.resource.index()].amount;
        if (amount >= flow.rate) continue;
        flow.rate = amount;
        flow.bottleneck = use.resource;
    }
    ++flow.generation;
    const Time finish = flow.remaining > 0 ? now + Time::fromSeconds(flow.remaining / flow.rate) : now;
    if (finish.isNever()) return;
    heap_.push_back(Entry{finish, id, flow.generation});
    std::push_heap(heap_.begin(), heap_.end(), std::greater<>{});
}

void UnsharedFlows::setCapacity(ResourceId resource, double amount, Time now) {
    capacities_[resource.index()].amount = amount;
    for (std::size_t i = 0; i < flows_.size(); ++i) {
        const auto uses = [&](const Use& use) { return use.resource == resource; };
        if (flows_[i].active && std::any_of(flows_[i].uses.begin(), flows_[i].uses.end(), uses)) settle(FlowId(i), now);
    }
}

void UnsharedFlows::remove(FlowId flow, Time) {
    flows_[flow.index()].active = false;
    ++flows_[flow.index()].generation;
}

void UnsharedFlows::dropStale() {
    while (!heap_.empty() && flows_[heap_.front().id.index()].generation != heap_.front().generation) {
        std::pop_heap(heap_.begin(), heap_.end(), std::greater<>{});
        heap_.pop_back();
    }
}

Time UnsharedFlows::nextCompletion() {
    dropStale();
    return heap_.empty() ? Time::never() : heap_.front().finish;
}

void UnsharedFlows::complete(Time now, std::vector<FlowId>& finished) {
    while (nextCompletion() <= now && !heap_.empty()) {
        finished.push_back(heap_.front().id);
        remove(heap_.front().id, now);
    }
}

double UnsharedFlows::rate(FlowId flow) { return flows_[flow.index()].rate; }

ResourceId UnsharedFlows::bottleneck(FlowId flow) { return flows_[flow.index()].bottleneck; }

}  // namespace loom
