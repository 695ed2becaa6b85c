// What online schedulers share: the idle nodes while placements of one instant are handed out, and how to explain a choice.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "core/schedule/scheduler.h"

namespace loom {

// The nodes as they stand while placements of one instant are handed out: the view, and copies of the nodes that changed.
class IdleNodes {
public:
    void look(const View& view) {
        view_ = &view;
        open_ = *view.open;
        taken_.clear();
    }
    [[nodiscard]] bool any() const { return open_.first().valid(); }
    [[nodiscard]] bool has(NodeId id) const { return open_.contains(id); }
    [[nodiscard]] bool fits(TaskId task, NodeId id) const {
        if (!open_.contains(id)) return false;
        if (view_->estimate.isPlain(task)) return view_->estimate.canRun(task, id);
        const TaskGraph& graph = view_->estimate.graph();
        const NodeView& node = asLeft(id);
        return std::min(node.freeCores, node.widestFree) >= graph.cores(task) && hasDevice(task, id) &&
               node.freeMemory >= graph.memory(task) && view_->estimate.canRun(task, id);
    }
    [[nodiscard]] std::uint32_t freeCores(NodeId id) const { return open_.contains(id) ? asLeft(id).freeCores : 0; }
    [[nodiscard]] double freeMemory(NodeId id) const { return asLeft(id).freeMemory; }  // B
    [[nodiscard]] NodeId lowestFor(TaskId task) const {
        return view_->estimate.isPlain(task) ? open_.first() : nextFor(task, NodeId(0));
    }
    // The lowest not below `from` that fits.
    [[nodiscard]] NodeId nextFor(TaskId task, NodeId from) const {
        for (NodeId id = open_.next(from); id.valid(); id = open_.next(NodeId(id.value + 1)))
            if (fits(task, id)) return id;
        return NodeId::none();
    }
    // A node that is up and could run the task if it were idle.
    [[nodiscard]] bool anyCouldRun(TaskId task) const {
        const auto could = [&](NodeId id) { return view_->nodes[id.index()].up && view_->estimate.canRun(task, id); };
        const std::vector<NodeId>& workers = view_->estimate.workers();
        return std::any_of(workers.begin(), workers.end(), could);
    }
    void take(TaskId task, NodeId id) {
        const TaskGraph& graph = view_->estimate.graph();
        if (view_->estimate.isPlain(task) && view_->nodes[id.index()].freeCores == 1) return open_.set(id, false);
        if (find(id) == nullptr) taken_.push_back(Taken{id, view_->nodes[id.index()], {}});
        Taken& taken = *find(id);
        taken.view.freeCores -= graph.cores(task);
        taken.view.freeMemory -= graph.memory(task);
        if (const auto device = deviceFor(graph, view_->estimate.platform(), task, id)) taken.devices.push_back(*device);
        if (taken.view.freeCores == 0) open_.set(id, false);
    }

private:
    struct Taken {
        NodeId node;
        NodeView view;
        std::vector<std::size_t> devices;  // by position in NodeInfo::accelerators, one entry a device
    };
    [[nodiscard]] const Taken* find(NodeId id) const {
        const auto at = std::find_if(taken_.rbegin(), taken_.rend(), [&](const Taken& t) { return t.node == id; });
        return at != taken_.rend() ? &*at : nullptr;
    }
    [[nodiscard]] const NodeView& asLeft(NodeId id) const {
        const Taken* taken = find(id);
        return taken != nullptr ? taken->view : view_->nodes[id.index()];
    }
    Taken* find(NodeId id) { return const_cast<Taken*>(std::as_const(*this).find(id)); }
    [[nodiscard]] bool hasDevice(TaskId task, NodeId id) const {
        const std::optional<std::size_t> device = deviceFor(view_->estimate.graph(), view_->estimate.platform(), task, id);
        const std::span<const std::uint32_t> devices = view_->nodes[id.index()].freeDevices;
        if (!device || *device >= devices.size()) return true;
        const Taken* taken = find(id);
        const auto used = taken == nullptr ? 0 : std::count(taken->devices.begin(), taken->devices.end(), *device);
        return devices[*device] > static_cast<std::size_t>(used);
    }

    const View* view_ = nullptr;
    NodeSet open_{0};
    std::vector<Taken> taken_;  // few: nodes with cores left are taken from again first
};

// When the inputs would be on `node` if each were fetched now from where it is; never() if one is nowhere.
Time inputsThere(const View& view, TaskId task, NodeId node);

// All workers as candidates: start and finish where the task fits now; scores infinite.
std::vector<Candidate> idleCandidates(const View& view, const IdleNodes& idle, TaskId task);

}  // namespace loom
