// A static plan under construction: what is placed, when nodes are free, when data would be there.
#pragma once

#include <span>
#include <vector>

#include "core/schedule/scheduler.h"
#include "core/schedule/slot_timeline.h"

namespace loom {

// What a scheduler says of itself in a Decision.
struct Reason {
    const char* rule = "";
    const char* scoreName = "EFT";
};

// Everything is in Time, so a planned makespan equals the simulated one to the nanosecond. Not thread-safe; refers to
// the view, which must outlive it.
class PartialSchedule {
public:
    // `log` may be null.
    PartialSchedule(const View& view, Fill fill, Reason reason, DecisionLog* log);

    [[nodiscard]] const TaskGraph& graph() const { return estimate_->graph(); }
    [[nodiscard]] const Estimator& estimate() const { return *estimate_; }
    [[nodiscard]] const std::vector<NodeId>& workers() const { return estimate_->workers(); }

    // When the inputs would be on `node`: the latest of finish(parent) + transfer, the staging of workflow
    // inputs, and the release of the task.
    // never() while a parent is not placed.
    [[nodiscard]] Time dataReady(TaskId task, NodeId node) const;
    // dataReady() for every worker, in their order. Replaces `row`.
    void dataReady(TaskId task, std::vector<Time>& row) const;
    // Earliest start and finish on a node, given when the inputs are there; start, finish never() and an infinite score
    // where the task cannot run. The score is the finish in seconds.
    [[nodiscard]] Candidate candidate(TaskId task, NodeId node, Time ready) const;
    // All workers, in their order; valid until the next call.
    std::span<Candidate> candidates(TaskId task);

    // Places the task; records the decision with `options` if the log wants it.
    void place(TaskId task, const Candidate& chosen, double priority, std::span<const Candidate> options);
    // The same with options made only if the log wants them, scored by finish.
    void place(TaskId task, const Candidate& chosen, double priority);
    // A task no node can run, or whose inputs never exist: its successors are left out with it.
    [[nodiscard]] bool isPlaced(TaskId task) const { return !finish_[task.index()].isNever(); }
    [[nodiscard]] Time finish(TaskId task) const { return finish_[task.index()]; }  // never() if not placed
    [[nodiscard]] NodeId node(TaskId task) const { return node_[task.index()]; }
    [[nodiscard]] const SlotTimeline& timeline(NodeId node) const { return timelines_[node.index()]; }
    // Whoever waits has given up: what is placed by now is thrown away, so loops that place tasks end.
    [[nodiscard]] bool cancelled() const { return Progress::cancelled(progress_); }
    [[nodiscard]] bool wants(TaskId task) const { return log_ != nullptr && log_->wants(task); }

    // Appends the plan, parents before children, tasks of a node in the order they are to start.
    void emit(std::vector<Placement>& out);

private:
    void record(TaskId task, const Candidate& chosen, double priority, std::span<const Candidate> options);

    const Estimator* estimate_;
    Fill fill_;
    Reason reason_;
    DecisionLog* log_;
    const Progress* progress_;
    std::uint32_t step_ = 0;
    std::vector<SlotTimeline> timelines_;  // by node index
    std::vector<Time> finish_;             // by task
    std::vector<NodeId> node_;             // by task
    std::vector<Placement> placements_;    // in the order of decisions
    std::vector<Time> readyRow_;
    std::vector<Candidate> row_;
};

// The first of smallest finish, nullptr when no node can run the task.
const Candidate* earliestFinish(std::span<const Candidate> options);
// The first of smallest start, nullptr when no node can run the task. Makes the starts, in seconds, the scores.
const Candidate* scoredByStart(std::span<Candidate> options);
// The first of smallest finite score, or nullptr.
const Candidate* smallestScore(std::span<const Candidate> options);

}  // namespace loom
