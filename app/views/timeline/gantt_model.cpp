#include "app/views/timeline/gantt_model.h"

#include <algorithm>

namespace loom {

namespace {
constexpr std::size_t kDenseRow = 1024;         // rows below this are drawn bar by bar at any zoom
constexpr std::size_t kMostBuckets = 1u << 21;  // over all rows: 32 MiB
}  // namespace

void TimeShares::begin(Time end, std::size_t buckets) {
    most_ = buckets;
    bucket_ = std::max<std::int64_t>(1, end.nanoseconds() / static_cast<std::int64_t>(buckets) + 1);
    sums_.assign(2, SlotShares{});
}

void TimeShares::add(const RowSpan& span) {
    while (span.end > bucket_ * static_cast<std::int64_t>(most_)) widen();
    const std::size_t use = static_cast<std::size_t>(span.use);
    std::int64_t at = span.begin;
    while (at < span.end) {
        const auto index = static_cast<std::size_t>(at / bucket_);
        while (sums_.size() < index + 2) sums_.push_back(sums_.back());
        const std::int64_t until = std::min(span.end, (at / bucket_ + 1) * bucket_);
        sums_[index + 1][use] += static_cast<float>(until - at) / static_cast<float>(bucket_);
        at = until;
    }
}

void TimeShares::widen() {
    if (sums_.size() % 2 == 0) sums_.push_back(sums_.back());
    const std::size_t half = sums_.size() / 2;
    for (std::size_t i = 0; i <= half; ++i) {
        for (std::size_t use = 0; use < kSlotUses; ++use) sums_[i][use] = sums_[2 * i][use] / 2;
    }
    sums_.resize(half + 1);
    bucket_ *= 2;
}

void TransferTimes::begins(Time at) {
    if (open_++ > 0) return;
    if (spans_.empty() || spans_.back().end < at) spans_.push_back({at, at});
}

void TransferTimes::ends(Time at) {
    if (open_ == 0) return;
    --open_;
    spans_.back().end = at;
}

SlotShares TimeShares::until(double buckets) const {
    const double place = std::clamp(buckets, 0.0, static_cast<double>(sums_.size() - 1));
    const auto index = std::min(static_cast<std::size_t>(place), sums_.size() - 2);
    const auto part = static_cast<float>(place - static_cast<double>(index));
    SlotShares sum;
    for (std::size_t use = 0; use < kSlotUses; ++use)
        sum[use] = sums_[index][use] + part * (sums_[index + 1][use] - sums_[index][use]);
    return sum;
}

SlotShares TimeShares::shares(std::int64_t begin, std::int64_t end) const {
    SlotShares mean{};
    if (sums_.empty() || end <= begin) return mean;
    const double length = static_cast<double>(bucket_);
    const SlotShares first = until(static_cast<double>(begin) / length), last = until(static_cast<double>(end) / length);
    const float buckets = static_cast<float>(end - begin) / static_cast<float>(bucket_);
    for (std::size_t use = 0; use < kSlotUses; ++use) mean[use] = (last[use] - first[use]) / buckets;
    return mean;
}

GanttModel::GanttModel(RunPtr run)
    : run_(std::move(run)), timeline_(*run_->scenario->graph, *run_->scenario->platform, *run_->trace, TransferBars::no) {
    const Platform& platform = *run_->scenario->platform;
    for (std::size_t n = 0; n < platform.nodeCount(); ++n) {
        firstRow_.push_back(rows_.size());
        for (std::uint32_t lane = 0; lane < platform.lanes(NodeId(n)); ++lane) {
            rows_.emplace_back();
            rows_.back().node = NodeId(n);
            rows_.back().lane = lane;
        }
    }
    firstRow_.push_back(rows_.size());
    transfers_.resize(platform.nodeCount());
    downs_.resize(platform.nodeCount());
    latestBar_.resize(run_->scenario->graph->taskCount(), Record::kNone);
}

bool GanttModel::update(std::size_t records) {
    const std::size_t from = timeline_.position();
    timeline_.update(records);
    const std::size_t to = timeline_.position();
    if (to == from) return false;
    readEnd_ = (*run_->trace)[to - 1].time;
    readTransfers(from, to);
    const auto& bars = timeline_.bars();
    for (; sorted_ < bars.size(); ++sorted_) sortIn(sorted_);
    for (GanttRow& row : rows_) {
        settle(row);
        summarise(row);
    }
    return to < run_->trace->size();
}

void GanttModel::readTransfers(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
        const Record& record = (*run_->trace)[i];
        const bool begins = record.kind == RecordKind::transferBegin;
        if (!begins && record.kind != RecordKind::transferEnd && record.kind != RecordKind::transferLost) continue;
        if (record.to().index() >= transfers_.size()) continue;
        TransferTimes& times = transfers_[record.to().index()];
        if (begins)
            times.begins(record.time);
        else
            times.ends(record.time);
    }
}

void GanttModel::sortIn(std::size_t index) {
    const Bar& bar = timeline_.bars()[index];
    const auto entry = static_cast<std::uint32_t>(index);
    const std::size_t node = bar.node.index();
    earlierBar_.push_back(Record::kNone);
    if (bar.task.valid() && bar.task.index() < latestBar_.size()) {
        earlierBar_.back() = latestBar_[bar.task.index()];
        latestBar_[bar.task.index()] = entry;
    }
    if (node >= downs_.size()) return;
    if (bar.kind == BarKind::down) {
        downs_[node].push_back(entry);
    } else if (bar.lane != Record::kNone) {
        const std::size_t lanes = rowCount(bar.node);
        for (std::size_t lane = bar.lane; lane < std::min<std::size_t>(lanes, std::size_t{bar.lane} + bar.lanes); ++lane) {
            rows_[firstRow_[node] + lane].bars.push_back(entry);
        }
    }
}

// A slot does one thing at a time, so only the last bar of a row can still be open.
void GanttModel::settle(GanttRow& row) {
    row.spans.resize(row.bars.size());
    for (std::size_t i = row.settled; i < row.bars.size(); ++i) {
        const Bar& bar = timeline_.bars()[row.bars[i]];
        row.spans[i] = {bar.begin.nanoseconds(), bar.end.nanoseconds(), useOf(bar)};
    }
    row.settled = row.bars.empty() ? 0 : row.bars.size() - 1;
}

void GanttModel::summarise(GanttRow& row) {
    if (row.settled < kDenseRow) return;
    if (row.summarised == 0) {
        const std::size_t buckets = std::clamp<std::size_t>(kMostBuckets / std::max<std::size_t>(1, rows_.size()), 64, 8192);
        row.shares.begin(run_->trace->end(), buckets / 2 * 2);
    }
    for (; row.summarised < row.settled; ++row.summarised) row.shares.add(row.spans[row.summarised]);
}

std::size_t GanttModel::firstAfter(const GanttRow& row, Time time) const {
    const std::int64_t ns = time.nanoseconds();
    const auto at =
        std::partition_point(row.spans.begin(), row.spans.end(), [ns](const RowSpan& span) { return span.end <= ns; });
    return static_cast<std::size_t>(at - row.spans.begin());
}

const Bar* GanttModel::barAt(std::size_t row, Time time) const {
    if (row >= rows_.size()) return nullptr;
    const std::size_t i = firstAfter(rows_[row], time);
    if (i >= rows_[row].bars.size()) return nullptr;
    const Bar& bar = timeline_.bars()[rows_[row].bars[i]];
    return bar.begin <= time ? &bar : nullptr;
}

SlotUse GanttModel::useOf(const Bar& bar) {
    if (bar.kind == BarKind::lost) return SlotUse::lost;
    if (bar.kind == BarKind::held) return SlotUse::held;
    return bar.attempt > 0 ? SlotUse::repeated : SlotUse::compute;
}

}  // namespace loom
