#include <algorithm>
#include <limits>
#include <utility>

#include "core/schedule/schedulers.h"

namespace loom {

namespace {

constexpr double kImpossible = std::numeric_limits<double>::infinity();

// The nodes as they stand while placements of one instant are handed out: the view, and copies of the nodes that changed.
class IdleNodes {
public:
    void look(const View& view) {
        view_ = &view;
        open_ = *view.open;
        taken_.clear();
    }
    [[nodiscard]] bool any() const { return open_.first().valid(); }
    [[nodiscard]] bool fits(TaskId task, NodeId id) const {
        const TaskGraph& graph = view_->estimate.graph();
        const Taken* taken = find(id);
        const NodeView& node = taken != nullptr ? taken->view : view_->nodes[id.index()];
        return open_.contains(id) && std::min(node.freeCores, node.widestFree) >= graph.cores(task) && hasDevice(task, id) &&
               node.freeMemory >= graph.memory(task) && view_->estimate.canRun(task, id);
    }
    [[nodiscard]] NodeId lowestFor(TaskId task) const {
        if (view_->estimate.isPlain(task)) return open_.first();
        for (NodeId id = open_.first(); id.valid(); id = open_.next(NodeId(id.value + 1)))
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

// When the inputs would be on `node` if each were fetched now from where it is.
Time inputsThere(const View& view, TaskId task, NodeId node) {
    if (view.data == nullptr) return view.now;
    Time there = view.now;
    for (const DataId data : view.estimate.graph().inputs(task)) {
        if (view.data->has(data, node)) continue;
        const NodeId source = view.data->source(data, node);
        there = std::max(there, source.valid() ? view.now + view.estimate.dataTime(data, source, node) : Time::never());
    }
    return there;
}

// Ready tasks one after another to the lowest-numbered idle node: in the order they became ready, or, as in Graham's list
// scheduling (SIAM J. Appl. Math. 17(2), 1969), in index order, which costs O(r log r) an instant for r ready tasks.
class Fifo final : public Scheduler {
public:
    Fifo(bool byIndex, bool blocking) : byIndex_(byIndex), blocking_(blocking) {}

    [[nodiscard]] bool isStatic() const override { return false; }

    void react(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        if (view.ready.empty()) return;
        const TaskGraph& graph = view.estimate.graph();
        IdleNodes& idle = idle_;
        idle.look(view);
        // A task of one core that asks for nothing else fits nowhere only when no core is free; wider ones are asked about
        // once a width, so a long queue of wide tasks is passed over quickly.
        std::uint32_t tooWide = std::numeric_limits<std::uint32_t>::max();
        for (const TaskId task : inOrder(view.ready)) {
            if (!idle.any()) return;
            const bool plain = view.estimate.isPlain(task) || (graph.memory(task) == 0 && graph.accelerator(task).empty() &&
                                                               graph.runtimes(task).empty());
            if (plain && graph.cores(task) >= tooWide) continue;
            const NodeId node = idle.lowestFor(task);
            if (!node.valid()) {
                if (blocking_ && idle.anyCouldRun(task)) return;
                if (plain) tooWide = graph.cores(task);
                continue;
            }
            if (log != nullptr && log->wants(task)) explain(view, idle, task, node, *log);
            ++step_;
            idle.take(task, node);
            placements.push_back({task, node});
        }
    }

private:
    std::span<const TaskId> inOrder(std::span<const TaskId> ready) {
        if (!byIndex_ || std::is_sorted(ready.begin(), ready.end())) return ready;
        sorted_.assign(ready.begin(), ready.end());
        std::sort(sorted_.begin(), sorted_.end());
        return sorted_;
    }

    void explain(const View& view, const IdleNodes& idle, TaskId task, NodeId chosen, DecisionLog& log) const {
        Decision decision{task,
                          chosen,
                          step_,
                          0,
                          byIndex_ ? "ready task of lowest index; the idle node of lowest number"
                                   : "first task of the queue; the idle node of lowest number",
                          "node index",
                          {}};
        for (const NodeId node : view.estimate.workers()) {
            Candidate option{node, inputsThere(view, task, node), Time::never(), Time::never(), kImpossible};
            if (idle.fits(task, node)) {
                option.start = option.dataReady;
                option.finish = option.start + view.estimate.computeTime(task, node);
                option.score = static_cast<double>(node.index());
            }
            decision.candidates.push_back(option);
        }
        log.record(std::move(decision));
    }

    bool byIndex_;
    bool blocking_;
    IdleNodes idle_;
    std::vector<TaskId> sorted_;
    std::uint32_t step_ = 0;
};

}  // namespace

SchedulerPtr makeFifo(bool blocking) { return std::make_unique<Fifo>(false, blocking); }
SchedulerPtr makeList(bool blocking) { return std::make_unique<Fifo>(true, blocking); }

}  // namespace loom
