#include "core/trace/replay.h"

#include <algorithm>

#include "core/trace/checkpoints.h"
#include "core/trace/record_fits.h"

namespace loom {

namespace {

// Placed and not yet begun, whether or not it is ready.
bool isQueued(const TaskStatus& task) {
    if (task.state == TaskState::transfer) return true;
    return task.node.valid() && (task.state == TaskState::waiting || task.state == TaskState::retry);
}

// Holds a slot although it does not run: placed with a lane, in the node's present life.
bool holdsSlot(const TaskStatus& task, const NodeStatus& node) {
    return task.lane != Record::kNone && task.nodeLife == static_cast<std::uint8_t>(node.crashes);
}

}  // namespace

Replay::Replay(const TaskGraph& graph, const Platform& platform, const Trace& trace)
    : graph_(&graph), platform_(&platform), trace_(&trace) {
    state_.tasks.resize(graph.taskCount());
    state_.nodes.resize(platform.nodeCount());
    state_.counts[static_cast<std::size_t>(TaskState::waiting)] = graph.taskCount();
    checkpoints_ = std::make_unique<CheckpointStore>(state_);
}

Replay::~Replay() = default;
Replay::Replay(Replay&&) noexcept = default;
Replay& Replay::operator=(Replay&&) noexcept = default;

void Replay::seekTime(Time time) {
    seekRecord(trace_->upperBound(time));
    time_ = time;
}

void Replay::seekRecord(std::size_t count) {
    count = std::min(count, trace_->size());
    // Forward, a checkpoint is worth its copying only when it saves about as many records as there are tasks.
    const std::size_t worthwhile = position_ + CheckpointStore::kInterval + graph_->taskCount() / 8;
    if (count < position_ || checkpoints_->newestBefore(count) > worthwhile) restoreBefore(count);
    while (position_ < count) {
        const std::size_t stop = checkpoints_->nextStop();
        const std::size_t end = std::min(count, stop);
        for (; position_ < end; ++position_) fold((*trace_)[position_]);
        if (position_ == stop) checkpoints_->reached(state_);
    }
    time_ = position_ == 0 ? Time::zero() : (*trace_)[position_ - 1].time;
}

void Replay::restoreBefore(std::size_t count) {
    position_ = checkpoints_->restore(count, state_);
    open_.clear();
    for (std::size_t i = 0; i < state_.transfers.size(); ++i) {
        const ActiveTransfer& transfer = state_.transfers[i];
        open_.insert(transfer.data.value, transfer.from.value, transfer.to.value, static_cast<std::uint32_t>(i));
    }
}

void Replay::fold(const Record& record) {
    if (!recordFits(record, state_.tasks.size(), graph_->dataCount(), state_.nodes.size(), platform_->linkCount())) return;
    switch (record.kind) {
        case RecordKind::taskReady: {
            TaskStatus& task = state_.tasks[record.subject];
            if (task.state == TaskState::ready || task.state == TaskState::transfer || task.state == TaskState::running) return;
            const bool placed = isQueued(task);
            if (!placed) task.node = NodeId::none();
            return moveTask(task, placed ? TaskState::transfer : TaskState::ready, record.time);
        }
        case RecordKind::taskRetry: {
            TaskStatus& task = state_.tasks[record.subject];
            release(task, record.task());
            task.node = NodeId::none();
            task.lane = Record::kNone;
            return moveTask(task, TaskState::retry, record.time);
        }
        case RecordKind::taskPlaced:
            return place(record);
        case RecordKind::computeBegin:
            return begin(record);
        case RecordKind::computeEnd:
        case RecordKind::computeFailed:
            return endAttempt(record);
        case RecordKind::transferBegin:
        case RecordKind::transferEnd:
        case RecordKind::transferLost:
            return foldTransfer(record);
        case RecordKind::nodeDown:
        case RecordKind::nodeUp:
        case RecordKind::nodeSpeed:
            return foldNode(record);
        case RecordKind::linkDown:
        case RecordKind::linkUp:
        case RecordKind::linkRate:
        case RecordKind::linkLatency:
            return foldLink(state_.links, record);
        case RecordKind::dataLost:
        case RecordKind::dataInitial:
        case RecordKind::placementRefused:
        case RecordKind::control:
        case RecordKind::runEnd:
            return;
    }
}

void Replay::moveTask(TaskStatus& task, TaskState state, Time time) {
    --state_.counts[static_cast<std::size_t>(task.state)];
    ++state_.counts[static_cast<std::size_t>(state)];
    task.state = state;
    task.since = time;
    checkpoints_->touch(static_cast<std::size_t>(&task - state_.tasks.data()));
}

// Gives back what the task holds or uses on its node.
void Replay::release(const TaskStatus& task, TaskId id) {
    if (!task.node.valid()) return;
    NodeStatus& node = state_.nodes[task.node.index()];
    const bool running = task.state == TaskState::running;
    if (!running && !isQueued(task)) return;
    if (!running) --node.queued;
    if (!holdsSlot(task, node)) return;
    const std::uint32_t cores = graph_->cores(id);
    node.heldCores -= cores;
    if (running) node.busyCores -= cores;
}

void Replay::place(const Record& record) {
    TaskStatus& task = state_.tasks[record.subject];
    if (task.state == TaskState::running) return;  // a second copy is not known to the states
    NodeStatus& node = state_.nodes[record.a];
    release(task, record.task());
    task.node = record.node();
    task.lane = record.b;
    task.nodeLife = static_cast<std::uint8_t>(node.crashes);
    ++node.queued;
    if (task.lane != Record::kNone) node.heldCores += graph_->cores(record.task());
    const bool unready = task.state == TaskState::waiting || task.state == TaskState::retry;
    moveTask(task, unready ? task.state : TaskState::transfer, unready ? task.since : record.time);
}

void Replay::begin(const Record& record) {
    TaskStatus& task = state_.tasks[record.subject];
    NodeStatus& node = state_.nodes[record.a];
    release(task, record.task());
    task.node = record.node();
    task.lane = record.b == Record::kNone ? 0 : record.b;
    task.nodeLife = static_cast<std::uint8_t>(node.crashes);
    ++task.attempts;
    const std::uint32_t cores = graph_->cores(record.task());
    node.heldCores += cores;
    node.busyCores += cores;
    moveTask(task, TaskState::running, record.time);
}

void Replay::endAttempt(const Record& record) {
    TaskStatus& task = state_.tasks[record.subject];
    if (task.state != TaskState::running) return;
    release(task, record.task());
    const bool committed = record.kind == RecordKind::computeEnd;
    if (committed) ++state_.nodes[task.node.index()].done;
    moveTask(task, committed ? TaskState::done : TaskState::failed, record.time);
}

void Replay::foldTransfer(const Record& record) {
    std::uint32_t* found = open_.find(record);
    if (record.kind == RecordKind::transferBegin) {
        if (found != nullptr) return;
        open_.insert(record.subject, record.a, record.b, static_cast<std::uint32_t>(state_.transfers.size()));
        state_.transfers.push_back(ActiveTransfer{record.data(), record.from(), record.to(), record.time});
        return;
    }
    if (found == nullptr) return;
    const std::uint32_t index = *found;
    open_.erase(record.subject, record.a, record.b);
    if (index + 1 != state_.transfers.size()) {
        const ActiveTransfer& last = state_.transfers.back();
        *open_.find(last.data.value, last.from.value, last.to.value) = index;
        state_.transfers[index] = last;
    }
    state_.transfers.pop_back();
    if (record.kind == RecordKind::transferLost) return;
    const double bytes = graph_->dataBytes(record.data());
    state_.nodes[record.a].bytesOut += bytes;
    state_.nodes[record.b].bytesIn += bytes;
}

void Replay::foldNode(const Record& record) {
    NodeStatus& node = state_.nodes[record.subject];
    if (record.kind == RecordKind::nodeSpeed) {
        node.speedFactor = static_cast<double>(record.a) / 1e6;
        return;
    }
    const bool up = record.kind == RecordKind::nodeUp;
    if (node.up == up) return;
    node.up = up;
    if (up) return;
    // Slots of the old life are free at once, whether the attempts' ends are recorded before or after this.
    ++node.crashes;
    node.busyCores = 0;
    node.heldCores = 0;
}

}  // namespace loom
