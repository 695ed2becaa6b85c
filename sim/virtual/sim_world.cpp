#include "sim/virtual/sim_world.h"

#include <algorithm>
#include <cmath>

namespace loom {

SimWorld::SimWorld(const Platform& platform, NetworkModel network, const FailurePlan& failures, std::uint64_t seed, Disks disks,
                   std::unique_ptr<SharedCores> shared)
    : platform_(&platform),
      network_(std::move(network.network)),
      flows_(std::move(network.flows)),
      timetable_(failures, platform, seed),
      nodes_(platform.nodeCount()),
      links_(platform),
      disks_(std::move(disks)),
      shared_(std::move(shared)),
      direct_(!flows_->contended() && !disks_.takePart() && !timetable_.changesLinks()),
      stallTimeout_(Time::fromSeconds(failures.stallTimeout)) {
    for (const Fault& fault : timetable_.initial()) scheduleFault(fault);
}

SimWorld::Activity& SimWorld::activity(ActivityId id) {
    if (id.index() >= activities_.size()) activities_.resize(std::max(id.index() + 1, activities_.size() * 2));
    return activities_[id.index()];
}

void SimWorld::apply(ProcessId from, const Effect& effect) {
    std::visit([&](const auto& asked) { perform(from, asked); }, effect);
}

void SimWorld::perform(ProcessId from, const Timer& timer) {
    ++active_;
    calendar_.push(now_ + timer.delay, Phase::timer, Entry{timer.id, from.value});
}

void SimWorld::perform(ProcessId from, const Compute& compute) {
    Activity& started = activity(compute.id);
    started.kind = Kind::compute;
    started.owner = from;
    started.node = compute.node;
    started.remaining = static_cast<double>(compute.duration.nanoseconds());
    started.since = now_;
    ++active_;
    if (!nodes_[compute.node.index()].up) return fail(compute.id, Reason::nodeIsDown);
    if (shared_) return shareCores(compute);
    scheduleCompute(compute.id);
}

void SimWorld::scheduleCompute(ActivityId id) {
    Activity& a = activities_[id.index()];
    const double factor = nodes_[a.node.index()].speedFactor;
    ++a.generation;
    if (factor == 0) return;  // until the node's profile says more
    const Time left = factor == 1 ? Time::fromNanoseconds(static_cast<std::int64_t>(a.remaining))
                                  : Time::fromSeconds(a.remaining / factor / 1e9);
    calendar_.push(now_ + left, Phase::completion, Entry{id.value, a.generation});
}

void SimWorld::perform(ProcessId from, const Transfer& transfer) {
    Activity& started = activity(transfer.id);
    started.kind = Kind::transferStartup;
    started.owner = from;
    started.node = transfer.from;
    started.to = transfer.to;
    started.bytes = transfer.bytes;
    ++active_;
    const Demand& demand = network_.demand(transfer.from, transfer.to);
    const bool bothUp = nodes_[transfer.from.index()].up && nodes_[transfer.to.index()].up;
    if (!demand.reachable || !bothUp) return fail(transfer.id, demand.reachable ? Reason::nodeIsDown : Reason::cannotRun);
    started.stage = Stage::network;
    if (disks_.takePart() && (disks_.staged() || transfer.from == transfer.to)) return beginDiskStage(transfer.id, Stage::read);
    startUp(transfer.id, demand);
}

void SimWorld::startUp(ActivityId id, const Demand& demand) {
    Activity& a = activities_[id.index()];
    const Time startup = Time::fromSeconds(demand.startupOf(a.bytes));
    if (direct_) {
        a.kind = Kind::transferDirect;
        ++a.generation;
        const Time flowing = Time::fromSeconds(demand.flowingAlone(a.bytes));
        return calendar_.push(now_ + startup + flowing, Phase::completion, Entry{id.value, a.generation});
    }
    if (startup == Time::zero()) return beginFlow(id);
    ++a.generation;
    calendar_.push(now_ + startup, Phase::completion, Entry{id.value, a.generation});
}

void SimWorld::beginFlow(ActivityId id) {
    Activity& a = activities_[id.index()];
    const Demand& demand = network_.demand(a.node, a.to);
    if (links_.cut(demand.uses)) return hold(id);
    if (disks_.stream()) return beginStream(id, demand);
    if (!demand.flows(a.bytes)) return disks_.staged() ? nextStage(id) : finish(id);
    a.kind = Kind::transferFlow;
    a.stalled = false;
    ++a.generation;
    flows_->add(demand.flow(FlowId(id.value), a.bytes), now_);
}

void SimWorld::perform(ProcessId from, const Message& message) {
    const PathCost path = messagePath(message.fromNode, message.toNode);
    if (!path.reachable || !nodes_[message.fromNode.index()].up) return;
    if (freeMessages_.empty()) {
        freeMessages_.push_back(static_cast<std::uint32_t>(messages_.size()));
        messages_.emplace_back();
    }
    const std::uint32_t index = freeMessages_.back();
    freeMessages_.pop_back();
    messages_[index] = PendingMessage{from, message.to, message.fromNode, message.toNode, message.payload};
    ++active_;
    calendar_.push(now_ + Time::fromSeconds(path.latency), Phase::message, Entry{index, 0});
}

void SimWorld::retire(Activity& a) {
    a.kind = Kind::idle;
    ++a.generation;
    --active_;
}

void SimWorld::cancel(ActivityId id) {
    Activity& a = activities_[id.index()];
    if (a.kind == Kind::idle) return;
    if (a.kind == Kind::transferFlow) leaveFlows(id);
    if (a.kind == Kind::computeShared) shared_->leave(id, now_);
    retire(a);
}

void SimWorld::finish(ActivityId id) {
    Activity& a = activities_[id.index()];
    const bool computed = a.kind == Kind::compute;
    const ProcessId owner = a.owner;
    retire(a);
    pending_.push_back(Delivery{owner, computed ? Event{ComputeDone{id}} : Event{Arrived{id}}});
}

void SimWorld::fail(ActivityId id, Reason reason) {
    Activity& a = activities_[id.index()];
    const bool computed = a.kind == Kind::compute || a.kind == Kind::computeShared;
    if (a.kind == Kind::transferFlow) leaveFlows(id);
    if (a.kind == Kind::computeShared) shared_->leave(id, now_);
    const ProcessId owner = a.owner;
    retire(a);
    pending_.push_back(Delivery{owner, computed ? Event{ComputeFailed{id, reason}} : Event{Lost{id, reason}}});
}

void SimWorld::scheduleFault(const Fault& fault) {
    if (fault.isRepair()) {
        ++repairsDue_;
        Gate& gate = fault.link.valid() ? links_.at(fault.link).gate : nodes_[fault.node.index()].gate;
        ++gate.side(fault.ofProfile()).repairsDue;
    }
    const auto index = static_cast<std::uint32_t>(faults_.size());
    faults_.push_back(fault);
    calendar_.push(fault.at, Phase::fault, Entry{index, 0});
}

void SimWorld::applyFault(const Fault& fault, Reason reason) {
    // What follows comes first, so that a repair that is due is known when something is found to be down.
    if (const std::optional<Fault> next = timetable_.following(fault)) scheduleFault(*next);
    if (fault.isRepair()) {
        --repairsDue_;
        idleRepairs_ = active_ > 0 ? 0 : idleRepairs_ + 1;
    }
    if (fault.link.valid()) return changeLink(fault);
    changeNode(fault, fault.ofProfile() ? Reason::switchedOff : reason);
}

void SimWorld::changeNode(const Fault& fault, Reason reason) {
    NodeState& state = nodes_[fault.node.index()];
    if (fault.kind == Fault::Kind::speed) {
        (fault.ofProfile() ? state.profileSpeed : state.planSpeed) = fault.factor;
        return setNodeSpeed(fault.node, state.planSpeed * state.profileSpeed);
    }
    if (fault.isRepair()) --state.gate.side(fault.ofProfile()).repairsDue;
    setNodeUp(fault.node, fault.kind == Fault::Kind::up, reason, fault.ofProfile());
}

void SimWorld::setNodeUp(NodeId node, bool isUp, Reason reason, bool byProfile) {
    NodeState& state = nodes_[node.index()];
    state.gate.side(byProfile).down = !isUp;
    const bool up = state.gate.up();
    if (state.up == up) return;
    state.up = up;
    if (!up) {
        for (std::size_t i = 0; i < activities_.size(); ++i) {
            const Activity& a = activities_[i];
            if (a.kind != Kind::idle && (a.node == node || (a.kind != Kind::compute && a.to == node)))
                fail(ActivityId(i), reason);
        }
    }
    pending_.push_back(Delivery{observer_, NodeChanged{node, up, up ? Reason::none : reason}});
}

void SimWorld::setNodeSpeed(NodeId node, double factor) {
    NodeState& state = nodes_[node.index()];
    if (state.speedFactor == factor) return;
    if (shared_) shared_->setSpeed(node, factor, now_);
    for (std::size_t i = 0; i < activities_.size(); ++i) {
        Activity& a = activities_[i];
        if (a.kind != Kind::compute || a.node != node) continue;
        a.remaining = std::max(0.0, a.remaining - static_cast<double>((now_ - a.since).nanoseconds()) * state.speedFactor);
        a.since = now_;
    }
    state.speedFactor = factor;
    for (std::size_t i = 0; i < activities_.size(); ++i)
        if (activities_[i].kind == Kind::compute && activities_[i].node == node) scheduleCompute(ActivityId(i));
    pending_.push_back(Delivery{observer_, NodeSpeedChanged{node, factor}});
}

void SimWorld::control(ControlKind kind, NodeId node) { setNodeUp(node, kind == ControlKind::repairNode, Reason::nodeKilled); }

// A compute is through, a transfer has started up, or it has stood still for too long.
void SimWorld::ripen(const Entry& entry) {
    const Activity& a = activities_[entry.index];
    if (a.generation != entry.generation) return;
    if (a.kind == Kind::transferStartup) return beginFlow(ActivityId(entry.index));
    if (a.kind == Kind::transferHeld || a.kind == Kind::transferFlow) return timeOut(ActivityId(entry.index));
    finish(ActivityId(entry.index));
}

void SimWorld::handle(Phase phase, const Entry& entry) {
    switch (phase) {
        case Phase::completion:
            return ripen(entry);
        case Phase::fault:
            return applyFault(Fault(faults_[entry.index]), Reason::nodeCrashed);
        case Phase::timer:
            --active_;
            pending_.push_back(Delivery{ProcessId(entry.generation), TimerFired{entry.index}});
            return;
        case Phase::message: {
            --active_;
            const PendingMessage m = messages_[entry.index];
            freeMessages_.push_back(entry.index);
            const bool arrives = nodes_[m.toNode.index()].up && messagePath(m.fromNode, m.toNode).reachable;
            if (arrives) pending_.push_back(Delivery{m.to, Received{m.from, m.payload}});
            return;
        }
    }
}

void SimWorld::completeFlows() {
    finished_.clear();
    flows_->complete(now_, finished_);
    for (const FlowId flow : finished_) {
        Activity& a = activities_[flow.index()];
        a.kind = Kind::transferStartup;  // the flow model has let go of it
        if (!disks_.takePart()) {
            finish(ActivityId(flow.value));
            continue;
        }
        useDisks(a, false);
        nextStage(ActivityId(flow.value));
    }
}

// One instant at a time: completions first, then faults, messages and timers, each in the order they were scheduled.
// What an effect causes at the same instant is delivered by the following call.
std::span<const Delivery> SimWorld::next() {
    while (pending_.empty()) {
        const Time flowTime = flows_->nextCompletion();
        const Time calendarTime = calendar_.next();
        if (nothingGetsBetter()) return {};
        const Time sharedTime = shared_ ? shared_->nextCompletion() : Time::never();
        const Time instant = std::min({flowTime, calendarTime, sharedTime});
        if (instant.isNever()) return {};  // beyond the end of time
        now_ = instant;
        instant_.clear();
        if (calendarTime == instant) calendar_.take(instant_);
        std::size_t i = 0;
        for (; i < instant_.size() && instant_[i].phase() == Phase::completion; ++i) ripen(instant_[i].payload);
        if (flowTime == instant) completeFlows();
        if (sharedTime == instant) completeShared();
        for (; i < instant_.size(); ++i) handle(instant_[i].phase(), instant_[i].payload);
    }
    delivered_.swap(pending_);
    pending_.clear();
    return delivered_;
}

}  // namespace loom
