#include "core/cost/estimator.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/hash.h"
#include "core/base/rng.h"

namespace loom {

namespace {

constexpr double kCannotRun = std::numeric_limits<double>::infinity();
constexpr std::size_t kMostTabledNodes = 512;  // 4 MB of paths
constexpr std::size_t kMostPairedWorkers = 1024;
constexpr std::uint64_t kSampledPairs = 1 << 20;

// What a task on a device waits for its data: inputs go there before, outputs come back after (model-spec.md 15.1).
double copySeconds(const TaskGraph& graph, const AcceleratorInfo& device, TaskId task) {
    if (device.bandwidth <= 0) return 0;
    double bytes = 0;
    for (const DataId data : graph.inputs(task)) bytes += graph.dataBytes(data);
    for (const DataId data : graph.outputs(task)) bytes += graph.dataBytes(data);
    return bytes / device.bandwidth;
}

double trueSeconds(const TaskGraph& graph, const Platform& platform, TaskId task, NodeId id) {
    const NodeInfo& node = platform.node(id);
    if (graph.cores(task) > node.cores) return kCannotRun;
    if (node.memory > 0 && graph.memory(task) > node.memory) return kCannotRun;
    double speed = node.speed;
    double copies = 0;
    if (!graph.accelerator(task).empty()) {
        const std::optional<std::size_t> device = deviceFor(graph, platform, task, id);
        if (!device) return kCannotRun;
        speed = node.accelerators[*device].speed;
        copies = copySeconds(graph, node.accelerators[*device], task);
    }
    const std::span<const double> runtimes = graph.runtimes(task);
    const double scaling = graph.scaling(task);
    if (runtimes.empty()) return graph.work(task) * scaling / speed + copies;
    return id.index() < runtimes.size() ? runtimes[id.index()] * scaling + copies : kCannotRun;
}

// On every node the mean of every group of tasks, over those that can run there: group x node.
std::vector<double> groupMeans(const TaskGraph& graph, const Platform& platform, const std::vector<NodeId>& workers,
                               const std::vector<std::uint32_t>& group, std::size_t groups) {
    const std::size_t m = platform.nodeCount();
    std::vector<double> mean(groups * m, 0);
    std::vector<double> count(groups * m, 0);
    for (std::size_t t = 0; t < group.size(); ++t)
        for (const NodeId node : workers) {
            const double seconds = trueSeconds(graph, platform, TaskId(t), node);
            if (seconds == kCannotRun) continue;
            mean[group[t] * m + node.index()] += seconds;
            count[group[t] * m + node.index()] += 1;
        }
    for (std::size_t i = 0; i < mean.size(); ++i)
        if (count[i] > 0) mean[i] /= count[i];
    return mean;
}

// Sums over pairs of workers that have a route.
struct PathSums {
    double latency = 0, bandwidth = 0, inverse = 0;
    std::uint64_t pairs = 0;
    PathCost first;
    bool uniform = true;

    void add(const PathCost& cost) {
        if (!cost.reachable) {
            uniform = false;
            return;
        }
        if (pairs == 0) first = cost;
        uniform = uniform && cost.latency == first.latency && cost.bandwidth == first.bandwidth;
        latency += cost.latency;
        bandwidth += cost.bandwidth;
        inverse += 1 / cost.bandwidth;
        ++pairs;
    }
};

PathSums sumPaths(const Platform& platform, const std::vector<NodeId>& workers) {
    PathSums sums;
    const std::uint64_t m = workers.size();
    if (m <= kMostPairedWorkers) {
        for (NodeId p : workers)
            for (NodeId q : workers)
                if (p != q) sums.add(platform.pathCost(p, q));
        return sums;
    }
    for (std::uint64_t i = 0; i < kSampledPairs; ++i) {
        const std::uint64_t p = i % m;
        const std::uint64_t q = (p + 1 + mix64(i) % (m - 1)) % m;
        sums.add(platform.pathCost(workers[p], workers[q]));
    }
    return sums;
}

}  // namespace

std::optional<std::size_t> deviceFor(const TaskGraph& graph, const Platform& platform, TaskId task, NodeId node) {
    const std::string_view kind = graph.accelerator(task);
    if (kind.empty()) return std::nullopt;
    const std::vector<AcceleratorInfo>& devices = platform.node(node).accelerators;
    for (std::size_t i = 0; i < devices.size(); ++i)
        if (devices[i].kind == kind) return i;
    return std::nullopt;
}

Time trueComputeTime(const TaskGraph& graph, const Platform& platform, TaskId task, NodeId node) {
    return Time::fromSeconds(trueSeconds(graph, platform, task, node));
}

Time transferDuration(const Platform& platform, double bytes, NodeId from, NodeId to) {
    if (from == to) return Time::zero();
    const PathCost cost = platform.pathCost(from, to);
    if (!cost.reachable) return Time::never();
    return Time::fromSeconds(cost.latency) + Time::fromSeconds(bytes / cost.bandwidth);
}

Estimator::Estimator(const TaskGraph& graph, const Platform& platform, Knowledge knowledge, TransferEstimate transfers,
                     std::uint64_t seed)
    : graph_(&graph), platform_(&platform), releases_(graph.releases()), transfers_(transfers), paths_(std::make_unique<Paths>()) {
    for (std::size_t i = 0; i < platform.nodeCount(); ++i) {
        const NodeId node(i);
        speed_.push_back(platform.computes(node) ? platform.node(node).speed : 0);
        if (platform.computes(node)) workers_.push_back(node);
    }
    measureTasks();
    if (knowledge.mode != Information::exact) estimateTasks(knowledge, seed);
}

void Estimator::measureTasks() {
    bool memoryLimited = false;
    for (NodeId node : workers_) memoryLimited = memoryLimited || platform_->node(node).memory > 0;
    plainWork_.reserve(graph_->taskCount());
    for (std::size_t i = 0; i < graph_->taskCount(); ++i) {
        const TaskId task(i);
        const bool plain = graph_->cores(task) == 1 && graph_->accelerator(task).empty() && graph_->runtimes(task).empty() &&
                           graph_->scaling(task) == 1 &&
                           (!memoryLimited || graph_->memory(task) == 0);
        plainWork_.push_back(plain ? graph_->work(task) : -1);
    }
}

void Estimator::measurePaths() const {
    std::call_once(paths_->once, [this] {
        measureRoutes(*paths_);
        measureEdges(*paths_);
        paths_->measured.store(true, std::memory_order_release);
    });
}

void Estimator::measureEdges(Paths& paths) const {
    paths.edgeBytes.reserve(graph_->edgeCount());
    for (std::size_t i = 0; i < graph_->edgeCount(); ++i) {
        double bytes = -1;
        for (DataId data : graph_->edgeData(EdgeId(i))) {
            const double size = graph_->dataBytes(data);
            bytes = transfers_ == TransferEstimate::serial && bytes >= 0 ? bytes + size : std::max(bytes, size);
        }
        paths.edgeBytes.push_back(bytes);
    }
}

void Estimator::measureRoutes(Paths& paths) const {
    const PathSums sums = sumPaths(*platform_, workers_);
    if (sums.pairs > 0) {
        const auto pairs = static_cast<double>(sums.pairs);
        paths.meanLatency = sums.uniform ? sums.first.latency : sums.latency / pairs;
        paths.meanBandwidth = sums.uniform ? sums.first.bandwidth : sums.bandwidth / pairs;
        paths.meanInverseBandwidth = sums.inverse / pairs;
    }
    const std::size_t n = platform_->nodeCount();
    paths.uniform = sums.uniform && sums.pairs > 0 && workers_.size() == n && n <= kMostPairedWorkers;
    if (paths.uniform) paths.hops.push_back({Time::fromSeconds(sums.first.latency), sums.first.bandwidth});
    if (paths.uniform || n > kMostTabledNodes) return;
    paths.hops.reserve(n * n);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j) {
            const PathCost cost = platform_->pathCost(NodeId(i), NodeId(j));
            paths.hops.push_back(
                {cost.reachable ? Time::fromSeconds(cost.latency) : Time::never(), cost.reachable ? cost.bandwidth : 1});
        }
}

void Estimator::estimateTasks(Knowledge knowledge, std::uint64_t seed) {
    const std::size_t n = graph_->taskCount();
    plainWork_.assign(n, -1);  // every task takes the long way
    if (knowledge.mode == Information::noisy) {
        factor_.reserve(n);
        for (std::size_t i = 0; i < n; ++i) factor_.push_back(RandomStream(seed, Purpose::estimate, i).logNormal(0, knowledge.sigma));
        return;
    }
    const bool byKind = knowledge.mode == Information::mean;
    group_.assign(n, 0);
    for (std::size_t i = 0; byKind && i < n; ++i) group_[i] = graph_->kind(TaskId(i)).value;
    guess_ = groupMeans(*graph_, *platform_, workers_, group_, byKind ? graph_->kindCount() : 1);
}

Time Estimator::computeTimeOfSpecial(TaskId task, NodeId node) const {
    const double truth = trueSeconds(*graph_, *platform_, task, node);
    if (truth == kCannotRun || isExact()) return Time::fromSeconds(truth);
    return Time::fromSeconds(guess_.empty() ? truth * factor_[task.index()] : guessed(task, node));
}

Time Estimator::earliestStart(TaskId task, NodeId node) const {
    const Time released = releaseTime(task);
    const NodeId storage = platform_->storage();
    if (!storage.valid() || storage == node) return released;
    double bytes = -1;
    for (DataId data : graph_->inputs(task)) {
        if (graph_->producer(data).valid()) continue;
        const double size = graph_->dataBytes(data);
        bytes = transfers_ == TransferEstimate::serial && bytes >= 0 ? bytes + size : std::max(bytes, size);
    }
    return bytes < 0 ? released : std::max(released, duration(bytes, storage, node));
}

double Estimator::meanCompute(TaskId task) const {
    double sum = 0;
    std::size_t count = 0;
    for (const NodeId node : workers_) {
        const double truth = trueSeconds(*graph_, *platform_, task, node);
        if (truth == kCannotRun) continue;
        sum += guess_.empty() ? truth : guessed(task, node);
        ++count;
    }
    const double mean = count > 0 ? sum / static_cast<double>(count) : 0;
    return factor_.empty() ? mean : mean * factor_[task.index()];
}

double Estimator::meanTransferByPairs(EdgeId edge) const {
    const double bytes = paths().edgeBytes[edge.index()];
    return bytes < 0 ? 0 : paths().meanLatency + bytes * paths().meanInverseBandwidth;
}

double Estimator::meanTransferByBandwidth(EdgeId edge) const {
    const double bytes = paths().edgeBytes[edge.index()];
    if (bytes < 0 || paths().meanBandwidth == 0) return 0;
    return paths().meanLatency + bytes / paths().meanBandwidth;
}

}  // namespace loom
