#include "sim/flow/max_min.h"

#include <algorithm>

namespace loom {

MaxMinFlows::MaxMinFlows(const Platform& platform, const TcpFactors& tcp)
    : SharedFlows(platform), tcp_(tcp), linkState_(platform.linkCount()), linkMark_(platform.linkCount(), 0) {}

double MaxMinFlows::penaltyOf(FlowId id) {
    if (!tcp_.weighted) return 1;
    double penalty = 0;
    for (const LinkId link : flow(id).links) {
        const LinkInfo& info = platform().link(link);
        penalty += info.latency + tcp_.weightBytes / info.bandwidth;
    }
    return std::max(penalty, 1e-9);
}

double MaxMinFlows::boundOf(FlowId id) {
    const Flow& f = flow(id);
    double bound = std::numeric_limits<double>::infinity();
    for (const LinkId link : f.links) bound = std::min(bound, platform().link(link).bandwidth);
    if (tcp_.windowBytes > 0 && f.latency > 0) bound = std::min(bound, tcp_.windowBytes / (2 * f.latency));
    return tcp_.bandwidthFactor * bound;
}

// Everything reachable from the changed links through shared flows and shared links.
void MaxMinFlows::collect(const std::vector<LinkId>& links) {
    ++mark_;
    members_.clear();
    component_.clear();
    const auto visit = [&](LinkId link) {
        if (linkMark_[link.index()] == mark_) return;
        linkMark_[link.index()] = mark_;
        component_.push_back(link);
    };
    for (const LinkId link : links) visit(link);
    for (std::size_t i = 0; i < component_.size(); ++i) {
        for (const FlowId id : flowsOn(component_[i])) {
            if (id.index() >= flowMark_.size()) {
                flowMark_.resize(id.index() + 1, 0);
                memberOf_.resize(id.index() + 1, 0);
            }
            if (flowMark_[id.index()] == mark_) continue;
            flowMark_[id.index()] = mark_;
            memberOf_[id.index()] = static_cast<std::uint32_t>(members_.size());
            members_.push_back(Member{id, penaltyOf(id), boundOf(id)});
            for (const LinkId link : flow(id).links) visit(link);
        }
    }
}

void MaxMinFlows::fix(Member& member, double rate) {
    member.fixed = true;
    setRate(member.id, rate);
    for (const LinkId link : flow(member.id).links) {
        LinkState& state = linkState_[link.index()];
        if (platform().link(link).sharing == Sharing::fatpipe) continue;
        state.remaining = std::max(0.0, state.remaining - rate);
        state.pull -= 1 / member.penalty;
        --state.open;
    }
}

void MaxMinFlows::share(const std::vector<LinkId>& links) {
    collect(links);
    for (const LinkId link : component_) {
        LinkState& state = linkState_[link.index()];
        state.remaining = tcp_.bandwidthFactor * platform().link(link).bandwidth;
        state.pull = 0;
        state.open = 0;
        if (platform().link(link).sharing == Sharing::fatpipe) continue;  // already in the flows' bounds
        for (const FlowId id : flowsOn(link)) state.pull += 1 / members_[memberOf_[id.index()]].penalty;
        state.open = static_cast<std::uint32_t>(flowsOn(link).size());
    }
    fill();
}

void MaxMinFlows::fill() {
    std::sort(members_.begin(), members_.end(), [](const Member& a, const Member& b) {
        const double x = a.bound * a.penalty, y = b.bound * b.penalty;
        return x != y ? x < y : a.id < b.id;
    });
    for (std::size_t i = 0; i < members_.size(); ++i) memberOf_[members_[i].id.index()] = static_cast<std::uint32_t>(i);
    std::size_t nextBounded = 0;
    std::size_t open = members_.size();
    while (open > 0) {
        double level = std::numeric_limits<double>::infinity();
        LinkId bottleneck;
        for (const LinkId link : component_) {
            const LinkState& state = linkState_[link.index()];
            if (state.open == 0) continue;
            const double linkLevel = state.remaining / state.pull;
            if (!bottleneck.valid() || linkLevel < level) {
                level = linkLevel;
                bottleneck = link;
            }
        }
        while (nextBounded < members_.size() && members_[nextBounded].fixed) ++nextBounded;
        if (nextBounded < members_.size()) {
            Member& bounded = members_[nextBounded];
            if (bounded.bound * bounded.penalty <= level) {
                fix(bounded, bounded.bound);
                --open;
                continue;
            }
        }
        for (const FlowId id : flowsOn(bottleneck)) {
            Member& member = members_[memberOf_[id.index()]];
            if (member.fixed) continue;
            fix(member, level / member.penalty);
            --open;
        }
    }
}

}  // namespace loom
