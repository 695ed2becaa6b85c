#include "sim/flow/shared_flows.h"

#include <algorithm>
#include <functional>

namespace loom {

SharedFlows::SharedFlows(const Platform& platform)
    : platform_(&platform), onLink_(platform.linkCount()), isChanged_(platform.linkCount(), false) {}

void SharedFlows::touch(const Flow& flow, Time now) {
    now_ = now;
    for (const LinkId link : flow.links) {
        if (isChanged_[link.index()]) continue;
        isChanged_[link.index()] = true;
        changed_.push_back(link);
    }
}

void SharedFlows::add(const FlowSpec& spec, Time now) {
    if (spec.id.index() >= flows_.size()) flows_.resize(spec.id.index() + 1);
    Flow& added = flows_[spec.id.index()];
    added.links.assign(spec.links.begin(), spec.links.end());
    added.latency = spec.latency;
    added.remaining = spec.bytes;
    added.rate = 0;
    added.since = now;
    added.active = true;
    ++added.generation;
    for (const LinkId link : added.links) onLink_[link.index()].push_back(spec.id);
    touch(added, now);
    if (spec.bytes > 0 && !added.links.empty()) return;
    heap_.push_back(Entry{now, spec.id, added.generation});  // nothing to send: it is through at once
    std::push_heap(heap_.begin(), heap_.end(), std::greater<>{});
}

void SharedFlows::remove(FlowId id, Time now) {
    Flow& removed = flows_[id.index()];
    removed.active = false;
    ++removed.generation;
    for (const LinkId link : removed.links) std::erase(onLink_[link.index()], id);
    touch(removed, now);
}

void SharedFlows::setRate(FlowId id, double rate) {
    Flow& changed = flows_[id.index()];
    if (rate == changed.rate) return;
    changed.remaining = std::max(0.0, changed.remaining - changed.rate * (now_ - changed.since).seconds());
    changed.since = now_;
    changed.rate = rate;
    ++changed.generation;
    if (rate <= 0) return;
    heap_.push_back(Entry{now_ + Time::fromSeconds(changed.remaining / rate), id, changed.generation});
    std::push_heap(heap_.begin(), heap_.end(), std::greater<>{});
}

void SharedFlows::shareIfChanged() {
    if (changed_.empty()) return;
    share(changed_);
    for (const LinkId link : changed_) isChanged_[link.index()] = false;
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
    for (Time next = nextCompletion(); next <= now && !heap_.empty(); next = heap_.empty() ? Time::never() : heap_.front().finish) {
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

}  // namespace loom
