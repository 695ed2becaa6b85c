#include <algorithm>
#include <limits>
#include <utility>

#include "core/schedule/idle_nodes.h"
#include "core/schedule/schedulers.h"

namespace loom {

namespace {

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
        decision.candidates = idleCandidates(view, idle, task);
        for (Candidate& option : decision.candidates)
            if (idle.fits(task, option.node)) option.score = static_cast<double>(option.node.index());
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
