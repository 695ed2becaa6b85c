#include "core/trace/bounds.h"

#include <algorithm>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/cost/estimator.h"
#include "core/trace/metrics.h"

namespace loom {

namespace {

double secondsOf(Time time) { return time.isNever() ? std::numeric_limits<double>::infinity() : time.seconds(); }

// The shortest time of each task over all nodes. Where time is work / speed, nodes are tried by falling speed and the
// first that can run the task is the answer; a thousand nodes then cost no more than one.
class FastestNode {
public:
    FastestNode(const TaskGraph& graph, const Platform& platform) : graph_(graph), platform_(platform) {}

    Time timeOf(TaskId task) {
        if (!graph_.runtimes(task).empty()) return smallest(task);
        for (NodeId node : byFallingSpeed(graph_.accelerator(task))) {
            const Time time = trueComputeTime(graph_, platform_, task, node);
            if (!time.isNever()) return time;
        }
        return Time::never();
    }

    // Nodes with cores by falling speed: of the kind's devices, or of a core when no kind is asked for.
    const std::vector<NodeId>& byFallingSpeed(std::string_view accelerator) {
        const auto known = orders_.find(accelerator);
        if (known != orders_.end()) return known->second;
        std::vector<NodeId> order;
        for (std::size_t i = 0; i < platform_.nodeCount(); ++i) {
            if (platform_.computes(NodeId(i))) order.push_back(NodeId(i));
        }
        std::stable_sort(order.begin(), order.end(),
                         [&](NodeId a, NodeId b) { return speedOf(a, accelerator) > speedOf(b, accelerator); });
        return orders_.emplace(std::string(accelerator), std::move(order)).first->second;
    }

private:
    Time smallest(TaskId task) const {
        Time best = Time::never();
        for (std::size_t i = 0; i < platform_.nodeCount(); ++i) {
            best = std::min(best, trueComputeTime(graph_, platform_, task, NodeId(i)));
        }
        return best;
    }

    double speedOf(NodeId node, std::string_view accelerator) const {
        const NodeInfo& info = platform_.node(node);
        if (accelerator.empty()) return info.speed;
        for (const AcceleratorInfo& device : info.accelerators) {
            if (device.kind == accelerator) return device.speed;
        }
        return 0;
    }

    const TaskGraph& graph_;
    const Platform& platform_;
    std::map<std::string, std::vector<NodeId>, std::less<>> orders_;
};

Time serialOn(const TaskGraph& graph, const Platform& platform, NodeId node) {
    Time sum = Time::zero();
    for (std::size_t i = 0; i < graph.taskCount() && !sum.isNever(); ++i) {
        sum += trueComputeTime(graph, platform, TaskId(i), node);
    }
    return sum;
}

// Time is work / speed for every task, so that the fastest node that can run them all is the best.
bool fasterIsBetter(const TaskGraph& graph) {
    for (std::size_t i = 0; i < graph.taskCount(); ++i) {
        if (!graph.runtimes(TaskId(i)).empty() || !graph.accelerator(TaskId(i)).empty()) return false;
    }
    return true;
}

}  // namespace

std::vector<Time> fastestTimes(const TaskGraph& graph, const Platform& platform) {
    FastestNode fastest(graph, platform);
    std::vector<Time> times;
    times.reserve(graph.taskCount());
    for (std::size_t i = 0; i < graph.taskCount(); ++i) times.push_back(fastest.timeOf(TaskId(i)));
    return times;
}

Time criticalPathTime(const TaskGraph& graph, const Platform& platform) {
    FastestNode fastest(graph, platform);
    std::vector<Time> finish(graph.taskCount());
    Time longest = Time::zero();
    for (TaskId task : graph.topologicalOrder()) {
        Time start = Time::fromSeconds(graph.release(task));
        for (TaskId parent : graph.predecessors(task)) start = std::max(start, finish[parent.index()]);
        finish[task.index()] = start + fastest.timeOf(task);
        longest = std::max(longest, finish[task.index()]);
    }
    return longest;
}

Time areaTime(const TaskGraph& graph, const Platform& platform) {
    FastestNode fastest(graph, platform);
    const std::uint64_t cores = platform.totalCores();
    const std::uint64_t limit = static_cast<std::uint64_t>(Time::never().nanoseconds());
    // Quotients and remainders apart: cores x time alone could overflow 64 bits, these products cannot.
    Time whole = Time::zero();
    std::uint64_t rest = 0;
    for (std::size_t i = 0; i < graph.taskCount(); ++i) {
        const Time time = fastest.timeOf(TaskId(i));
        if (time.isNever()) return Time::never();
        if (platform.sharesCores() && !graph.accelerator(TaskId(i)).empty()) continue;
        const std::uint64_t width = graph.cores(TaskId(i));
        const std::uint64_t ns = static_cast<std::uint64_t>(time.nanoseconds());
        const std::uint64_t remainder = ns % cores * width + rest;
        if (ns / cores > limit / width) return Time::never();
        whole += Time::fromNanoseconds(static_cast<std::int64_t>(ns / cores * width));
        whole += Time::fromNanoseconds(static_cast<std::int64_t>(remainder / cores));
        rest = remainder % cores;
    }
    return whole;
}

double criticalPathBound(const TaskGraph& graph, const Platform& platform) {
    return secondsOf(criticalPathTime(graph, platform));
}

double areaBound(const TaskGraph& graph, const Platform& platform) { return secondsOf(areaTime(graph, platform)); }

double serialSeconds(const TaskGraph& graph, const Platform& platform) {
    FastestNode nodes(graph, platform);
    const bool firstWins = fasterIsBetter(graph);
    Time best = Time::never();
    for (NodeId node : nodes.byFallingSpeed({})) {
        best = std::min(best, serialOn(graph, platform, node));
        if (firstWins && !best.isNever()) break;
    }
    return secondsOf(best);
}

}  // namespace loom
