// What online schedulers share that let tasks wait at nodes: which tasks are assigned where, and how to assign and move them.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "core/schedule/assignment_book.h"

namespace loom {

// They are asked at every change and hear what became of their tasks. A task assigned here may begin later.
class QueueScheduler : public Scheduler {
public:
    [[nodiscard]] bool isStatic() const final { return false; }
    [[nodiscard]] bool usesQueues() const final { return true; }
    [[nodiscard]] bool wantsNews() const final { return true; }
    [[nodiscard]] Time wakeAt() const final { return wakeAt_; }

    void react(const View& view, std::vector<Placement>& placements, DecisionLog* log) final;

protected:
    // Calls assign() for what is to go to a node now, or to another node.
    virtual void decide(const View& view) = 0;
    // For each of the news, after the book has taken it in.
    virtual void heard(const View&, const TaskNews&) {}

    [[nodiscard]] const AssignmentBook& book() const { return book_; }
    [[nodiscard]] std::uint32_t step() const { return step_; }
    // `task` is ready, or assigned to another node. `score(node)` is the number compared, infinite for a node that was not
    // considered; it is asked only if somebody listens, before the task is in the book.
    template <class Score>
    void assign(TaskId task, NodeId node, double priority, const char* rule, const char* scoreName, Score score) {
        if (log_ != nullptr && log_->wants(task)) {
            Decision decision{task, node, step_, priority, rule, scoreName, candidates(task)};
            for (Candidate& option : decision.candidates) option.score = score(option.node);
            log_->record(std::move(decision));
        }
        ++step_;
        book_.assign(task, node);
        placements_->push_back({task, node});
    }
    // During decide(): ask again at `time`, or sooner. Forgotten when it is asked again.
    void wakeBy(Time time) { wakeAt_ = std::min(wakeAt_, time); }
    // The node is up and could run the task if it were idle.
    [[nodiscard]] static bool couldRun(const View& view, TaskId task, NodeId node) {
        return view.nodes[node.index()].up && view.estimate.canRun(task, node);
    }

private:
    // Start and finish only where a core is free for it: nobody knows how long a queue takes.
    [[nodiscard]] std::vector<Candidate> candidates(TaskId task) const;

    AssignmentBook book_;
    std::uint32_t step_ = 0;
    Time wakeAt_ = Time::never();
    const View* view_ = nullptr;  // during react
    std::vector<Placement>* placements_ = nullptr;
    DecisionLog* log_ = nullptr;
};

}  // namespace loom
