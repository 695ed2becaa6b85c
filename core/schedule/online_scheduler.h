// What online schedulers share that hand out one task after another: the idle nodes, the count of decisions, explaining.
#pragma once

#include <string>

#include "core/schedule/idle_nodes.h"

namespace loom {

// They answer when the view changes and place what starts at once: there are no queues at nodes and no timers in the seam, so
// policies that need them are given without (each says what is left out).
class OnlineScheduler : public Scheduler {
public:
    [[nodiscard]] bool isStatic() const final { return false; }

    void react(const View& view, std::vector<Placement>& placements, DecisionLog* log) final;

protected:
    // There are ready tasks and idle nodes. Calls place() for what is to start now.
    virtual void choose(const View& view) = 0;

    [[nodiscard]] const IdleNodes& idle() const { return idle_; }
    [[nodiscard]] std::uint32_t step() const { return step_; }
    // `task` must fit `node` now. `score(candidate)` is the number compared, asked only if somebody listens.
    template <class Score>
    void place(TaskId task, NodeId node, double priority, const char* rule, const char* scoreName, Score score) {
        if (log_ != nullptr && log_->wants(task)) {
            Decision decision{task, node, step_, priority, rule, scoreName, idleCandidates(*view_, idle_, task)};
            for (Candidate& option : decision.candidates)
                if (idle_.fits(task, option.node)) option.score = score(option);
            log_->record(std::move(decision));
        }
        ++step_;
        idle_.take(task, node);
        placements_->push_back({task, node});
    }

private:
    IdleNodes idle_;
    std::uint32_t step_ = 0;
    const View* view_ = nullptr;  // during react
    std::vector<Placement>* placements_ = nullptr;
    DecisionLog* log_ = nullptr;
};

// Bytes of the task's inputs that are on the node; 0 where nothing is known of data.
double localBytes(const View& view, TaskId task, NodeId node);
// Nothing runs and nothing is held anywhere: unless somebody places a task now, nothing will ever happen again.
bool isStill(const View& view);

}  // namespace loom
