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
        while (!ends_.empty()) {
            now = ends_.top().first;
            std::vector<TaskId> fresh;
            while (!ends_.empty() && ends_.top().first == now) {
                finish(ends_.top().second, fresh);
                ends_.pop();
            }
            std::sort(fresh.begin(), fresh.end());
            ready_.insert(ready_.end(), fresh.begin(), fresh.end());
            run_.makespan = now;
            react(now);
        }
        run_.decisions = std::move(log_.decisions);
        return std::move(run_);
    }

private:
    void finish(TaskId task, std::vector<TaskId>& fresh) {
        NodeView& node = nodes_[run_.node[task.index()].index()];
        node.freeCores += graph_.cores(task);
        node.freeMemory += graph_.memory(task);
        for (const TaskId child : graph_.successors(task))
            if (--missing_[child.index()] == 0) fresh.push_back(child);
    }
    void react(Time now) {
        std::vector<Placement> placements;
        const NodeSet open = openNodes(nodes_);
        scheduler_->react(View{estimate_, now, ready_, nodes_, nullptr, 1, &open}, placements, &log_);
        for (const Placement& p : placements) {
            const auto at = std::find(ready_.begin(), ready_.end(), p.task);
            NodeView& node = nodes_[p.node.index()];
            const Time duration = estimate_.computeTime(p.task, p.node);
            if (at == ready_.end() || duration.isNever() || !node.up || node.freeCores < graph_.cores(p.task) ||
                node.freeMemory < graph_.memory(p.task) || !p.start.isNever() || !p.finish.isNever())
                throw std::runtime_error("a placement that does not fit");
            ready_.erase(at);
            node.freeCores -= graph_.cores(p.task);
            node.freeMemory -= graph_.memory(p.task);
            run_.node[p.task.index()] = p.node;
            run_.start[p.task.index()] = now;
            ends_.emplace(now + duration, p.task);
        }
    }

    const Estimator& estimate_;
    const TaskGraph& graph_;
    std::unique_ptr<Scheduler> scheduler_;
    std::vector<NodeView> nodes_;
    std::vector<std::size_t> missing_;
    std::vector<TaskId> ready_;
    std::priority_queue<std::pair<Time, TaskId>, std::vector<std::pair<Time, TaskId>>, std::greater<>> ends_;
    AllDecisions log_;
    OnlineRun run_;
};

}  // namespace

OnlineRun runOnline(const std::string& scheduler, const Estimator& estimate, const std::vector<NodeId>& down) {
    return Cluster(scheduler, estimate, down).run();
}

}  // namespace loom::test
