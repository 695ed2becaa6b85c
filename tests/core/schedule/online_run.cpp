#include "tests/core/schedule/online_run.h"

#include <algorithm>
#include <limits>
#include <queue>
#include <stdexcept>

namespace loom::test {

namespace {

class Cluster {
public:
    Cluster(const std::string& scheduler, const Estimator& estimate, const std::vector<NodeId>& down)
        : estimate_(estimate), graph_(estimate.graph()), scheduler_(std::move(*makeScheduler(*parseSpec(scheduler)))) {
        for (std::size_t i = 0; i < estimate.platform().nodeCount(); ++i) {
            const NodeInfo& info = estimate.platform().node(NodeId(i));
            nodes_.push_back({true, info.cores, info.memory > 0 ? info.memory : std::numeric_limits<double>::infinity()});
        }
        queues_.resize(nodes_.size());
        for (const NodeId node : down) nodes_[node.index()].up = false;
        run_.node.resize(graph_.taskCount());
        run_.start.resize(graph_.taskCount(), Time::never());
        for (std::size_t i = 0; i < graph_.taskCount(); ++i) {
            missing_.push_back(graph_.predecessors(TaskId(i)).size());
            if (missing_[i] == 0) ready_.emplace_back(i);
        }
    }

    OnlineRun run() {
        Time now = Time::zero();
        react(now);
        while (!ends_.empty() || !wake_.isNever()) {
            now = ends_.empty() ? wake_ : std::min(wake_, ends_.top().first);
            std::vector<TaskId> fresh;
            while (!ends_.empty() && ends_.top().first == now) {
                const TaskId ended = ends_.top().second;
                ends_.pop();
                finish(now, ended, fresh);
            }
            std::sort(fresh.begin(), fresh.end());
            ready_.insert(ready_.end(), fresh.begin(), fresh.end());
            react(now);
        }
        run_.makespan = lastEnd_;
        run_.decisions = std::move(log_.decisions);
        return std::move(run_);
    }

private:
    void finish(Time now, TaskId task, std::vector<TaskId>& fresh) {
        const NodeId host = run_.node[task.index()];
        NodeView& node = nodes_[host.index()];
        node.freeCores += graph_.cores(task);
        node.freeMemory += graph_.memory(task);
        news_.push_back({TaskNews::What::committed, task, host, now - run_.start[task.index()]});
        lastEnd_ = now;
        for (const TaskId child : graph_.successors(task))
            if (--missing_[child.index()] == 0) fresh.push_back(child);
        serve(now, host);
    }
    void react(Time now) {
        if (ready_.empty() && !scheduler_->usesQueues() && !scheduler_->wantsNews()) {
            wake_ = Time::never();
            return;
        }
        std::vector<Placement> placements;
        const NodeSet open = openNodes(nodes_);
        scheduler_->react(View{estimate_, now, ready_, nodes_, nullptr, 1, &open, nullptr, news_}, placements, &log_);
        news_.clear();
        for (const Placement& p : placements) place(now, p);
        wake_ = scheduler_->wakeAt() > now ? scheduler_->wakeAt() : Time::never();
    }
    void place(Time now, const Placement& p) {
        const auto at = std::find(ready_.begin(), ready_.end(), p.task);
        if (estimate_.computeTime(p.task, p.node).isNever() || !nodes_[p.node.index()].up || !p.start.isNever() || !p.finish.isNever())
            throw std::runtime_error("a placement that cannot be");
        if (at != ready_.end()) {
            ready_.erase(at);
        } else if (!scheduler_->usesQueues() || std::erase(queues_[run_.node[p.task.index()].index()], p.task) == 0) {
            if (!scheduler_->usesQueues()) throw std::runtime_error("a placement of a task that is not ready");
            return news_.push_back({TaskNews::What::refused, p.task, p.node});
        }
        run_.node[p.task.index()] = p.node;
        queues_[p.node.index()].push_back(p.task);
        serve(now, p.node);
        if (!scheduler_->usesQueues() && !queues_[p.node.index()].empty()) throw std::runtime_error("a placement that does not fit");
    }
    // Starts what fits of the node's queue, by rank.
    void serve(Time now, NodeId host) {
        std::vector<TaskId>& queue = queues_[host.index()];
        NodeView& node = nodes_[host.index()];
        std::stable_sort(queue.begin(), queue.end(),
                         [&](TaskId a, TaskId b) { return scheduler_->queueRank(a) < scheduler_->queueRank(b); });
        for (std::size_t i = 0; i < queue.size();) {
            const TaskId task = queue[i];
            if (node.freeCores < graph_.cores(task) || node.freeMemory < graph_.memory(task)) {
                ++i;
                continue;
            }
            queue.erase(queue.begin() + static_cast<std::ptrdiff_t>(i));
            node.freeCores -= graph_.cores(task);
            node.freeMemory -= graph_.memory(task);
            run_.start[task.index()] = now;
            ends_.emplace(now + estimate_.computeTime(task, host), task);
        }
    }

    const Estimator& estimate_;
    const TaskGraph& graph_;
    std::unique_ptr<Scheduler> scheduler_;
    std::vector<NodeView> nodes_;
    std::vector<std::size_t> missing_;
    std::vector<TaskId> ready_;
    std::vector<std::vector<TaskId>> queues_;  // by node
    std::vector<TaskNews> news_;
    Time wake_ = Time::never();
    Time lastEnd_;
    std::priority_queue<std::pair<Time, TaskId>, std::vector<std::pair<Time, TaskId>>, std::greater<>> ends_;
    AllDecisions log_;
    OnlineRun run_;
};

}  // namespace

OnlineRun runOnline(const std::string& scheduler, const Estimator& estimate, const std::vector<NodeId>& down) {
    return Cluster(scheduler, estimate, down).run();
}

}  // namespace loom::test
