// The search space of schedulers that search: an order of tasks and a node for each, decoded into a plan.
#pragma once

#include <vector>

#include "core/base/rng.h"
#include "core/schedule/partial_schedule.h"

namespace loom {

// Parents before children in the order; it holds every task that can be placed, once.
struct PlanCode {
    std::vector<TaskId> order;
    std::vector<NodeId> node;  // by task
};

// Decodes in the given order, each task into the earliest gap of its node that holds it (insertion), so HEFT's order and nodes
// give HEFT's plan. O((n + e) log n) a plan. Refers to the view, which must outlive it. Not thread-safe.
class PlanDecoder {
public:
    explicit PlanDecoder(const View& view);

    // HEFT's order and nodes (mean over pairs, insertion).
    [[nodiscard]] const PlanCode& heft() const { return heft_; }
    // The makespan; never() if a task HEFT can place finds no place. A task that cannot run on its node, or gets no data there,
    // goes to its node of smallest EFT.
    [[nodiscard]] Time makespan(const PlanCode& code) const;
    // The plan itself; `log` may be null.
    void emit(const PlanCode& code, Reason reason, const std::vector<double>& priorities, DecisionLog* log,
              std::vector<Placement>& placements) const;

    // One step to a neighbour: another node for a task, another place in the order between its parents and children, or both.
    // Returns the task that moved and the node it had; none() if nothing can move.
    struct Step {
        TaskId task;
        NodeId from;
        bool isReorder = false;  // the node stayed
    };
    Step step(PlanCode& code, RandomStream& random) const;
    // Any order of tasks with parents before children, any nodes that can run them.
    [[nodiscard]] PlanCode drawn(RandomStream& random) const;

    [[nodiscard]] const View& view() const { return view_; }

private:
    void place(PartialSchedule& schedule, TaskId task, NodeId node, double priority) const;
    bool reassign(PlanCode& code, const Step& step, RandomStream& random) const;
    void reorder(PlanCode& code, TaskId task, RandomStream& random) const;

    const View& view_;
    const TaskGraph& graph_;
    std::vector<std::vector<NodeId>> able_;  // by task: nodes that can run it
    PlanCode heft_;
};

}  // namespace loom
