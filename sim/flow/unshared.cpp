#include "sim/flow/unshared.h"

#include <algorithm>
#include <functional>

namespace loom {

void UnsharedFlows::add(const FlowSpec& flow, Time now) {
    if (flow.id.index() >= flows_.size()) flows_.resize(flow.id.index() + 1);
    Flow& state = flows_[flow.id.index()];
    state.rate = std::numeric_limits<double>::infinity();
    for (const LinkId link : flow.links) state.rate = std::min(state.rate, platform_->link(link).bandwidth);
    ++state.generation;
    heap_.push_back(Entry{now + Time::fromSeconds(flow.bytes / state.rate), flow.id, state.generation});
    std::push_heap(heap_.begin(), heap_.end(), std::greater<>{});
}

void UnsharedFlows::remove(FlowId flow, Time) { ++flows_[flow.index()].generation; }

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
        ++flows_[heap_.front().id.index()].generation;
    }
}

double UnsharedFlows::rate(FlowId flow) { return flows_[flow.index()].rate; }

}  // namespace loom
