#include <algorithm>
#include <limits>

#include "core/schedule/schedulers.h"

namespace loom {

namespace {

constexpr double kImpossible = std::numeric_limits<double>::infinity();

// The nodes as they stand while placements of one instant are handed out.
class IdleNodes {
public:
    explicit IdleNodes(const View& view) : estimate_(view.estimate), nodes_(view.nodes.begin(), view.nodes.end()) {
        for (const NodeView& node : nodes_) free_ += node.up ? node.freeCores : 0;
    }
    [[nodiscard]] bool any() const { return free_ > 0; }
    [[nodiscard]] bool fits(TaskId task, NodeId id) const {
        const TaskGraph& graph = estimate_.graph();
        const NodeView& node = nodes_[id.index()];
        return node.up && std::min(node.freeCores, node.widestFree) >= graph.cores(task) && hasDevice(task, id) &&
               node.freeMemory >= graph.memory(task) && !estimate_.computeTime(task, id).isNever();
    }
    [[nodiscard]] NodeId lowestFor(TaskId task) const {
        for (const NodeId id : estimate_.workers())
            if (fits(task, id)) return id;
        return NodeId::none();
    }
    // A node that is up and could run the task if it were idle.
    [[nodiscard]] bool anyCouldRun(TaskId task) const {
        const auto could = [&](NodeId id) { return nodes_[id.index()].up && !estimate_.computeTime(task, id).isNever(); };
        return std::any_of(estimate_.workers().begin(), estimate_.workers().end(), could);
    }
    void take(TaskId task, NodeId id) {
        const TaskGraph& graph = estimate_.graph();
        nodes_[id.index()].freeCores -= graph.cores(task);
        nodes_[id.index()].freeMemory -= graph.memory(task);
        free_ -= graph.cores(task);
        if (const auto device = deviceFor(graph, estimate_.platform(), task, id);
            device && *device < nodes_[id.index()].freeDevices.size())
            --nodes_[id.index()].freeDevices[*device];
    }

private:
    [[nodiscard]] bool hasDevice(TaskId task, NodeId id) const {
        const std::vector<std::uint32_t>& devices = nodes_[id.index()].freeDevices;
        const std::optional<std::size_t> device = deviceFor(estimate_.graph(), estimate_.platform(), task, id);
        return !device || *device >= devices.size() || devices[*device] > 0;
    }

    const Estimator& estimate_;
    std::vector<NodeView> nodes_;
    std::uint64_t free_ = 0;
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
        IdleNodes idle(view);
        // A task of one core that asks for nothing else fits nowhere only when no core is free; wider ones are asked about
        // once a width, so a long queue of wide tasks is passed over quickly.
        std::uint32_t tooWide = std::numeric_limits<std::uint32_t>::max();
        for (const TaskId task : inOrder(view.ready)) {
            if (!idle.any()) return;
            const bool plain = graph.memory(task) == 0 && graph.accelerator(task).empty() && graph.runtimes(task).empty();
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
    std::vector<TaskId> sorted_;
    std::uint32_t step_ = 0;
};

}  // namespace

SchedulerPtr makeFifo(bool blocking) { return std::make_unique<Fifo>(false, blocking); }
SchedulerPtr makeList(bool blocking) { return std::make_unique<Fifo>(true, blocking); }

}  // namespace loom
