#include "sim/flow/max_min.h"

#include <algorithm>

namespace loom {

MaxMinFlows::MaxMinFlows(std::vector<Capacity> capacities)
    : SharedFlows(std::move(capacities)), state_(resourceCount()), resourceMark_(resourceCount(), 0) {}

MaxMinFlows::Member MaxMinFlows::member(FlowId id) {
    const Flow& f = flow(id);
    Member made{id, f.penalty, f.bound, ResourceId::none()};
    for (const Use& use : f.uses) {
        const Capacity& pipe = capacity(use.resource);
        if (pipe.sharing != Sharing::fatpipe || pipe.amount / use.share >= made.bound) continue;
        made.bound = pipe.amount / use.share;
        made.fatpipe = use.resource;
    }
    return made;
}

// Everything reachable from the changed resources through flows and what they use.
void MaxMinFlows::collect(const std::vector<ResourceId>& resources) {
    ++mark_;
    members_.clear();
    component_.clear();
    const auto visit = [&](ResourceId resource) {
        if (resourceMark_[resource.index()] == mark_) return;
        resourceMark_[resource.index()] = mark_;
        component_.push_back(resource);
    };
    for (const ResourceId resource : resources) visit(resource);
    for (std::size_t i = 0; i < component_.size(); ++i) {
        for (const FlowId id : flowsOn(component_[i])) {
            if (id.index() >= flowMark_.size()) {
                flowMark_.resize(id.index() + 1, 0);
                memberOf_.resize(id.index() + 1, 0);
            }
            if (flowMark_[id.index()] == mark_) continue;
            flowMark_[id.index()] = mark_;
            members_.push_back(member(id));
            for (const Use& use : flow(id).uses) visit(use.resource);
        }
    }
}

void MaxMinFlows::fix(Member& member, double rate, ResourceId bottleneck) {
    member.fixed = true;
    setRate(member.id, rate, bottleneck);
    for (const Use& use : flow(member.id).uses) {
        ResourceState& state = state_[use.resource.index()];
        if (capacity(use.resource).sharing == Sharing::fatpipe) continue;
        state.remaining = std::max(0.0, state.remaining - use.share * rate);
        state.pull -= use.share / member.penalty;
        --state.open;
    }
}

void MaxMinFlows::share(const std::vector<ResourceId>& resources) {
    collect(resources);
    for (const ResourceId resource : component_)
        state_[resource.index()] = ResourceState{capacity(resource).amount, 0, 0};
    for (const Member& m : members_) {
        for (const Use& use : flow(m.id).uses) {
            if (capacity(use.resource).sharing == Sharing::fatpipe) continue;  // already in the flows' bounds
            state_[use.resource.index()].pull += use.share / m.penalty;
            ++state_[use.resource.index()].open;
        }
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
        ResourceId bottleneck;
        for (const ResourceId resource : component_) {
            const ResourceState& state = state_[resource.index()];
            if (state.open == 0) continue;
            const double reached = state.remaining / state.pull;
            if (!bottleneck.valid() || reached < level) {
                level = reached;
                bottleneck = resource;
            }
        }
        while (nextBounded < members_.size() && members_[nextBounded].fixed) ++nextBounded;
        if (nextBounded < members_.size()) {
            Member& bounded = members_[nextBounded];
            if (!bottleneck.valid() || bounded.bound * bounded.penalty <= level) {
                fix(bounded, bounded.bound, bounded.fatpipe);
                --open;
                continue;
            }
        }
        for (const FlowId id : flowsOn(bottleneck)) {
            Member& member = members_[memberOf_[id.index()]];
            if (member.fixed) continue;
            fix(member, level / member.penalty, bottleneck);
            --open;
        }
    }
}

}  // namespace loom
