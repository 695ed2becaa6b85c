// FLB, Fast Load Balancing: Radulescu, van Gemund, ICPP 1999. The pair of ready task and node of earliest start, as ETF, but
// found in two candidates: among the tasks whose last message arrives after its sender is idle ("enabled" tasks) the one that
// starts first on the sender; among all others the one whose last message arrives first, on the node idle first. On equal
// starts the other tasks go before the enabled ones, then the higher bottom level, then the lower index. Made for equal nodes
// and links: last messages and bottom levels here are by mean costs. O(n (log n + log m) + e).
#include <set>
#include <tuple>

#include "core/schedule/last_message.h"
#include "core/schedule/schedulers.h"
#include "core/schedule/static_scheduler.h"

namespace loom {

namespace {

struct Waiting {
    Time at;
    double negativeLevel;
    TaskId task;
    friend auto operator<=>(const Waiting& a, const Waiting& b) {
        return std::tie(a.at, a.negativeLevel, a.task) <=> std::tie(b.at, b.negativeLevel, b.task);
    }
};

// The ready tasks in their lists.
class FlbLists {
public:
    FlbLists(const PartialSchedule& schedule, const std::vector<double>& levels)
        : schedule_(schedule), levels_(levels), last_(levels.size()), nodes_(schedule.estimate().platform().nodeCount()) {
        for (const NodeId node : schedule.workers()) idle_.insert({Time::zero(), node});
    }

    void add(TaskId task) {
        last_[task.index()] = lastMessage(schedule_, task);
        const LastMessage& last = last_[task.index()];
        if (!last.from.valid() || last.arrival <= nodes_[last.from.index()].idle) {
            others_.insert(waiting(last.arrival, task));
            return;
        }
        Node& sender = nodes_[last.from.index()];
        sender.byArrival.insert(waiting(schedule_.dataReady(task, last.from), task));
        sender.byLast.insert(waiting(last.arrival, task));
        renew(last.from);
    }
    // The next task and its node; no task when none is left.
    std::pair<TaskId, NodeId> take() {
        const Time other = others_.empty() ? Time::never() : std::max(others_.begin()->at, idle_.begin()->first);
        if (!enabled_.empty() && (others_.empty() || enabled_.begin()->first < other)) {
            const NodeId node = enabled_.begin()->second;
            const TaskId task = nodes_[node.index()].byArrival.begin()->task;
            remove(task, node);
            return {task, node};
        }
        if (others_.empty()) return {};
        const TaskId task = others_.begin()->task;
        others_.erase(others_.begin());
        return {task, idle_.begin()->second};
    }
    // After a placement: enabled tasks whose last message comes no later than the node is idle are enabled no more.
    void nodeTaken(NodeId id) {
        Node& node = nodes_[id.index()];
        idle_.erase({node.idle, id});
        node.idle = schedule_.timeline(id).earliest(Time::zero(), Time::zero(), 1);
        idle_.insert({node.idle, id});
        while (!node.byLast.empty() && node.byLast.begin()->at <= node.idle) {
            const TaskId task = node.byLast.begin()->task;
            remove(task, id);
            others_.insert(waiting(last_[task.index()].arrival, task));
        }
        renew(id);
    }

private:
    struct Node {
        Time idle = Time::zero();
        std::set<Waiting> byArrival;  // enabled tasks by the moment their inputs are on this node
        std::set<Waiting> byLast;     // the same tasks by the arrival of their last message elsewhere
        Time start = Time::never();   // of the first of byArrival, as in enabled_
    };

    [[nodiscard]] Waiting waiting(Time at, TaskId task) const { return {at, -levels_[task.index()], task}; }
    void remove(TaskId task, NodeId id) {
        Node& node = nodes_[id.index()];
        node.byArrival.erase(waiting(schedule_.dataReady(task, id), task));
        node.byLast.erase(waiting(last_[task.index()].arrival, task));
        renew(id);
    }
    void renew(NodeId id) {
        Node& node = nodes_[id.index()];
        enabled_.erase({node.start, id});
        node.start = node.byArrival.empty() ? Time::never() : std::max(node.byArrival.begin()->at, node.idle);
        if (!node.byArrival.empty()) enabled_.insert({node.start, id});
    }

    const PartialSchedule& schedule_;
    const std::vector<double>& levels_;
    std::vector<LastMessage> last_;              // by task, once ready
    std::vector<Node> nodes_;                    // by node index
    std::set<Waiting> others_;                   // by arrival of the last message
    std::set<std::pair<Time, NodeId>> enabled_;  // nodes with enabled tasks, by the start of the first
    std::set<std::pair<Time, NodeId>> idle_;     // workers by the moment a core is idle
};

class Flb final : public StaticScheduler {
public:
    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        const Reason reason{
            "the ready task and node of earliest start: on the sender of its last message, or on the node idle first", "EST"};
        PartialSchedule schedule(view, Fill::append, reason, log);
        const TaskGraph& graph = schedule.graph();
        priorities_ = meanUpwardRanks(view.estimate, Averaging::pairs);
        FlbLists ready(schedule, priorities_);
        std::vector<std::size_t> missing(graph.taskCount());
        for (std::size_t i = 0; i < missing.size(); ++i) {
            missing[i] = graph.predecessors(TaskId(i)).size();
            if (missing[i] == 0) ready.add(TaskId(i));
        }
        for (auto [task, node] = ready.take(); task.valid() && !schedule.cancelled(); std::tie(task, node) = ready.take()) {
            const Candidate chosen = earliestStartOn(schedule, task, node, node);
            if (chosen.finish.isNever()) continue;
            placeByStart(schedule, task, chosen, priorities_[task.index()]);
            ready.nodeTaken(chosen.node);
            for (const TaskId child : graph.successors(task))
                if (--missing[child.index()] == 0) ready.add(child);
        }
        schedule.emit(placements);
    }
};

}  // namespace

SchedulerPtr makeFlb() { return std::make_unique<Flb>(); }

}  // namespace loom
