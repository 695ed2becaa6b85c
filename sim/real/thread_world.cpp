#include "sim/real/thread_world.h"

#include <algorithm>
#include <cmath>

namespace loom {

namespace {

// How often a waiting world asks whether the person at the controls wants something.
constexpr Time kControlPoll = Time::fromNanoseconds(2'000'000);

}  // namespace

ThreadWorld::ThreadWorld(const Platform& platform, const Kernel& kernel, std::optional<NetworkModel> network,
                         const FailurePlan& failures, std::uint64_t seed, const RunControl* control)
    : platform_(&platform),
      kernel_(&kernel),
      control_(control),
      timetable_(failures, platform, seed),
      nodes_(platform.nodeCount()) {
    if (network) shaper_.emplace(std::move(*network));
    // Links and profiles are of the modelled platform; this machine has its own.
    for (const Fault& fault : timetable_.initial())
        if (!fault.link.valid() && !fault.ofProfile()) scheduleFault(fault);
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
        for (std::uint32_t lane = 0; lane < platform.node(NodeId(n)).cores; ++lane) {
            nodes_[n].workers.push_back(std::make_unique<Worker>(kernel, queue_, clock_));
        }
    }
    for (const NodeState& node : nodes_) {
        for (const auto& worker : node.workers) worker->waitUntilReady();
    }
}

// All threads are told first, so that they notice side by side.
ThreadWorld::~ThreadWorld() {
    for (const NodeState& node : nodes_) {
        for (const auto& worker : node.workers) worker->dismiss();
    }
}

void ThreadWorld::startClock() {
    if (started_) return;
    started_ = true;
    clock_.start();
}

ThreadWorld::Activity& ThreadWorld::activity(ActivityId id) {
    if (id.index() >= activities_.size()) activities_.resize(std::max(id.index() + 1, activities_.size() * 2));
    return activities_[id.index()];
}

void ThreadWorld::apply(ProcessId from, const Effect& effect) {
    startClock();
    if (const auto* compute = std::get_if<Compute>(&effect)) return startCompute(from, *compute);
    if (const auto* transfer = std::get_if<Transfer>(&effect)) return startTransfer(from, *transfer);
    if (const auto* stop = std::get_if<Cancel>(&effect)) return cancel(stop->id);
    if (const auto* timer = std::get_if<Timer>(&effect)) {
        return later(now_ + timer->delay, Phase::timer, {from, TimerFired{timer->id}, NodeId::none()}, Entry::Kind::timer);
    }
    if (const auto* message = std::get_if<Message>(&effect)) {
        const PathCost path = platform_->pathCost(message->fromNode, message->toNode);
        if (!path.reachable || !nodes_[message->fromNode.index()].up) return;
        const Time delay = shaper_ ? Time::fromSeconds(path.latency) : Time::zero();
        later(now_ + delay, Phase::message, {message->to, Received{from, message->payload}, message->toNode},
              Entry::Kind::message);
    }
}

void ThreadWorld::startCompute(ProcessId from, const Compute& compute) {
    Activity& a = activity(compute.id);
    a.kind = Kind::compute;
    a.owner = from;
    a.node = compute.node;
    a.lane = compute.lane;
    a.task = compute.task;
    a.requested = now_;
    ++active_;
    NodeState& node = nodes_[compute.node.index()];
    if (!node.up) return failOn(compute.id, Reason::nodeIsDown);
    if (compute.lane >= node.workers.size()) return failOn(compute.id, Reason::cannotRun);
    node.workers[compute.lane]->assign(Job{compute.id, a.generation, compute.task});
}

void ThreadWorld::startTransfer(ProcessId from, const Transfer& transfer) {
    Activity& a = activity(transfer.id);
    a.kind = Kind::transfer;
    a.owner = from;
    a.node = transfer.from;
    a.to = transfer.to;
    ++active_;
    if (!nodes_[a.node.index()].up || !nodes_[a.to.index()].up) return failOn(transfer.id, Reason::nodeIsDown);
    if (!shaper_) return end(transfer.id, Arrived{transfer.id});
    if (!shaper_->begin(transfer.id, transfer.from, transfer.to, transfer.bytes, now_)) failOn(transfer.id, Reason::cannotRun);
}

void ThreadWorld::later(Time at, Phase phase, OwnedEvent event, Entry::Kind kind) {
    const auto index = static_cast<std::uint32_t>(owned_.size());
    owned_.push_back(std::move(event));
    ++active_;
    calendar_.push(at, phase, Entry{kind, index, 0});
}

// Takes the activity back from whoever works on it; nothing more will be heard of it.
void ThreadWorld::cancel(ActivityId id) {
    Activity& a = activities_[id.index()];
    if (a.kind == Kind::idle) return;
    NodeState& node = nodes_[a.node.index()];
    if (a.kind == Kind::compute && a.lane < node.workers.size()) node.workers[a.lane]->drop();
    if (a.kind == Kind::transfer && shaper_) shaper_->cancel(id, now_);
    a.kind = Kind::idle;
    a.output = {};
    ++a.generation;
    --active_;
}

void ThreadWorld::end(ActivityId id, Event event) {
    Activity& a = activities_[id.index()];
    pending_.push_back(Delivery{a.owner, std::move(event)});
    a.kind = Kind::idle;
    ++a.generation;
    --active_;
}

void ThreadWorld::failOn(ActivityId id, Reason reason) {
    const Activity& a = activities_[id.index()];
    const ProcessId owner = a.owner;
    const Event event = a.kind == Kind::compute ? Event{ComputeFailed{id, reason}} : Event{Lost{id, reason}};
    cancel(id);
    pending_.push_back(Delivery{owner, event});
}

// A slowed node's result is held back as long as the node would have needed beyond what its thread took.
void ThreadWorld::collectCompletions() {
    for (Completion& done : queue_.take()) {
        Activity& a = activities_[done.activity.index()];
        if (a.kind != Kind::compute || a.generation != done.generation) continue;
        a.output = std::move(done.output);
        a.begun = done.begun;
        a.ended = done.ended;
        const double factor = nodes_[a.node.index()].speedFactor;
        const Time stretch = Time::fromSeconds((done.ended - done.begun).seconds() * (1 / factor - 1));
        const Time due = std::max(now_, factor == 1 ? done.ended : done.ended + stretch);
        calendar_.push(due, Phase::completion, Entry{Entry::Kind::computed, done.activity.value, a.generation});
    }
}

void ThreadWorld::computed(ActivityId id) {
    Activity& a = activities_[id.index()];
    if (!a.output.error.empty()) {
        kernelError_ = std::move(a.output.error);
        return failOn(id, Reason::taskError);
    }
    collector_.merge(std::move(a.output));
    a.output = {};
    attempts_.push_back({a.task, a.requested, a.begun, a.ended});
    end(id, ComputeDone{id});
}

bool ThreadWorld::stale(const Entry& entry) const {
    return entry.kind == Entry::Kind::computed && activities_[entry.index].generation != entry.generation;
}

Time ThreadWorld::nextTime() {
    while (!calendar_.empty() && stale(calendar_.top().payload)) calendar_.pop();
    const Time network = shaper_ ? shaper_->next() : Time::never();
    return calendar_.empty() ? network : std::min(network, calendar_.top().time);
}

void ThreadWorld::handleEntry(const Entry& entry) {
    if (stale(entry)) return;
    if (entry.kind == Entry::Kind::computed) return computed(ActivityId(entry.index));
    if (entry.kind == Entry::Kind::fault) {
        const Fault fault = faults_[entry.index];
        if (fault.kind == Fault::Kind::up) --repairsDue_;
        if (fault.kind != Fault::Kind::speed) {
            setNodeUp(fault.node, fault.kind == Fault::Kind::up, Reason::nodeCrashed);
        } else if (nodes_[fault.node.index()].speedFactor != fault.factor) {
            nodes_[fault.node.index()].speedFactor = fault.factor;
            pending_.push_back(Delivery{observer_, NodeSpeedChanged{fault.node, fault.factor}});
        }
        if (const std::optional<Fault> following = timetable_.following(fault)) scheduleFault(*following);
        return;
    }
    --active_;
    const OwnedEvent& owned = owned_[entry.index];
    if (!owned.node.valid() || nodes_[owned.node.index()].up) pending_.push_back(Delivery{owned.owner, owned.event});
}

// Everything of one instant in the order of its phases: computations, arrivals, faults, messages, timers.
void ThreadWorld::fire(Time time) {
    now_ = std::max(now_, time);
    while (!calendar_.empty() && calendar_.top().time <= now_ && calendar_.top().phase() == Phase::completion) {
        handleEntry(calendar_.pop().payload);
    }
    if (shaper_ && shaper_->next() <= now_) {
        arrived_.clear();
        shaper_->advance(now_, arrived_);
        for (const ActivityId id : arrived_) end(id, Arrived{id});
    }
    while (!calendar_.empty() && calendar_.top().time <= now_) handleEntry(calendar_.pop().payload);
}

bool ThreadWorld::wanted() const { return control_ != nullptr && (control_->progress.cancelled() || control_->pending()); }

std::span<const Delivery> ThreadWorld::next() {
    startClock();
    bool woken = false;
    while (pending_.empty()) {
        collectCompletions();
        const Time wall = clock_.now();
        const Time time = nextTime();
        if (time <= wall) {
            fire(time);
            continue;
        }
        if (woken || wanted()) {
            now_ = std::max(now_, wall);  // what the person wants happens now, not when something last happened
            return {};
        }
        if (active_ == 0 && repairsDue_ == 0) return {};  // only failures lie ahead: nothing can get better
        woken = queue_.wait(clock_.at(control_ != nullptr ? std::min(time, wall + kControlPoll) : time));
    }
    releaseGoneThreads();
    delivered_.swap(pending_);
    pending_.clear();
    return delivered_;
}

void ThreadWorld::control(ControlKind kind, NodeId node) {
    if (node.index() < nodes_.size()) setNodeUp(node, kind == ControlKind::repairNode, Reason::nodeKilled);
}

void ThreadWorld::scheduleFault(const Fault& fault) {
    if (fault.kind == Fault::Kind::up) ++repairsDue_;
    const auto index = static_cast<std::uint32_t>(faults_.size());
    faults_.push_back(fault);
    calendar_.push(fault.at, Phase::fault, Entry{Entry::Kind::fault, index, 0});
}

void ThreadWorld::setNodeUp(NodeId node, bool up, Reason reason) {
    NodeState& state = nodes_[node.index()];
    if (state.up == up) return;
    state.up = up;
    if (up) {
        for (std::uint32_t lane = 0; lane < platform_->node(node).cores; ++lane) {
            state.workers.push_back(std::make_unique<Worker>(*kernel_, queue_, clock_));
        }
    } else {
        for (std::size_t i = 0; i < activities_.size(); ++i) {
            const Activity& a = activities_[i];
            if (a.kind != Kind::idle && (a.node == node || (a.kind == Kind::transfer && a.to == node)))
                failOn(ActivityId(i), reason);
        }
        for (auto& worker : state.workers) {
            worker->dismiss();
            leaving_.push_back(std::move(worker));
        }
        state.workers.clear();
    }
    pending_.push_back(Delivery{observer_, NodeChanged{node, up, up ? Reason::none : reason}});
}

void ThreadWorld::releaseGoneThreads() {
    std::erase_if(leaving_, [](const std::unique_ptr<Worker>& worker) { return worker->gone(); });
}

}  // namespace loom
