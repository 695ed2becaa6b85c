// What a scheduler may know of costs: estimates of compute and transfer times, never the truth behind them
// unless the information mode is `exact`.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "core/base/time.h"
#include "core/graph/task_graph.h"
#include "core/platform/platform.h"

namespace loom {

// How much an estimate knows (after Estee's information modes).
enum class Information : std::uint8_t {
    exact,  // the true durations
    noisy,  // each task's true duration times a log-normal factor of median 1, keyed by task
    mean,   // on each node the mean of the task's kind there
    blind,  // on each node the same for every task: the mean of the workload there
};

struct Knowledge {
    Knowledge(Information what = Information::exact, double deviation = 0.3) : mode(what), sigma(deviation) {}
    Information mode;
    double sigma;  // of the logarithm of the noisy factor
};

// How several objects of one edge, and contention, enter an estimate.
enum class TransferEstimate : std::uint8_t {
    parallel,  // every object alone at its bottleneck, the longest counts: exact under `unshared`
    serial,    // all bytes of the edge one after another: a first guess under contention
};

// The true duration of a task on a node: runtimes[node], else work / speed (of the accelerator it needs, else of
// one core), times what the task's cores make of it (TaskGraph::scaling: 1 unless the task states how it scales; then
// `work` is what each of its k cores does). A task of k cores takes k slots for that time. never() when the node cannot
// run it: too few cores, too little memory, no such accelerator.
Time trueComputeTime(const TaskGraph& graph, const Platform& platform, TaskId task, NodeId node);

// Which of the node's accelerators (position in NodeInfo::accelerators) the task would take; nullopt when it asks for
// none or the node has none of its kind.
std::optional<std::size_t> deviceFor(const TaskGraph& graph, const Platform& platform, TaskId task, NodeId node);

// latency + bytes / bandwidth; zero on one node; never() without a route. Zero bytes cost the latency.
Time transferDuration(const Platform& platform, double bytes, NodeId from, NodeId to);

// Immutable after construction; thread-safe. Refers to the graph and the platform, which must outlive it.
class Estimator {
public:
    Estimator(const TaskGraph& graph, const Platform& platform, Knowledge knowledge = {},
              TransferEstimate transfers = TransferEstimate::parallel, std::uint64_t seed = 1);

    [[nodiscard]] const TaskGraph& graph() const { return *graph_; }
    [[nodiscard]] const Platform& platform() const { return *platform_; }
    [[nodiscard]] const std::vector<NodeId>& workers() const { return workers_; }  // nodes with cores, ascending

    [[nodiscard]] Time computeTime(TaskId task, NodeId node) const {  // never() = cannot run there
        const double work = plainWork_[task.index()];
        return work >= 0 ? Time::fromSeconds(work / speed_[node.index()]) : computeTimeOfSpecial(task, node);
    }
    // True for a task known to take one core and nothing else, on any worker: where a core is free it can run.
    [[nodiscard]] bool isPlain(TaskId task) const { return plainWork_[task.index()] >= 0; }
    // True when the estimates are the truth.
    [[nodiscard]] bool isExact() const { return factor_.empty() && guess_.empty(); }
    [[nodiscard]] bool canRun(TaskId task, NodeId node) const {
        return plainWork_[task.index()] >= 0 ? speed_[node.index()] > 0 : !computeTimeOfSpecial(task, node).isNever();
    }
    // Zero for an edge without data: nothing moves.
    [[nodiscard]] Time transferTime(EdgeId edge, NodeId from, NodeId to) const {
        const double bytes = paths().edgeBytes[edge.index()];
        return bytes < 0 ? Time::zero() : duration(bytes, from, to);
    }
    [[nodiscard]] Time dataTime(DataId data, NodeId from, NodeId to) const { return duration(graph_->dataBytes(data), from, to); }
    // When the task could start on `node` whatever its predecessors do: it is released, and its workflow inputs (objects
    // without producer) are there if fetched from storage at once.
    [[nodiscard]] Time earliestStart(TaskId task, NodeId node) const;
    [[nodiscard]] Time releaseTime(TaskId task) const {
        return releases_.empty() ? Time::zero() : Time::fromSeconds(releases_[task.index()]);
    }

    // Means used by ranks, in seconds, in double: over workers that can run the task.
    [[nodiscard]] double meanCompute(TaskId task) const;
    // Mean over ordered pairs p != q of workers with a route of latency + bytes / bandwidth(p, q); 0 with one worker
    // and for an edge without data. Beyond 1024 workers the mean is over a fixed sample of a million pairs.
    [[nodiscard]] double meanTransferByPairs(EdgeId edge) const;
    // bytes / mean bandwidth over the same pairs, plus mean latency.
    [[nodiscard]] double meanTransferByBandwidth(EdgeId edge) const;

private:
    struct Hop {
        Time latency;      // never() = no route
        double bandwidth;  // B/s
    };
    // What edges and routes come to; measured when it is first asked for, as many online schedulers never do.
    struct Paths {
        std::once_flag once;
        std::atomic<bool> measured{false};
        std::vector<Hop> hops;  // by pair of nodes; one entry if uniform; empty for large uneven platforms
        bool uniform = false;   // every pair of nodes has the same path
        double meanInverseBandwidth = 0;
        double meanBandwidth = 0;
        double meanLatency = 0;
        std::vector<double> edgeBytes;  // by edge: what decides its transfer time; -1 without data
    };
    void measureTasks();
    [[nodiscard]] const Paths& paths() const {
        if (!paths_->measured.load(std::memory_order_acquire)) measurePaths();
        return *paths_;
    }
    void measurePaths() const;
    void measureRoutes(Paths& paths) const;
    void measureEdges(Paths& paths) const;
    void estimateTasks(Knowledge knowledge, std::uint64_t seed);
    [[nodiscard]] double guessed(TaskId task, NodeId node) const { return guess_[group_[task.index()] * platform_->nodeCount() + node.index()]; }
    [[nodiscard]] Time computeTimeOfSpecial(TaskId task, NodeId node) const;
    // transferDuration() from the table of paths, to the nanosecond.
    [[nodiscard]] Time duration(double bytes, NodeId from, NodeId to) const {
        if (from == to) return Time::zero();
        const Paths& known = paths();
        if (known.hops.empty()) return transferDuration(*platform_, bytes, from, to);
        const Hop& hop = known.hops[known.uniform ? 0 : from.index() * speed_.size() + to.index()];
        return hop.latency + Time::fromSeconds(bytes / hop.bandwidth);
    }

    const TaskGraph* graph_;
    const Platform* platform_;
    std::span<const double> releases_;  // by task, s; empty: all 0
    TransferEstimate transfers_;
    std::vector<NodeId> workers_;
    std::vector<double> plainWork_;  // per task: flop where time is work / speed on every worker, else -1
    std::vector<double> speed_;      // per node, flop/s; 0 for a node without cores
    std::vector<double> factor_;         // noisy: per task, estimate / truth; else empty
    std::vector<double> guess_;          // mean, blind: group x node, s; nothing in it is of the single task. Else empty
    std::vector<std::uint32_t> group_;   // mean, blind: per task
    std::unique_ptr<Paths> paths_;
};

}  // namespace loom
