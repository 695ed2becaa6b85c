#include "core/trace/metrics.h"

#include <algorithm>
#include <memory>

#include "core/graph/graph_measures.h"
#include "core/trace/core_account.h"
#include "core/trace/metrics_series.h"
#include "core/trace/record_fits.h"

namespace loom {

namespace {

// Adds up attempts, transfers and down times over one pass of the records.
class Tally {
public:
    Tally(const Run& run, Metrics& metrics)
        : graph_(*run.scenario->graph),
          metrics_(metrics),
          attempts_(graph_.taskCount()),
          nodes_(run.scenario->platform->nodeCount()) {
        if (run.scenario->platform->sharesCores()) shares_ = std::make_unique<CoreAccount>(graph_, *run.scenario->platform);
    }

    void fold(const Record& record) {
        if (!recordFits(record, attempts_.size(), graph_.dataCount(), nodes_.size())) return;
        switch (record.kind) {
            case RecordKind::computeBegin:
                return begin(record);
            case RecordKind::computeEnd:
                return end(record, true);
            case RecordKind::computeFailed:
                return end(record, false);
            case RecordKind::taskRetry:
                attempts_[record.subject].committed = false;
                return;
            case RecordKind::transferEnd:
                ++metrics_.transfers;
                metrics_.bytesMoved += graph_.dataBytes(record.data());
                return;
            case RecordKind::nodeDown:
                if (!nodes_[record.subject].down) nodes_[record.subject] = {record.time, true, nodes_[record.subject].busy};
                return;
            case RecordKind::nodeUp:
                if (nodes_[record.subject].down) downs_.push_back({nodes_[record.subject].since, record.time});
                nodes_[record.subject].down = false;
                return;
            case RecordKind::runEnd:
                ended_ = true;
                return;
            default:
                return;
        }
    }

    // Measured seconds of the task's last committed attempt; 0 if there is none.
    [[nodiscard]] double committedSeconds(TaskId task) const { return attempts_[task.index()].lastCommitted / graph_.cores(task); }

    // `end` is the time of the last record.
    void finish(const Platform& platform, Time end) {
        for (std::size_t i = 0; i < attempts_.size(); ++i) {
            Attempt& attempt = attempts_[i];
            if (attempt.committed) ++metrics_.committed;
            if (attempt.node.valid() && ended_) metrics_.wastedSeconds += coreSeconds(attempt, TaskId(i), end);
        }
        const double makespan = makespan_.seconds();
        metrics_.makespan = makespan;
        metrics_.nodeUtilisation.assign(nodes_.size(), 0);
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            if (nodes_[i].down) downs_.push_back({nodes_[i].since, makespan_});
            const double capacity = platform.node(NodeId(i)).cores * makespan;
            if (capacity > 0) metrics_.nodeUtilisation[i] = nodes_[i].busy / capacity;
        }
        for (const Interval& down : downs_) {
            const Time stop = std::min(down.end, makespan_);
            if (stop > down.begin) metrics_.downSeconds += (stop - down.begin).seconds();
        }
    }

private:
    struct Attempt {
        Time begin;
        NodeId node;               // none: not running
        double lastCommitted = 0;  // core-seconds of the last attempt that committed
        bool committed = false;
    };
    struct Node {
        Time since;
        bool down = false;
        double busy = 0;  // core-seconds, committed attempts
    };
    struct Interval {
        Time begin, end;
    };

    [[nodiscard]] double coreSeconds(const Attempt& attempt, TaskId task, Time end) {
        if (shares_) return shares_->end(task, end).coreSeconds;
        return (end - attempt.begin).seconds() * graph_.cores(task);
    }

    void begin(const Record& record) {
        Attempt& attempt = attempts_[record.subject];
        ++metrics_.attempts;
        metrics_.wastedSeconds += attempt.lastCommitted;
        attempt.lastCommitted = 0;
        attempt.begin = record.time;
        attempt.node = record.node();
        if (shares_) shares_->begin(record.task(), attempt.node, record.time);
    }

    void end(const Record& record, bool committed) {
        Attempt& attempt = attempts_[record.subject];
        if (!attempt.node.valid()) return;
        const double seconds = coreSeconds(attempt, record.task(), record.time);
        if (committed) {
            metrics_.busySeconds += seconds;
            nodes_[attempt.node.index()].busy += seconds;
            attempt.lastCommitted = seconds;
            attempt.committed = true;
            makespan_ = record.time;
        } else {
            ++metrics_.failedAttempts;
            metrics_.wastedSeconds += seconds;
        }
        attempt.node = NodeId::none();
    }

    const TaskGraph& graph_;
    Metrics& metrics_;
    std::unique_ptr<CoreAccount> shares_;  // where tasks share cores
    std::vector<Attempt> attempts_;        // by task
    std::vector<Node> nodes_;
    std::vector<Interval> downs_;
    Time makespan_;
    bool ended_ = false;
};

// A real run is judged by what its tasks took there: the modelled work says nothing about a kernel that was shrunk, or
// about this machine.
void judgeByMeasuredTimes(const TaskGraph& graph, const Platform& platform, const Tally& tally, Metrics& metrics) {
    const auto seconds = [&](TaskId task) { return tally.committedSeconds(task); };
    for (std::size_t t = 0; t < graph.taskCount(); ++t) {
        metrics.serialSeconds += seconds(TaskId(t));
        metrics.areaBound += seconds(TaskId(t)) * graph.cores(TaskId(t)) / platform.totalCores();
    }
    metrics.criticalPathSeconds = criticalPath(graph, seconds, [](EdgeId) { return 0.0; }).length;
}

// What was counted while the run went on, where no records are kept.
void fillFromTotals(const Run& run, Metrics& metrics) {
    const RunTotals& totals = run.totals;
    metrics.makespan = totals.lastCommit.seconds();
    metrics.committed = run.outcome == Outcome::finished ? metrics.tasks : static_cast<std::size_t>(totals.commits);
    metrics.attempts = static_cast<std::size_t>(totals.attempts);
    metrics.failedAttempts = static_cast<std::size_t>(totals.failedAttempts);
    metrics.busySeconds = totals.busySeconds;
    metrics.nodeUtilisation.assign(run.scenario->platform->nodeCount(), 0);
}

}  // namespace

Metrics computeMetrics(const Run& run) {
    const TaskGraph& graph = *run.scenario->graph;
    const Platform& platform = *run.scenario->platform;
    Metrics metrics;
    metrics.tasks = graph.taskCount();
    Tally tally(run, metrics);
    const std::size_t count = run.trace->size();
    if (run.detail == RecordDetail::none) {
        fillFromTotals(run, metrics);
    } else {
        for (std::size_t i = 0; i < count; ++i) tally.fold((*run.trace)[i]);
        tally.finish(platform, count == 0 ? Time::zero() : (*run.trace)[count - 1].time);
    }
    if (run.detail != RecordDetail::full) {
        metrics.transfers = static_cast<std::size_t>(run.totals.transfers);
        metrics.bytesMoved = run.totals.bytesMoved;
    }

    if (run.world == WorldKind::real) {
        judgeByMeasuredTimes(graph, platform, tally, metrics);
    } else {
        metrics.serialSeconds = serialSeconds(graph, platform);
        metrics.criticalPathSeconds = criticalPathBound(graph, platform);
        metrics.areaBound = areaBound(graph, platform);
    }
    const Series ready = readySeries(run);
    metrics.peakReady = static_cast<std::size_t>(*std::max_element(ready.value.begin(), ready.value.end()));
    if (!(metrics.makespan > 0)) return metrics;

    const double cores = platform.totalCores();
    metrics.utilisation = metrics.busySeconds / (cores * metrics.makespan);
    metrics.throughput = static_cast<double>(metrics.committed) / metrics.makespan;
    metrics.meanReady = integrate(ready, 0, metrics.makespan) / metrics.makespan;
    metrics.speedup = metrics.serialSeconds / metrics.makespan;
    metrics.efficiency = metrics.speedup / cores;
    if (metrics.criticalPathSeconds > 0) metrics.slr = metrics.makespan / metrics.criticalPathSeconds;
    return metrics;
}

}  // namespace loom
