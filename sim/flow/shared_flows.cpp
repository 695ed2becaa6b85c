#include "sim/flow/shared_flows.h"

#include <algorithm>
#include <functional>

namespace loom {

SharedFlows::SharedFlows(std::vector<Capacity> capacities)
    : capacities_(std::move(capacities)), on_(capacities_.size()), isChanged_(capacities_.size(), false) {}

void SharedFlows::touch(ResourceId resource, Time now) {
    now_ = now;
    if (isChanged_[resource.index()]) return;
    isChanged_[resource.index()] = true;
    changed_.push_back(resource);
}

void SharedFlows::setCapacity(ResourceId resource, double amount, Time now) {
    capacities_[resource.index()].amount = amount;
    touch(resource, now);
}

void SharedFlows::add(const FlowSpec& spec, Time now) {
    if (spec.id.index() >= flows_.size()) flows_.resize(spec.id.index() + 1);
    Flow& added = flows_[spec.id.index()];
    added.uses.assign(spec.uses.begin(), spec.uses.end());
    added.penalty = spec.penalty;
    added.bound = spec.bound;
    added.bottleneck = ResourceId::none();
    added.remaining = spec.work;
    added.rate = 0;
    added.since = now;
    ++active_;
    ++added.generation;
    for (const Use& use : added.uses) {
        on_[use.resource.index()].push_back(spec.id);
        touch(use.resource, now);
    }
    now_ = now;
    if (spec.work > 0 && !added.uses.empty()) return;
    if (spec.work > 0 && spec.bound < std::numeric_limits<double>::infinity()) return setRate(spec.id, spec.bound, ResourceId::none());
    schedule(now, spec.id);  // nothing to send: it is through at once
}

void SharedFlows::remove(FlowId id, Time now) {
    Flow& removed = flows_[id.index()];
    --active_;
    ++removed.generation;
    for (const Use& use : removed.uses) {
        std::erase(on_[use.resource.index()], id);
        touch(use.resource, now);
    }
    now_ = now;
}

void SharedFlows::setRate(FlowId id, double rate, ResourceId bottleneck) {
    Flow& changed = flows_[id.index()];
    changed.bottleneck = bottleneck;
    if (rate == changed.rate) return;
    changed.remaining = std::max(0.0, changed.remaining - changed.rate * (now_ - changed.since).seconds());
    changed.since = now_;
    changed.rate = rate;
    ++changed.generation;
    if (rate <= 0) return;
    schedule(now_ + Time::fromSeconds(changed.remaining / rate), id);
}

// Every change of rate leaves a void entry behind. They are swept out once they outnumber the flows, so that the heap
// stays as large as what it is about.
void SharedFlows::schedule(Time finish, FlowId id) {
    if (heap_.size() > 64 + 2 * active_) {
        std::erase_if(heap_, [this](const Entry& e) { return flows_[e.id.index()].generation != e.generation; });
        std::make_heap(heap_.begin(), heap_.end(), std::greater<>{});
    }
    heap_.push_back(Entry{finish, id, flows_[id.index()].generation});
    std::push_heap(heap_.begin(), heap_.end(), std::greater<>{});
}

void SharedFlows::shareIfChanged() {
    if (changed_.empty()) return;
    share(changed_);
    for (const ResourceId resource : changed_) isChanged_[resource.index()] = false;
    changed_.clear();
}

Time SharedFlows::nextCompletion() {
    shareIfChanged();
    while (!heap_.empty() && flows_[heap_.front().id.index()].generation != heap_.front().generation) {
        std::pop_heap(heap_.begin(), heap_.end(), std::greater<>{});
        heap_.pop_back();
    }
    return heap_.empty() ? Time::never() : heap_.front().finish;
}

void SharedFlows::complete(Time now, std::vector<FlowId>& finished) {
    const std::size_t first = finished.size();
    for (Time next = nextCompletion(); next <= now && !heap_.empty();
         next = heap_.empty() ? Time::never() : heap_.front().finish) {
        const Entry entry = heap_.front();
        std::pop_heap(heap_.begin(), heap_.end(), std::greater<>{});
        heap_.pop_back();
        if (flows_[entry.id.index()].generation != entry.generation) continue;
        finished.push_back(entry.id);
        ++flows_[entry.id.index()].generation;
    }
    std::sort(finished.begin() + static_cast<std::ptrdiff_t>(first), finished.end());
    for (std::size_t i = first; i < finished.size(); ++i) remove(finished[i], now);
}

double SharedFlows::rate(FlowId id) {
    shareIfChanged();
    return flows_[id.index()].rate;
}

ResourceId SharedFlows::bottleneck(FlowId id) {
    shareIfChanged();
    return flows_[id.index()].bottleneck;
}

}  // namespace loom
