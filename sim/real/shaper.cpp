#include "sim/real/shaper.h"

#include <algorithm>

namespace loom {

bool Shaper::begin(ActivityId transfer, NodeId from, NodeId to, double bytes, Time now) {
    Starting starting{now, transfer, bytes, 0, {}};
    if (!platform_->route(from, to, starting.links)) return false;
    for (const LinkId link : starting.links) starting.latency += platform_->link(link).latency;
    starting.at = now + Time::fromSeconds(flows_->startupSeconds(starting.latency));
    starting_.push_back(std::move(starting));
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
        if (s->links.empty() || s->bytes <= 0) {
            arrived.push_back(s->transfer);
            continue;
        }
        flowing_.push_back(s->transfer);
        flows_->add(FlowSpec{FlowId(s->transfer.value), s->links, s->bytes, s->latency}, now);
    }
    starting_.erase(due, starting_.end());
}

}  // namespace loom
