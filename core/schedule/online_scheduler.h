// What online schedulers share that hand out one task after another: the idle nodes, the count of decisions, explaining.
#pragma once

#include <algorithm>
#include <string>

#include "core/schedule/idle_nodes.h"

namespace loom {

// They answer when the view changes, and when they asked to be woken, and place what starts at once. Those that let tasks wait at
// nodes derive from QueueScheduler.
class OnlineScheduler : public Scheduler {
public:
    [[nodiscard]] bool isStatic() const final { return false; }

    void react(const View& view, std::vector<Placement>& placements, DecisionLog* log) final;
    [[nodiscard]] Time wakeAt() const final { return wakeAt_; }

protected:
    // Before anything else, whether there is something to choose or not. News come only to those that want them.
    virtual void hear(const View&) {}
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
    // During choose(): ask again at `time`, or sooner. Forgotten when it is asked again.
    void wakeBy(Time time) { wakeAt_ = std::min(wakeAt_, time); }

private:
    IdleNodes idle_;
    std::uint32_t step_ = 0;
    Time wakeAt_ = Time::never();
    const View* view_ = nullptr;  // during react
    std::vector<Placement>* placements_ = nullptr;
    DecisionLog* log_ = nullptr;
};

// Bytes of the task's inputs that are on the node; 0 where nothing is known of data.
double localBytes(const View& view, TaskId task, NodeId node);
// The first multiple of `period`, which must be positive, after `now`: of what happens at regular times.
Time nextMultiple(Time period, Time now);
// Nothing runs and nothing is held anywhere: unless somebody places a task now, nothing will ever happen again.
bool isStill(const View& view);

}  // namespace loom
