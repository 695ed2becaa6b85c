// The simulated world's links: what flows over one that is cut stands still (model-spec.md 10.5).
#include <algorithm>

#include "sim/virtual/sim_world.h"

namespace loom {

namespace {

constexpr std::uint32_t kMostIdleRepairs = 10'000;

bool usesLink(const Demand& demand, LinkId link) {
    return std::any_of(demand.uses.begin(), demand.uses.end(), [&](const Use& use) { return use.resource.value == link.value; });
}

}  // namespace

void SimWorld::changeLink(const Fault& fault) {
    LinkStates::State& state = links_.at(fault.link);
    const double nominal = platform_->link(fault.link).bandwidth;
    if (fault.kind == Fault::Kind::linkRate) {
        state.bandwidth = fault.factor;
        network_.setLink(fault.link, state.bandwidth, state.latency);
        if (state.gate.up()) flows_->setCapacity(ResourceId(fault.link.value), state.bandwidth, now_);
        return tell(LinkChanged{fault.link, LinkChanged::What::rate, Reason::none, state.bandwidth / nominal});
    }
    if (fault.kind == Fault::Kind::linkLatency) {
        state.latency = fault.factor;
        network_.setLink(fault.link, state.bandwidth, state.latency);
        return tell(LinkChanged{fault.link, LinkChanged::What::latency, Reason::none, state.latency});
    }
    const bool wasUp = state.gate.up();
    Gate::Side& side = state.gate.side(fault.ofProfile());
    side.down = fault.kind == Fault::Kind::linkDown;
    if (fault.isRepair()) --side.repairsDue;
    if (wasUp == state.gate.up()) return;
    if (wasUp) return cut(fault.link, Reason::linkFailed);
    heal(fault.link);
}

void SimWorld::cut(LinkId link, Reason reason) {
    links_.countCut();
    flows_->setCapacity(ResourceId(link.value), 0, now_);
    for (std::size_t i = 0; i < activities_.size(); ++i) {
        Activity& a = activities_[i];
        if (a.kind != Kind::transferFlow || a.stage != Stage::network || a.stalled) continue;
        if (!usesLink(network_.demand(a.node, a.to), link)) continue;
        a.stalled = true;
        startTimeout(ActivityId(i));
    }
    tell(LinkChanged{link, LinkChanged::What::down, reason});
}

void SimWorld::heal(LinkId link) {
    links_.countHealed();
    flows_->setCapacity(ResourceId(link.value), links_.at(link).bandwidth, now_);
    tell(LinkChanged{link, LinkChanged::What::up});
    for (std::size_t i = 0; i < activities_.size(); ++i) {
        Activity& a = activities_[i];
        if (a.kind != Kind::transferHeld && !(a.kind == Kind::transferFlow && a.stalled)) continue;
        if (links_.cut(network_.demand(a.node, a.to).uses)) continue;
        ++a.generation;  // voids the timeout
        a.stalled = false;
        if (a.kind == Kind::transferHeld) beginFlow(ActivityId(i));
    }
}

// The transfer has started up, but its way is cut: it waits with all it has to send.
void SimWorld::hold(ActivityId id) {
    activities_[id.index()].kind = Kind::transferHeld;
    startTimeout(id);
}

void SimWorld::startTimeout(ActivityId id) {
    Activity& a = activities_[id.index()];
    ++a.generation;
    calendar_.push(now_ + stallTimeout_, Phase::completion, Entry{id.value, a.generation});
}

// Asking again for what can never come would keep a run going for ever.
void SimWorld::timeOut(ActivityId id) {
    const Activity& a = activities_[id.index()];
    const bool forGood = links_.cutForGood(network_.demand(a.node, a.to).uses);
    fail(id, forGood ? Reason::cannotRun : Reason::linkIsDown);
}

// What a message meets now: the links' latencies as they are, and no way over one that is down (model-spec.md 10.5).
PathCost SimWorld::messagePath(NodeId from, NodeId to) {
    PathCost path = platform_->pathCost(from, to);
    if (!links_.anyChanged() || !path.reachable) return path;
    route_.clear();
    platform_->route(from, to, route_);
    path.latency = platform_->extraLatency(from, to);
    for (const LinkId link : route_) {
        path.latency += links_.latency(link);
        path.reachable = path.reachable && !links_.down(link);
    }
    return path;
}

// Nothing is under way, and nothing will come back; or things have come back so often without anything getting under way
// that they would do so for ever.
bool SimWorld::nothingGetsBetter() const { return active_ == 0 && (repairsDue_ == 0 || idleRepairs_ > kMostIdleRepairs); }

}  // namespace loom
