// DSC with a mapping stage. Clusters: dominant_sequence.h. Their mapping to the nodes there are:
//   llb  list-based load balancing, Radulescu, van Gemund, Lin, IPPS 1999: the node idle first takes its own ready task of
//        highest bottom level or the one of no mapped cluster, whichever starts earlier; the latter brings its cluster along;
//   lpt  clusters by falling work, each to the node whose computing, with it, is least.
// Tasks are appended by bottom level. A task the cluster's node cannot run goes to its node of smallest EFT. O(n m + e) after
// the clustering.
#include <algorithm>
#include <numeric>
#include <set>

#include "core/schedule/dominant_sequence.h"
#include "core/schedule/last_message.h"
#include "core/schedule/schedulers.h"
#include "core/schedule/static_scheduler.h"

namespace loom {

namespace {

// Places on the node given if it can run the task, else on the node of smallest EFT; false if none can.
bool placeOnOrElse(PartialSchedule& schedule, TaskId task, NodeId node, double priority) {
    Candidate chosen;
    if (node.valid()) chosen = schedule.candidate(task, node, schedule.dataReady(task, node));
    if (chosen.finish.isNever()) {
        const Candidate* best = earliestFinish(schedule.candidates(task));
        if (best == nullptr) return false;
        chosen = *best;
    }
    schedule.place(task, chosen, priority);
    return true;
}

class LoadBalancing {
public:
    LoadBalancing(PartialSchedule& schedule, const Clustering& clustering)
        : schedule_(schedule),
          clustering_(clustering),
          nodeOf_(clustering.clusters.size()),
          unmapped_(GreaterKey{&clustering.blevels}),
          own_(schedule.estimate().platform().nodeCount(), Ready(GreaterKey{&clustering.blevels})),
          missing_(clustering.clusterOf.size()) {
        for (std::size_t i = 0; i < missing_.size(); ++i) {
            missing_[i] = schedule.graph().predecessors(TaskId(i)).size();
            if (missing_[i] == 0) add(TaskId(i));
        }
    }
    void run() {
        for (TaskId task = next(); task.valid() && !schedule_.cancelled(); task = next()) {
            NodeId& node = nodeOf(task);
            if (!node.valid()) {
                node = idleFirst(schedule_, task);
                adopt(node, clustering_.clusterOf[task.index()]);
            }
            if (!placeOnOrElse(schedule_, task, node, clustering_.blevels[task.index()])) continue;
            for (const TaskId child : schedule_.graph().successors(task))
                if (--missing_[child.index()] == 0) add(child);
        }
    }

private:
    using Ready = std::set<TaskId, GreaterKey>;
    NodeId& nodeOf(TaskId task) { return nodeOf_[clustering_.clusterOf[task.index()]]; }
    void add(TaskId task) {
        const NodeId node = nodeOf(task);
        (node.valid() ? own_[node.index()] : unmapped_).insert(task);
    }
    // Ready tasks of a cluster that was mapped belong to its node from now on.
    void adopt(NodeId node, std::size_t cluster) {
        if (!node.valid()) return;
        for (const TaskId task : clustering_.clusters[cluster])
            if (unmapped_.erase(task) > 0) own_[node.index()].insert(task);
    }
    [[nodiscard]] Time idle(NodeId node) const { return schedule_.timeline(node).earliest(Time::zero(), Time::zero(), 1); }

    TaskId next() {
        NodeId node;
        for (const NodeId worker : schedule_.workers())
            if (!own_[worker.index()].empty() && (!node.valid() || idle(worker) < idle(node))) node = worker;
        if (!unmapped_.empty()) {
            const TaskId task = *unmapped_.begin();
            const NodeId first = idleFirst(schedule_, task);
            if (!node.valid() || !first.valid() || idle(first) <= idle(node)) return between(task, first);
        }
        return node.valid() ? take(own_[node.index()]) : TaskId();
    }
    // The first of no mapped cluster or the first of the node's own, whichever starts earlier there.
    TaskId between(TaskId unmapped, NodeId node) {
        if (!node.valid() || own_[node.index()].empty()) return take(unmapped_);
        const TaskId own = *own_[node.index()].begin();
        const Time a = std::max(schedule_.dataReady(own, node), idle(node));
        const Time b = std::max(schedule_.dataReady(unmapped, node), idle(node));
        const bool ownFirst = a != b ? a < b : GreaterKey{&clustering_.blevels}(own, unmapped);
        return take(ownFirst ? own_[node.index()] : unmapped_);
    }
    static TaskId take(Ready& ready) {
        const TaskId task = *ready.begin();
        ready.erase(ready.begin());
        return task;
    }

    PartialSchedule& schedule_;
    const Clustering& clustering_;
    std::vector<NodeId> nodeOf_;        // by cluster; none() = not mapped
    Ready unmapped_;                    // ready tasks of clusters that are not mapped
    std::vector<Ready> own_;            // the others, by node
    std::vector<std::size_t> missing_;  // parents not placed, by task
};

// Clusters by falling mean work, each to the node of least computing with it; none() where no node can run all of it.
std::vector<NodeId> longestFirst(const Estimator& estimate, const Clustering& clustering) {
    const std::vector<double> mean = meanSeconds(estimate);
    std::vector<double> work;
    for (const std::vector<TaskId>& cluster : clustering.clusters)
        work.push_back(
            std::accumulate(cluster.begin(), cluster.end(), 0.0, [&](double sum, TaskId t) { return sum + mean[t.index()]; }));
    std::vector<std::size_t> order(work.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return work[a] > work[b]; });
    std::vector<NodeId> nodeOf(work.size());
    std::vector<Time> load(estimate.platform().nodeCount());
    for (const std::size_t cluster : order) {
        Time least = Time::never();
        for (const NodeId node : estimate.workers()) {
            Time sum = load[node.index()];
            for (const TaskId task : clustering.clusters[cluster]) sum += estimate.computeTime(task, node);
            if (sum >= least) continue;
            least = sum;
            nodeOf[cluster] = node;
        }
        if (nodeOf[cluster].valid()) load[nodeOf[cluster].index()] = least;
    }
    return nodeOf;
}

class DscScheduler final : public StaticScheduler {
public:
    explicit DscScheduler(bool balancing) : balancing_(balancing) {}

    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        const Reason reason{balancing_
                                ? "clusters by DSC; the node idle first takes its own ready task or that of a new cluster, "
                                  "whichever starts earlier"
                                : "clusters by DSC, the largest first to the node of least work; highest bottom level first",
                            "EFT"};
        PartialSchedule schedule(view, Fill::append, reason, log);
        const Clustering clustering = dominantSequenceClusters(view.estimate);
        priorities_ = clustering.blevels;
        if (balancing_) {
            LoadBalancing(schedule, clustering).run();
        } else {
            const std::vector<NodeId> nodeOf = longestFirst(view.estimate, clustering);
            for (const TaskId task : priorityOrder(schedule.graph(), priorities_))
                placeOnOrElse(schedule, task, nodeOf[clustering.clusterOf[task.index()]], priorities_[task.index()]);
        }
        schedule.emit(placements);
    }

private:
    bool balancing_;
};

}  // namespace

SchedulerPtr makeDsc(bool balancing) { return std::make_unique<DscScheduler>(balancing); }

}  // namespace loom
