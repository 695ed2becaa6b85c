// A central queue with static keys: the ready task of greatest key goes first, to the idle node of lowest number or to the one
// where it would finish first. With rank_u it is the dynamic form of HEFT. O(log r) a task that becomes ready, O(m) a
// placement, and tasks that fit nowhere are passed over one by one.
#include <set>

#include "core/schedule/online_scheduler.h"
#include "core/schedule/online_schedulers.h"
#include "core/schedule/priority_order.h"
#include "core/schedule/ready_book.h"

namespace loom {

namespace {

std::vector<double> userPriorities(const TaskGraph& graph) {
    std::vector<double> keys(graph.taskCount());
    for (std::size_t t = 0; t < keys.size(); ++t) keys[t] = graph.priority(TaskId(t));
    return keys;
}

class PriorityQueue final : public OnlineScheduler {
public:
    PriorityQueue(QueueKey key, bool byFinish) : key_(key), byFinish_(byFinish) {}

    [[nodiscard]] std::vector<double> priorities() const override { return keys_; }

private:
    void choose(const View& view) override {
        if (keys_.empty()) keys_ = keysOf(view.estimate);
        book_.sync(
            view, [&](TaskId task) { queue_.insert(task); }, [&](TaskId task) { queue_.erase(task); });
        for (auto at = queue_.begin(); at != queue_.end() && idle().any();) {
            const TaskId task = *at++;
            const NodeId node = byFinish_ ? soonest(view, task) : idle().lowestFor(task);
            if (!node.valid()) continue;
            const char* rule = byFinish_ ? "the ready task of greatest key; the idle node where it finishes first"
                                         : "the ready task of greatest key; the idle node of lowest number";
            place(task, node, keys_[task.index()], rule, byFinish_ ? "finish" : "node index",
                  [&](const Candidate& c) { return byFinish_ ? c.finish.seconds() : static_cast<double>(c.node.index()); });
            book_.taken(task);
            queue_.erase(task);
        }
    }
    [[nodiscard]] std::vector<double> keysOf(const Estimator& estimate) const {
        switch (key_) {
            case QueueKey::rankU:
                return meanUpwardRanks(estimate, Averaging::pairs);
            case QueueKey::bLevel:
                return meanUpwardRanks(estimate, Averaging::bandwidth);
            case QueueKey::user:
                return userPriorities(estimate.graph());
            default:
                return staticLevels(estimate.graph(), meanSeconds(estimate));
        }
    }
    [[nodiscard]] NodeId soonest(const View& view, TaskId task) const {
        NodeId best;
        Time least = Time::never();
        for (const NodeId node : view.estimate.workers()) {
            if (!idle().fits(task, node)) continue;
            const Time finish = inputsThere(view, task, node) + view.estimate.computeTime(task, node);
            if (best.valid() && finish >= least) continue;
            least = finish;
            best = node;
        }
        return best;
    }

    QueueKey key_;
    bool byFinish_;
    std::vector<double> keys_;  // by task
    ReadyBook book_;
    std::set<TaskId, GreaterKey> queue_{GreaterKey{&keys_}};  // ready tasks, the greatest key first, ties to the lowest index
};

}  // namespace

SchedulerPtr makePriorityQueue(QueueKey key, bool byFinish) { return std::make_unique<PriorityQueue>(key, byFinish); }

}  // namespace loom
