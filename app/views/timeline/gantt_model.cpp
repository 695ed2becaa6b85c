#include "app/views/timeline/gantt_model.h"

#include <algorithm>

namespace loom {

namespace {
constexpr std::size_t kDenseRow = 1024;         // rows below this are drawn bar by bar at any zoom
constexpr std::size_t kMostBuckets = 1u << 21;  // over all rows: 32 MiB
}  // namespace

void TimeShares::build(const std::vector<RowSpan>& spans, std::size_t count, Time end, std::size_t buckets) {
    bucket_ = std::max<std::int64_t>(1, end.nanoseconds() / static_cast<std::int64_t>(buckets) + 1);
    sums_.assign(buckets + 1, SlotShares{});
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t use = static_cast<std::size_t>(spans[i].use);
        std::int64_t at = spans[i].begin;
        while (at < spans[i].end) {
            const std::int64_t index = at / bucket_;
            const std::int64_t until = std::min(spans[i].end, (index + 1) * bucket_);
            const auto slot = std::min(static_cast<std::size_t>(index), buckets - 1);
            sums_[slot + 1][use] += static_cast<float>(until - at) / static_cast<float>(bucket_);
            at = until;
        }
    }
    for (std::size_t i = 1; i <= buckets; ++i) {
        for (std::size_t use = 0; use < kSlotUses; ++use) sums_[i][use] += sums_[i - 1][use];
    }
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
    : run_(std::move(run)), timeline_(*run_->scenario->graph, *run_->scenario->platform, *run_->trace) {
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
    longestTransfer_.resize(platform.nodeCount());
    latestBar_.resize(run_->scenario->graph->taskCount(), Record::kNone);
    update();
}

bool GanttModel::update() {
    const std::size_t first = timeline_.update();
    const auto& bars = timeline_.bars();
    for (std::size_t i = first; i < std::min(sorted_, bars.size()); ++i) {
        if (bars[i].kind == BarKind::transfer) {
            Time& longest = longestTransfer_[bars[i].node.index()];
            longest = std::max(longest, bars[i].end - bars[i].begin);
        }
    }
    for (; sorted_ < bars.size(); ++sorted_) sortIn(sorted_);
    settle();
    summarise();
    return first < bars.size();
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
    if (node >= transfers_.size()) return;
    if (bar.kind == BarKind::transfer) {
        transfers_[node].push_back(entry);
        longestTransfer_[node] = std::max(longestTransfer_[node], bar.end - bar.begin);
    } else if (bar.kind == BarKind::down) {
        downs_[node].push_back(entry);
    } else if (bar.lane != Record::kNone) {
        const std::size_t lanes = rowCount(bar.node);
        for (std::size_t lane = bar.lane; lane < std::min<std::size_t>(lanes, std::size_t{bar.lane} + bar.lanes); ++lane) {
            rows_[firstRow_[node] + lane].bars.push_back(entry);
        }
    }
}

// A slot does one thing at a time, so only the last bar of a row can still be open.
void GanttModel::settle() {
    const auto& bars = timeline_.bars();
    for (GanttRow& row : rows_) {
        row.spans.resize(row.bars.size());
        for (std::size_t i = row.settled; i < row.bars.size(); ++i) {
            const Bar& bar = bars[row.bars[i]];
            row.spans[i] = {bar.begin.nanoseconds(), bar.end.nanoseconds(), useOf(bar)};
        }
        row.settled = row.bars.empty() ? 0 : row.bars.size() - 1;
    }
}

// Sums a row's time when it is dense and has grown by a quarter since: amortised constant work a bar.
void GanttModel::summarise() {
    const std::size_t buckets = std::clamp<std::size_t>(kMostBuckets / std::max<std::size_t>(1, rows_.size()), 64, 8192);
    for (GanttRow& row : rows_) {
        if (row.settled < kDenseRow || row.settled < row.summarised + row.summarised / 4) continue;
        row.summarised = row.settled;
        row.shares.build(row.spans, row.settled, run_->trace->end(), buckets);
    }
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
