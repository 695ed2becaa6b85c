#include "sim/real/shaper.h"

#include <algorithm>

namespace loom {

bool Shaper::begin(ActivityId transfer, NodeId from, NodeId to, double bytes, Time now) {
    const Demand demand = network_.demand(from, to);
    if (!demand.reachable) return false;
    starting_.push_back(Starting{now + Time::fromSeconds(demand.startupOf(bytes)), transfer, from, to, bytes});
    return true;
}

void Shaper::cancel(ActivityId transfer, Time now) {
    std::erase_if(starting_, [&](const Starting& s) { return s.transfer == transfer; });
    if (std::erase(flowing_, transfer) > 0) flows_->remove(FlowId(transfer.value), now);
}

Time Shaper::next() {
    Time next = flowing_.empty() ? Time::never() : flows_->nextCompletion();
    for (const Starting& s : starting_) next = std::min(next, s.at);
    return next;
}

void Shaper::advance(Time now, std::vector<ActivityId>& arrived) {
    if (!flowing_.empty() && flows_->nextCompletion() <= now) {
        finished_.clear();
        flows_->complete(now, finished_);
        for (const FlowId flow : finished_) {
            arrived.emplace_back(flow.value);
            std::erase(flowing_, ActivityId(flow.value));
        }
    }
    const auto due = std::stable_partition(starting_.begin(), starting_.end(), [&](const Starting& s) { return s.at > now; });
    for (auto s = due; s != starting_.end(); ++s) {
        const Demand demand = network_.demand(s->from, s->to);
        if (!demand.flows(s->bytes)) {
            arrived.push_back(s->transfer);
            continue;
        }
        flowing_.push_back(s->transfer);
        flows_->add(demand.flow(FlowId(s->transfer.value), s->bytes), now);
    }
    starting_.erase(due, starting_.end());
}

}  // namespace loom
