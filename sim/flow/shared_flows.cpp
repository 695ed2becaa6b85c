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
    ++active_;
    ++added.generation;
    for (const LinkId link : added.links) onLink_[link.index()].push_back(spec.id);
    touch(added, now);
    if (spec.bytes > 0 && !added.links.empty()) return;
    schedule(now, spec.id);  // nothing to send: it is through at once
}

void SharedFlows::remove(FlowId id, Time now) {
    Flow& removed = flows_[id.index()];
    --active_;
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

}  // namespace loom
