#include <algorithm>
#include <map>

#include "core/schedule/schedulers.h"
#include "core/schedule/static_scheduler.h"

namespace loom {

namespace {

// What becomes of a task's children if the task goes to a node: each, by rank, to its node of smallest insertion EFT, with
// parents ignored that are neither placed nor, being children themselves, placed in this thought.
class Lookahead {
public:
    Lookahead(const PartialSchedule& schedule, const std::vector<double>& ranks, TaskId task) : schedule_(schedule), task_(task) {
        const TaskGraph& graph = schedule.graph();
        for (const EdgeId edge : graph.outEdges(task)) children_.push_back({edge, graph.target(edge), {}, {}, {}, Time::never()});
        std::stable_sort(children_.begin(), children_.end(),
                         [&](const Child& a, const Child& b) { return ranks[a.task.index()] > ranks[b.task.index()]; });
        for (std::size_t i = 0; i < children_.size(); ++i) rankOf_[children_[i].task] = i;
        for (Child& child : children_) readyWithout(child);
    }

    // The latest finish of a child, or the task's own finish if there are no children.
    Time latestFinish(const Candidate& option) {
        if (children_.empty()) return option.finish;
        changed_.clear();
        for (Child& child : children_) child.finish = Time::never();
        take(option.node, option.start, option.finish - option.start, task_);
        Time latest = Time::zero();
        for (Child& child : children_) latest = std::max(latest, placeChild(child, option));
        return latest;
    }

private:
    struct Child {
        EdgeId edge;  // from the task
        TaskId task;
        std::vector<Time> ready;         // by worker, from the other parents that are placed
        std::vector<EdgeId> siblings{};  // from parents that are children of the task too
        NodeId node{};                   // in this thought
        Time finish = Time::never();
    };

    void readyWithout(Child& child) const {
        const Estimator& estimate = schedule_.estimate();
        for (const NodeId node : schedule_.workers()) {
            Time ready = estimate.earliestStart(child.task, node);
            for (const EdgeId edge : schedule_.graph().inEdges(child.task)) {
                const TaskId parent = schedule_.graph().source(edge);
                if (!schedule_.isPlaced(parent)) continue;
                ready = std::max(ready, schedule_.finish(parent) + estimate.transferTime(edge, schedule_.node(parent), node));
            }
            child.ready.push_back(ready);
        }
        for (const EdgeId edge : schedule_.graph().inEdges(child.task))
            if (rankOf_.contains(schedule_.graph().source(edge))) child.siblings.push_back(edge);
    }
    [[nodiscard]] Time readyAt(const Child& child, const Candidate& option, std::size_t worker) const {
        const Estimator& estimate = schedule_.estimate();
        const NodeId node = schedule_.workers()[worker];
        Time ready = std::max(child.ready[worker], option.finish + estimate.transferTime(child.edge, option.node, node));
        for (const EdgeId edge : child.siblings) {
            const Child& parent = children_[rankOf_.at(schedule_.graph().source(edge))];
            if (!parent.finish.isNever()) ready = std::max(ready, parent.finish + estimate.transferTime(edge, parent.node, node));
        }
        return ready;
    }

    // zero() if no node can run the child: it says nothing.
    Time placeChild(Child& child, const Candidate& option) {
        const Estimator& estimate = schedule_.estimate();
        const std::vector<NodeId>& workers = schedule_.workers();
        Candidate best;
        for (std::size_t i = 0; i < workers.size(); ++i) {
            const Time duration = estimate.computeTime(child.task, workers[i]);
            const Time ready = readyAt(child, option, i);
            if (duration.isNever() || ready.isNever()) continue;
            const Time start = timeline(workers[i]).earliest(ready, duration, schedule_.graph().cores(child.task));
            if (start + duration < best.finish) best = {workers[i], ready, start, start + duration, 0};
        }
        child.node = best.node;
        child.finish = best.finish;
        if (best.finish.isNever()) return Time::zero();
        take(best.node, best.start, best.finish - best.start, child.task);
        return best.finish;
    }

    [[nodiscard]] const SlotTimeline& timeline(NodeId node) const {
        const auto it = changed_.find(node);
        return it != changed_.end() ? it->second : schedule_.timeline(node);
    }
    void take(NodeId node, Time start, Time duration, TaskId task) {
        const auto it = changed_.try_emplace(node, schedule_.timeline(node)).first;
        it->second.occupy(start, duration, schedule_.graph().cores(task));
    }

    const PartialSchedule& schedule_;
    TaskId task_;
    std::vector<Child> children_;             // highest rank first
    std::map<TaskId, std::size_t> rankOf_;    // position among the children
    std::map<NodeId, SlotTimeline> changed_;  // tentative copies
};

// Bittencourt, Sakellariou, Madeira, PDP 2010: one step ahead. O(m) tentative placings of all children for each task.
class LookaheadHeft final : public StaticScheduler {
public:
    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        const Reason reason{"highest rank_u first; the node that lets the task's children finish soonest",
                            "latest EFT of a child"};
        priorities_ = meanUpwardRanks(view.estimate, Averaging::pairs);
        PartialSchedule schedule(view, Fill::insertion, reason, log);
        const auto choose = [&](TaskId task, std::span<Candidate> options) {
            Lookahead ahead(schedule, priorities_, task);
            const Candidate* best = nullptr;
            Time soonest;
            for (Candidate& option : options) {
                if (option.finish.isNever()) continue;
                const Time latest = ahead.latestFinish(option);
                option.score = latest.seconds();
                if (best != nullptr && (latest > soonest || (latest == soonest && option.finish >= best->finish))) continue;
                best = &option;
                soonest = latest;
            }
            return best;
        };
        placeInOrder(schedule, priorityOrder(schedule.graph(), priorities_), priorities_, choose);
        schedule.emit(placements);
    }
};

}  // namespace

SchedulerPtr makeLookaheadHeft() { return std::make_unique<LookaheadHeft>(); }

}  // namespace loom
