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
        const std::uint32_t cores = graph_.cores(placement.task);
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
    if (row(placement.task).stage != Stage::ready) return refused(Reason::notReady);
    if (!placement.node.valid() || placement.node.index() >= nodes_.size() || !platform_.computes(placement.node))
        return refused(Reason::noSuchNode);
    if (!nodes_[placement.node.index()].up) return refused(Reason::nodeIsDown);
    if (!estimate_.canRun(placement.task, placement.node)) return refused(Reason::cannotRun);
    const std::optional<std::uint32_t> lane = lanes_.shortest(placement.node, graph_.cores(placement.task), queueLimit());
    if (!lane || !fits(placement.task, placement.node)) return refused(Reason::nodeBusy);
    return Fit{Reason::none, *lane};
}

void Coordinator::place(TaskId task, NodeId node, std::uint32_t lane, Context& context) {
    TaskRow& placed = row(task);
    const std::uint32_t cores = graph_.cores(task);
    placed.stage = Stage::placed;
    placed.node = node;
    placed.lane = lane;
    lanes_.insert(node, lane, cores, task, laneKey(task));
    const bool holdsSlot = !static_ && lanes_.isHead(node, lane, cores, task);
    if (!static_) reserve(task, node);
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
    if (!lanes_.isHead(placed.node, placed.lane, graph_.cores(task), task)) return;
    if (!placed.reserved) {
        if (!fits(task, placed.node)) return;
        reserve(task, placed.node);
    }
    begin(task, context);
}

void Coordinator::begin(TaskId task, Context& context) {
    TaskRow& started = row(task);
    started.stage = Stage::running;
    lanes_.pin(started.node, started.lane, graph_.cores(task));
    const ActivityId id = newActivity(ActivityRow{task, DataId::none(), started.node});
    const Time takes = setUpDevice(task, started.node) + duration(task, started.node);
    context.request(Compute{id, task, started.node, started.lane, started.attempts, graph_.cores(task), takes});
    ++started.attempts;
}

// The task's lanes, memory and devices are free again.
void Coordinator::leaveNode(TaskId task) {
    TaskRow& leaving = row(task);
    const std::uint32_t cores = graph_.cores(task);
    NodeRow& host = nodes_[leaving.node.index()];
    lanes_.remove(leaving.node, leaving.lane, cores, task);
    release(task);
    useChanged(leaving.node);
    const std::uint32_t first = host.limited ? 0 : leaving.lane;
    const std::uint32_t last = host.limited ? lanes_.laneCount(leaving.node) : leaving.lane + cores;
    for (std::uint32_t lane = first; lane < last; ++lane)
        if (const TaskId head = lanes_.head(leaving.node, lane); head.valid()) candidates_.push_back(head);
}

bool Coordinator::fits(TaskId task, NodeId node) const {
    const NodeRow& host = nodes_[node.index()];
    if (!host.limited) return true;
    if (graph_.memory(task) > host.freeMemory) return false;
    const std::optional<std::size_t> device = deviceFor(graph_, platform_, task, node);
    return !device || host.freeDevices[*device] > 0;
}

void Coordinator::reserve(TaskId task, NodeId node) {
    NodeRow& host = nodes_[node.index()];
    if (!host.limited) return;
    host.freeMemory -= graph_.memory(task);
    if (const auto device = deviceFor(graph_, platform_, task, node)) --host.freeDevices[*device];
    row(task).reserved = true;
}

void Coordinator::release(TaskId task) {
    TaskRow& leaving = row(task);
    if (!leaving.reserved) return;
    leaving.reserved = false;
    NodeRow& host = nodes_[leaving.node.index()];
    host.freeMemory += graph_.memory(task);
    const auto device = deviceFor(graph_, platform_, task, leaving.node);
    if (!device) return;
    ++host.freeDevices[*device];
    if (leaving.stage == Stage::running) host.devices[*device].giveBack(graph_.kind(task));
}

// Takes the task's device, if it needs one, and says how long that must be set up for this kind of task.
Time Coordinator::setUpDevice(TaskId task, NodeId node) {
    NodeRow& host = nodes_[node.index()];
    if (!host.limited) return Time::zero();
    const auto device = deviceFor(graph_, platform_, task, node);
    if (!device || !host.devices[*device].take(graph_.kind(task))) return Time::zero();
    return Time::fromSeconds(platform_.node(node).accelerators[*device].setup);
}

// A static plan is never looked at again, so nobody sees the views.
void Coordinator::useChanged(NodeId node) {
    if (static_) return;
    NodeRow& host = nodes_[node.index()];
    if (options_.viewDelay == Time::zero()) return show(node, viewOf(node), host.freeDevices);
    if (!std::exchange(host.viewChanged, true)) viewChanges_.push_back(node);
}

NodeView Coordinator::viewOf(NodeId node) const {
    const NodeRow& host = nodes_[node.index()];
    const std::size_t limit = queueLimit();
    NodeView view{host.up, 0, host.freeMemory, 0};
    if (lanes_.laneCount(node) == 1) {
        view.freeCores = static_cast<std::uint32_t>(limit - std::min(limit, lanes_.length(node, 0)));
        view.widestFree = view.freeCores > 0 ? 1 : 0;
        return view;
    }
    std::uint32_t neighbours = 0;
    for (std::uint32_t lane = 0; lane < lanes_.laneCount(node); ++lane) {
        const std::size_t length = lanes_.length(node, lane);
        view.freeCores += static_cast<std::uint32_t>(limit - std::min(limit, length));
        neighbours = length < limit ? neighbours + 1 : 0;
        view.widestFree = std::max(view.widestFree, neighbours);
    }
    return view;
}

}  // namespace loom
