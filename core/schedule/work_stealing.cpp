// Work stealing: Blumofe, Leiserson, J. ACM 46(5), 1999. Every node has a deque. A task that becomes ready is pushed to the
// bottom of the deque of the node that ran its last parent (of the parents the one placed last); tasks without parents are
// pushed to the lowest-numbered worker, where a program begins. A node with room takes from the bottom of its own deque;
// when that is empty it steals from the top of another's: of one drawn uniformly, or, with `locality`, of the one whose top
// task has most input bytes on the thief. With `half` it takes half of the victim's tasks, rounded up, into its own deque.
// What is stolen is under way for `latency`: nobody has it until it stands in the thief's deque, and the thief steals nothing
// more meanwhile. The deques are the scheduler's own books; tasks in them are placed nowhere yet. Left out: attempts that
// fail and are tried again later - a thief looks at every victim at once.
// O(p m) an instant in which p tasks are placed, plus the new ready tasks.
#include <algorithm>
#include <deque>
#include <map>

#include "core/base/rng.h"
#include "core/schedule/online_scheduler.h"
#include "core/schedule/online_schedulers.h"
#include "core/schedule/ready_book.h"

namespace loom {

namespace {

class WorkStealing final : public OnlineScheduler {
public:
    WorkStealing(bool half, bool locality, Time latency) : half_(half), locality_(locality), latency_(latency) {}

private:
    struct Loot {
        Time arrival;
        std::vector<TaskId> tasks;
    };

    void choose(const View& view) override {
        push(view);
        arrive(view.now);
        bool again = true;
        // A node that took one task goes to the back of the line: all take their first before one takes its second.
        while (again && idle().any()) {
            again = false;
            for (const NodeId node : view.estimate.workers()) again = takeOne(view, node) || again;
        }
        for (const auto& [thief, loot] : underWay_) wakeBy(loot.arrival);
    }
    // What was stolen long enough ago goes to the bottom of the thief's deque, its top first.
    void arrive(Time now) {
        for (auto at = underWay_.begin(); at != underWay_.end();) {
            if (at->second.arrival > now) {
                ++at;
                continue;
            }
            for (const TaskId task : at->second.tasks) deques_[at->first.index()].push_back(task);
            at = underWay_.erase(at);
        }
    }

    // Tasks that became ready, or ready again, since the last time.
    void push(const View& view) {
        deques_.resize(view.nodes.size());
        placedAt_.resize(view.estimate.graph().taskCount(), 0);
        nodeOf_.resize(placedAt_.size());
        const auto add = [&](TaskId task) { deques_[homeOf(view, task).index()].push_back(task); };
        const auto drop = [&](TaskId task) {
            for (std::deque<TaskId>& deque : deques_) std::erase(deque, task);
            for (auto& [thief, loot] : underWay_) std::erase(loot.tasks, task);
        };
        book_.sync(view, add, drop);
    }
    [[nodiscard]] NodeId homeOf(const View& view, TaskId task) const {
        NodeId home = view.estimate.workers().front();
        std::uint64_t last = 0;
        for (const TaskId parent : view.estimate.graph().predecessors(task)) {
            if (placedAt_[parent.index()] <= last) continue;
            last = placedAt_[parent.index()];
            home = nodeOf_[parent.index()];
        }
        return home;
    }
    bool takeOne(const View& view, NodeId node) {
        std::deque<TaskId>& own = deques_[node.index()];
        const auto fits = [&](TaskId task) { return idle().fits(task, node); };
        auto at = std::find_if(own.rbegin(), own.rend(), fits);
        if (at != own.rend()) {
            const TaskId task = *at;
            own.erase(std::next(at).base());
            start(view, task, node, "the bottom of the node's own deque");
            return true;
        }
        if (!idle().has(node) || underWay_.contains(node)) return false;
        const NodeId victim = victimOf(view, node);
        if (!victim.valid()) return false;
        const TaskId task = steal(victim, node);
        if (latency_ > Time::zero()) {
            Loot& loot = underWay_[node];
            loot.arrival = view.now + latency_;
            loot.tasks.push_back(task);
            return false;
        }
        start(view, task, node,
              locality_ ? "stolen from the top of the deque whose task has most bytes here"
                        : "stolen from the top of a drawn deque");
        return true;
    }
    // A deque with a task at the top that fits the thief; none() if there is none.
    NodeId victimOf(const View& view, NodeId thief) {
        std::vector<NodeId> victims;
        for (const NodeId node : view.estimate.workers())
            if (node != thief && topFor(node, thief) != deques_[node.index()].end()) victims.push_back(node);
        if (victims.empty()) return {};
        if (!locality_) return victims[RandomStream(view.seed, Purpose::scheduler, step()).below(victims.size())];
        NodeId best;
        double most = -1;
        for (const NodeId node : victims) {
            const double bytes = localBytes(view, *topFor(node, thief), thief);
            if (bytes <= most) continue;
            most = bytes;
            best = node;
        }
        return best;
    }
    std::deque<TaskId>::iterator topFor(NodeId victim, NodeId thief) {
        std::deque<TaskId>& deque = deques_[victim.index()];
        return std::find_if(deque.begin(), deque.end(), [&](TaskId task) { return idle().fits(task, thief); });
    }
    // Takes the victim's top task out, and with `half` moves the next ones to the thief's deque, top first. In time they go
    // with the first.
    TaskId steal(NodeId victim, NodeId thief) {
        std::deque<TaskId>& from = deques_[victim.index()];
        const std::size_t share = (from.size() + 1) / 2;
        const auto top = topFor(victim, thief);
        const TaskId task = *top;
        from.erase(top);
        for (std::size_t i = 1; half_ && i < share; ++i) {
            if (latency_ > Time::zero()) underWay_[thief].tasks.push_back(from.front());
            else deques_[thief.index()].push_back(from.front());
            from.pop_front();
        }
        return task;
    }
    void start(const View& view, TaskId task, NodeId node, const char* rule) {
        place(task, node, 0, rule, "- local bytes", [&](const Candidate& c) { return -localBytes(view, task, c.node); });
        book_.taken(task);
        placedAt_[task.index()] = step();
        nodeOf_[task.index()] = node;
    }

    bool half_;
    bool locality_;
    Time latency_;
    ReadyBook book_;
    std::map<NodeId, Loot> underWay_;         // by thief
    std::vector<std::deque<TaskId>> deques_;  // by node; the front is the top
    std::vector<std::uint64_t> placedAt_;     // by task: number of the decision, from 1; 0 = not placed
    std::vector<NodeId> nodeOf_;              // by task
};

}  // namespace

SchedulerPtr makeWorkStealing(bool half, bool locality, Time latency) {
    return std::make_unique<WorkStealing>(half, locality, latency);
}

}  // namespace loom
