#include "core/trace/metrics_series.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "core/trace/core_account.h"
#include "core/trace/record_fits.h"

namespace loom {

BusyCores::BusyCores(const Run& run)
    : graph_(run.scenario->graph.get()),
      platform_(run.scenario->platform.get()),
      data_(graph_->dataCount()),
      demand_(run.scenario->platform->nodeCount()),
      runsOn_(graph_->taskCount()),
      life_(graph_->taskCount()),
      lives_(demand_.size()) {}

std::int64_t BusyCores::fold(const Record& record) {
    if (!recordFits(record, runsOn_.size(), data_, demand_.size())) return 0;
    std::int64_t change = 0;
    if (record.kind == RecordKind::nodeDown) {
        node_ = record.node();
        ++lives_[record.subject];
        change = -demand_[record.subject];
    } else if (record.kind == RecordKind::computeBegin) {
        const NodeId before = runsOn_[record.subject];
        if (before.valid() && life_[record.subject] == lives_[before.index()]) return 0;
        node_ = record.node();
        runsOn_[record.subject] = node_;
        life_[record.subject] = lives_[record.a];
        change = demand(record.task());
    } else if (record.kind == RecordKind::computeEnd || record.kind == RecordKind::computeFailed) {
        node_ = runsOn_[record.subject];
        if (!node_.valid()) return 0;
        runsOn_[record.subject] = NodeId::none();
        if (life_[record.subject] == lives_[node_.index()]) change = -demand(record.task());
    }
    if (change == 0) return 0;
    const std::int64_t before = busyOf(node_);
    demand_[node_.index()] += change;
    return busyOf(node_) - before;
}

std::int64_t BusyCores::demand(TaskId task) const {
    return platform_->sharesCores() ? sharedWidth(*graph_, task) : graph_->cores(task);
}

// Tasks that share cores may ask for more than there are.
std::int64_t BusyCores::busyOf(NodeId node) const {
    return std::min<std::int64_t>(demand_[node.index()], platform_->node(node).cores);
}

void StepBuilder::set(Time time, double value) {
    if (series_.time.empty() && time > Time::zero()) {
        series_.time.push_back(0);
        series_.value.push_back(0);
    }
    value_ = value;
    const double seconds = time.seconds();
    if (series_.time.empty() || series_.time.back() < seconds) {
        if (!series_.value.empty() && series_.value.back() == value) return;
        series_.time.push_back(seconds);
        series_.value.push_back(value);
        return;
    }
    series_.value.back() = value;
    const std::size_t count = series_.value.size();
    if (count > 1 && series_.value[count - 2] == value) {  // up and down within one instant
        series_.time.pop_back();
        series_.value.pop_back();
    }
}

Series StepBuilder::finish(Time end) {
    if (series_.time.empty()) set(Time::zero(), 0);
    if (series_.time.back() < end.seconds()) {
        series_.time.push_back(end.seconds());
        series_.value.push_back(value_);
    }
    return std::move(series_);
}

double integrate(const Series& series, double from, double to) {
    double sum = 0;
    for (std::size_t i = 0; i < series.time.size(); ++i) {
        const double begin = std::max(from, series.time[i]);
        const double end = i + 1 < series.time.size() ? std::min(to, series.time[i + 1]) : to;
        if (end > begin) sum += series.value[i] * (end - begin);
    }
    return sum;
}

namespace {

// The mean of a step function in each of `bins` equal parts of [0, end], times `scale`. One pass.
Series binned(const Series& steps, double end, std::size_t bins, double scale) {
    Series out;
    if (bins == 0 || !(end > 0)) return out;
    const double width = end / static_cast<double>(bins);
    std::vector<double> sums(bins);
    for (std::size_t i = 0; i < steps.time.size(); ++i) {
        double begin = steps.time[i];
        const double stop = i + 1 < steps.time.size() ? steps.time[i + 1] : end;
        auto bin = static_cast<std::size_t>(begin / width);
        for (; begin < stop && bin < bins; ++bin) {
            const double edge = bin + 1 == bins ? stop : std::min(stop, static_cast<double>(bin + 1) * width);
            if (edge <= begin) continue;
            sums[bin] += steps.value[i] * (edge - begin);
            begin = edge;
        }
    }
    for (std::size_t i = 0; i < bins; ++i) {
        out.time.push_back(static_cast<double>(i) * width);
        out.value.push_back(sums[i] / width * scale);
    }
    out.time.push_back(end);
    out.value.push_back(out.value.back());
    return out;
}

// Cores busy on one node, or on all when `node` is none().
Series busySteps(const Run& run, NodeId node) {
    BusyCores busy(run);
    StepBuilder steps;
    const std::size_t count = run.trace->size();
    for (std::size_t i = 0; i < count; ++i) {
        const Record& record = (*run.trace)[i];
        const std::int64_t change = busy.fold(record);
        if (change != 0 && (!node.valid() || busy.node() == node)) steps.change(record.time, static_cast<double>(change));
    }
    return steps.finish(run.trace->end());
}

}  // namespace

Series busyCoresSeries(const Run& run) { return busySteps(run, NodeId::none()); }

Series nodeUtilisationSeries(const Run& run, NodeId node, std::size_t bins) {
    const std::uint32_t cores = run.scenario->platform->node(node).cores;
    if (cores == 0) return binned(Series{}, run.trace->end().seconds(), bins, 0);
    return binned(busySteps(run, node), run.trace->end().seconds(), bins, 1.0 / cores);
}

Series utilisationSeries(const Run& run, std::size_t bins) {
    const double cores = run.scenario->platform->totalCores();
    return binned(busyCoresSeries(run), run.trace->end().seconds(), bins, 1.0 / cores);
}

Series readySeries(const Run& run) {
    enum class Wait : std::uint8_t { no, ready, placed };
    std::vector<Wait> waits(run.scenario->graph->taskCount());
    std::size_t ready = 0;
    StepBuilder steps;
    const std::size_t count = run.trace->size();
    for (std::size_t i = 0; i < count; ++i) {
        const Record& record = (*run.trace)[i];
        if (!recordFits(record, *run.scenario->graph, *run.scenario->platform)) continue;
        Wait next = Wait::no;
        switch (record.kind) {
            case RecordKind::taskReady:
                next = waits[record.subject] == Wait::placed ? Wait::placed : Wait::ready;
                break;
            case RecordKind::taskPlaced:
                next = Wait::placed;
                break;
            case RecordKind::computeBegin:
            case RecordKind::taskRetry:
                break;
            default:
                continue;
        }
        Wait& wait = waits[record.subject];
        if ((wait == Wait::ready) != (next == Wait::ready)) {
            next == Wait::ready ? ++ready : --ready;
            steps.set(record.time, static_cast<double>(ready));
        }
        wait = next;
    }
    return steps.finish(run.trace->end());
}

Series transferSeries(const Run& run) {
    std::size_t flying = 0;
    StepBuilder steps;
    const std::size_t count = run.trace->size();
    for (std::size_t i = 0; i < count; ++i) {
        const Record& record = (*run.trace)[i];
        if (record.kind == RecordKind::transferBegin)
            ++flying;
        else if ((record.kind == RecordKind::transferEnd || record.kind == RecordKind::transferLost) && flying > 0)
            --flying;
        else
            continue;
        steps.set(record.time, static_cast<double>(flying));
    }
    return steps.finish(run.trace->end());
}

Series throughputSeries(const Run& run, std::size_t bins) {
    Series out;
    const double end = run.trace->end().seconds();
    if (bins == 0 || !(end > 0)) return out;
    const double width = end / static_cast<double>(bins);
    std::vector<double> commits(bins);
    const std::size_t count = run.trace->size();
    for (std::size_t i = 0; i < count; ++i) {
        const Record& record = (*run.trace)[i];
        if (record.kind != RecordKind::computeEnd) continue;
        const auto bin = static_cast<std::size_t>(std::max(0.0, record.time.seconds() / width));
        commits[std::min(bin, bins - 1)] += 1;
    }
    for (std::size_t i = 0; i < bins; ++i) {
        out.time.push_back(static_cast<double>(i) * width);
        out.value.push_back(commits[i] / width);
    }
    out.time.push_back(end);
    out.value.push_back(out.value.back());
    return out;
}

}  // namespace loom
