// Schedulers every other one must be seen against: they choose the node without looking at times.
#include <algorithm>
#include <queue>

#include "core/base/rng.h"
#include "core/schedule/schedulers.h"
#include "core/schedule/static_scheduler.h"

namespace loom {

namespace {

constexpr const char* kNotCompared = "EFT, not compared";

// Task i on worker i mod n (or the next one that can run it). On each node tasks run in index order; where indices are not
// topological that order could wait for itself, so the position in the topological order stands for it.
class RoundRobin final : public StaticScheduler {
public:
    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        const Reason reason{"task i on worker i mod n; index order on each node", kNotCompared};
        PartialSchedule schedule(view, Fill::append, reason, log);
        const std::vector<NodeId>& workers = schedule.workers();
        for (const TaskId task : indexOrder(schedule.graph())) {
            for (std::size_t i = 0; i < workers.size(); ++i) {
                const NodeId node = workers[(task.index() + i) % workers.size()];
                const Candidate option = schedule.candidate(task, node, schedule.dataReady(task, node));
                if (option.finish.isNever()) continue;
                schedule.place(task, option, 0);
                break;
            }
        }
        schedule.emit(placements);
    }
};

// Appends tasks, each on the node given for it, in the order in which their last parents end.
void placeWhenReady(PartialSchedule& schedule, const std::vector<NodeId>& nodes) {
    const TaskGraph& graph = schedule.graph();
    using Entry = std::pair<Time, TaskId>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> ready;
    std::vector<std::size_t> missing(graph.taskCount());
    std::vector<Time> since(graph.taskCount());
    for (std::size_t i = 0; i < graph.taskCount(); ++i) {
        missing[i] = graph.predecessors(TaskId(i)).size();
        if (missing[i] == 0) ready.emplace(Time::zero(), TaskId(i));
    }
    while (!ready.empty() && !schedule.cancelled()) {
        const TaskId task = ready.top().second;
        ready.pop();
        const NodeId node = nodes[task.index()];
        if (!node.valid()) continue;  // its successors are left out too
        const Candidate option = schedule.candidate(task, node, schedule.dataReady(task, node));
        if (option.finish.isNever()) continue;
        schedule.place(task, option, 0);
        for (const TaskId child : graph.successors(task)) {
            since[child.index()] = std::max(since[child.index()], option.finish);
            if (--missing[child.index()] == 0) ready.emplace(since[child.index()], child);
        }
    }
}

// A node drawn for each task, uniformly among those that can run it.
class RandomNode final : public StaticScheduler {
public:
    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        PartialSchedule schedule(view, Fill::append, {"a node drawn uniformly; ready order", kNotCompared}, log);
        std::vector<NodeId> nodes(schedule.graph().taskCount());
        std::vector<NodeId> able;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            able.clear();
            for (const NodeId node : schedule.workers())
                if (!view.estimate.computeTime(TaskId(i), node).isNever()) able.push_back(node);
            if (!able.empty()) nodes[i] = able[RandomStream(view.seed, Purpose::scheduler, i).below(able.size())];
        }
        placeWhenReady(schedule, nodes);
        schedule.emit(placements);
    }
};

// The node that can run the most tasks and, among those, all of them in the least time.
NodeId fastestNode(const Estimator& estimate) {
    NodeId best;
    std::size_t mostTasks = 0;
    Time leastTime = Time::never();
    for (const NodeId node : estimate.workers()) {
        std::size_t tasks = 0;
        Time sum = Time::zero();
        for (std::size_t i = 0; i < estimate.graph().taskCount(); ++i) {
            const Time time = estimate.computeTime(TaskId(i), node);
            if (time.isNever()) continue;
            ++tasks;
            sum += time;
        }
        if (best.valid() && (tasks < mostTasks || (tasks == mostTasks && sum >= leastTime))) continue;
        best = node;
        mostTasks = tasks;
        leastTime = sum;
    }
    return best;
}

// Everything on one node; what it cannot run goes to the node that runs it soonest.
class FastestNode final : public StaticScheduler {
public:
    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        const Reason reason{"everything on the node that needs least time for all tasks; ready order", kNotCompared};
        PartialSchedule schedule(view, Fill::append, reason, log);
        const NodeId fastest = fastestNode(view.estimate);
        std::vector<NodeId> nodes(schedule.graph().taskCount(), fastest);
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            Time least = view.estimate.computeTime(TaskId(i), fastest);
            if (!least.isNever()) continue;
            nodes[i] = NodeId::none();
            for (const NodeId node : schedule.workers()) {
                const Time time = view.estimate.computeTime(TaskId(i), node);
                if (time >= least) continue;
                least = time;
                nodes[i] = node;
            }
        }
        placeWhenReady(schedule, nodes);
        schedule.emit(placements);
    }
};

}  // namespace

SchedulerPtr makeRoundRobin() { return std::make_unique<RoundRobin>(); }
SchedulerPtr makeRandom() { return std::make_unique<RandomNode>(); }
SchedulerPtr makeFastestNode() { return std::make_unique<FastestNode>(); }

}  // namespace loom
