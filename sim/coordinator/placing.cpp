// The coordinator's hands: placements, data movement, starts.
#include <algorithm>
#include <utility>

#include "sim/coordinator/coordinator.h"

namespace loom {

// Turns planned intervals into lanes: tasks of a node in the order of their planned start take the lowest lane that
// is free by then, or the one free soonest where a plan leaves no neighbouring lanes for a task of many cores.
void Coordinator::adoptPlan(std::span<const Placement> plan, Context& context) {
    std::vector<std::uint32_t> byStart(plan.size());
    for (std::uint32_t i = 0; i < plan.size(); ++i) byStart[i] = i;
    std::stable_sort(byStart.begin(), byStart.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return plan[a].start < plan[b].start; });
    order_.assign(tasks_.size(), ~std::uint64_t{0});
    for (std::size_t i = 0; i < byStart.size(); ++i) order_[plan[byStart[i]].task.index()] = i;

    std::vector<std::vector<Time>> laneFree(nodes_.size());
    for (std::size_t n = 0; n < nodes_.size(); ++n) laneFree[n].assign(lanes_.laneCount(NodeId(n)), Time::zero());
    for (const std::uint32_t i : byStart) {
        const Placement& placement = plan[i];
        const std::uint32_t cores = coresOf(placement.task);
        std::vector<Time>& free = laneFree[placement.node.index()];
        std::uint32_t best = 0;
        Time bestFree = Time::never();
        for (std::uint32_t lane = 0; lane + cores <= free.size(); ++lane) {
            const Time latest = *std::max_element(free.begin() + lane, free.begin() + lane + cores);
            if (latest < bestFree) {
                best = lane;
                bestFree = latest;
            }
            if (latest <= placement.start) {
                best = lane;
                break;
            }
        }
        std::fill_n(free.begin() + best, cores, placement.finish);
        place(placement.task, placement.node, best, context);
    }
    for (std::size_t t = 0; t < tasks_.size(); ++t)
        if (tasks_[t].stage == Stage::blocked)
            return fail("task " + std::string(graph_.name(TaskId(t))) + " can run on no node of this platform");
}

Coordinator::Fit Coordinator::check(const Placement& placement) const {
    const auto refused = [](Reason reason) { return Fit{reason, 0}; };
    if (!placement.task.valid() || placement.task.index() >= tasks_.size()) return refused(Reason::notReady);
    const TaskRow& asked = row(placement.task);
    const bool moves = queues_ && asked.stage == Stage::placed && asked.node != placement.node;
    if (asked.stage != Stage::ready && !moves) return refused(Reason::notReady);
    if (!placement.node.valid() || placement.node.index() >= nodes_.size() || !platform_.computes(placement.node))
        return refused(Reason::noSuchNode);
    if (!nodes_[placement.node.index()].up) return refused(Reason::nodeIsDown);
    if (!estimate_.canRun(placement.task, placement.node)) return refused(Reason::cannotRun);
    if (queues_) return Fit{};
    const std::optional<std::uint32_t> lane = lanes_.shortest(placement.node, coresOf(placement.task), queueLimit());
    if (!lane || !holdings_.fits(placement.task, placement.node)) return refused(Reason::nodeBusy);
    return Fit{Reason::none, *lane};
}

void Coordinator::place(TaskId task, NodeId node, std::uint32_t lane, Context& context) {
    TaskRow& placed = row(task);
    const std::uint32_t cores = coresOf(task);
    placed.stage = Stage::placed;
    placed.node = node;
    placed.lane = lane;
    idleWakes_ = 0;
    if (queues_) {
        waiting_.enter(task, node, scheduler_.queueRank(task));
        useChanged(node);
        note(context, RecordKind::taskPlaced, task.value, node.value, Record::kNone);
        fetchInputs(task, context);
        return candidates_.push_back(task);
    }
    lanes_.insert(node, lane, cores, task, laneKey(task));
    const bool holdsSlot = !static_ && lanes_.isHead(node, lane, cores, task);
    if (!static_) placed.reserved = holdings_.reserve(task, node);
    useChanged(node);
    note(context, RecordKind::taskPlaced, task.value, node.value, holdsSlot ? lane : Record::kNone);
    fetchInputs(task, context);
    candidates_.push_back(task);
}

void Coordinator::fetchInputs(TaskId task, Context& context) {
    TaskRow& placed = row(task);
    placed.missing = 0;
    for (const DataId data : graph_.inputs(task)) {
        const DataTable::Presence presence = data_.presence(data, placed.node);
        if (presence == DataTable::Presence::here) continue;
        ++placed.missing;
        // Several consumers of one object on one node share one transfer.
        if (presence == DataTable::Presence::absent) requestTransfer(data, placed.node, context);
    }
}

void Coordinator::requestTransfer(DataId data, NodeId to, Context& context) {
    const NodeId from = data_.source(data, to);
    if (!from.valid()) return;
    data_.beginTransfer(data, to);
    context.request(Transfer{newActivity(ActivityRow{TaskId::none(), data, to}), data, from, to, graph_.dataBytes(data)});
}

// Wakes the tasks on `node` that wait for the object; what was `produced` here is sent on to those placed elsewhere.
void Coordinator::dataHere(DataId data, NodeId node, bool produced, Context& context) {
    if (!data_.add(data, node)) return;
    for (const TaskId consumer : graph_.consumers(data)) {
        TaskRow& waiting = row(consumer);
        if (waiting.stage != Stage::placed) continue;
        if (waiting.node != node) {
            if (produced && data_.presence(data, waiting.node) == DataTable::Presence::absent)
                requestTransfer(data, waiting.node, context);
            continue;
        }
        if (--waiting.missing == 0) candidates_.push_back(consumer);
    }
}

void Coordinator::tryBegin(TaskId task, Context& context) {
    TaskRow& placed = row(task);
    if (placed.stage != Stage::placed || placed.unmet > 0 || placed.missing > 0) return;
    if (!nodes_[placed.node.index()].up) return;
    if (queues_) {
        waiting_.mayBegin(task, placed.node);
        return hungry_.push_back(placed.node);
    }
    if (!lanes_.isHead(placed.node, placed.lane, coresOf(task), task)) return;
    if (!placed.reserved) {
        if (!holdings_.fits(task, placed.node)) return;
        placed.reserved = holdings_.reserve(task, placed.node);
    }
    begin(task, context);
}

void Coordinator::begin(TaskId task, Context& context) {
    TaskRow& started = row(task);
    started.stage = Stage::running;
    if (tells_) begunAt_[task.index()] = context.now();
    lanes_.pin(started.node, started.lane, coresOf(task));
    const ActivityId id = newActivity(ActivityRow{task, DataId::none(), started.node});
    const Time takes = holdings_.setUp(task, started.node) + duration(task, started.node);
    context.request(Compute{id, task, started.node, started.lane, started.attempts, coresOf(task), takes});
    ++started.attempts;
}

// The task's lanes, memory and devices are free again.
void Coordinator::leaveNode(TaskId task) {
    TaskRow& leaving = row(task);
    if (queues_ && leaving.stage == Stage::placed) {
        waiting_.leave(task, leaving.node);
        return useChanged(leaving.node);
    }
    const std::uint32_t cores = coresOf(task);
    lanes_.remove(leaving.node, leaving.lane, cores, task);
    if (std::exchange(leaving.reserved, false)) holdings_.release(task, leaving.node, leaving.stage == Stage::running);
    useChanged(leaving.node);
    if (queues_) return hungry_.push_back(leaving.node);
    // What was held may be what the head of any lane waits for.
    const bool all = holdings_.limited(leaving.node);
    const std::uint32_t first = all ? 0 : leaving.lane;
    const std::uint32_t last = all ? lanes_.laneCount(leaving.node) : leaving.lane + cores;
    for (std::uint32_t lane = first; lane < last; ++lane)
        if (const TaskId head = lanes_.head(leaving.node, lane); head.valid()) candidates_.push_back(head);
}

// A static plan is never looked at again, so nobody sees the views.
void Coordinator::useChanged(NodeId node) {
    if (static_) return;
    if (options_.viewDelay == Time::zero()) {
        if (holdings_.limited(node) || lanes_.laneCount(node) != 1) return show(node, viewOf(node), holdings_.freeDevices(node));
        NodeView& view = views_[node.index()];
        view.up = nodes_[node.index()].up;
        view.freeCores = freeSlots(node, 0);
        view.widestFree = std::min(view.freeCores, 1u);
        view.queued = queues_ ? waiting_.waiting(node) : 0;
        return open_.set(node, view.up && view.freeCores > 0);
    }
    if (!std::exchange(nodes_[node.index()].viewChanged, true)) viewChanges_.push_back(node);
}

// Tasks that may still be queued on a lane.
std::uint32_t Coordinator::freeSlots(NodeId node, std::uint32_t lane) const {
    const std::size_t limit = queueLimit();
    return static_cast<std::uint32_t>(limit - std::min(limit, lanes_.length(node, lane)));
}

NodeView Coordinator::viewOf(NodeId node) const {
    NodeView view{nodes_[node.index()].up, 0, holdings_.freeMemory(node), 0};
    if (queues_) view.queued = waiting_.waiting(node);
    std::uint32_t neighbours = 0;
    for (std::uint32_t lane = 0; lane < lanes_.laneCount(node); ++lane) {
        const std::uint32_t free = freeSlots(node, lane);
        view.freeCores += free;
        neighbours = free > 0 ? neighbours + 1 : 0;
        view.widestFree = std::max(view.widestFree, neighbours);
    }
    return view;
}

}  // namespace loom
