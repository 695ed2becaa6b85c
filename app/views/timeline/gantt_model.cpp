#include "app/views/timeline/gantt_model.h"

#include <algorithm>
#include <bit>

namespace loom {

namespace {
constexpr std::size_t kDenseRow = 1024;         // rows below this are drawn bar by bar at any zoom
constexpr std::size_t kMostBuckets = 1u << 20;  // over all rows: 32 MiB with their upper levels
}  // namespace

void TimePyramid::build(const std::vector<Bar>& bars, const std::vector<std::uint32_t>& entries, std::size_t count, Time end,
                        std::size_t buckets) {
    buckets = std::bit_ceil(buckets);
    bucket_ = std::max<std::int64_t>(1, end.nanoseconds() / static_cast<std::int64_t>(buckets) + 1);
    levels_.assign(1, std::vector<SlotShares>(buckets, SlotShares{}));
    std::vector<SlotShares>& finest = levels_.front();
    for (std::size_t i = 0; i < count; ++i) {
        const Bar& bar = bars[entries[i]];
        const std::size_t use = static_cast<std::size_t>(GanttModel::useOf(bar));
        std::int64_t at = bar.begin.nanoseconds();
        while (at < bar.end.nanoseconds()) {
            const std::int64_t index = at / bucket_;
            const std::int64_t until = std::min(bar.end.nanoseconds(), (index + 1) * bucket_);
            const auto slot = std::min(static_cast<std::size_t>(index), buckets - 1);
            finest[slot][use] += static_cast<float>(until - at) / static_cast<float>(bucket_);
            at = until;
        }
    }
    while (levels_.back().size() > 1) {
        const std::vector<SlotShares>& below = levels_.back();
        std::vector<SlotShares> next(below.size() / 2);
        for (std::size_t i = 0; i < next.size(); ++i) {
            for (std::size_t use = 0; use < kSlotUses; ++use) next[i][use] = 0.5f * (below[2 * i][use] + below[2 * i + 1][use]);
        }
        levels_.push_back(std::move(next));
    }
}

SlotShares TimePyramid::shares(std::int64_t begin, std::int64_t end) const {
    SlotShares sum{};
    if (levels_.empty() || end <= begin) return sum;
    std::size_t level = 0;
    while (level + 1 < levels_.size() && (bucket_ << (level + 1)) * 2 <= end - begin) ++level;
    const std::int64_t length = bucket_ << level;
    const std::vector<SlotShares>& buckets = levels_[level];
    const std::int64_t last = std::min<std::int64_t>((end - 1) / length, static_cast<std::int64_t>(buckets.size()) - 1);
    for (std::int64_t i = std::max<std::int64_t>(0, begin / length); i <= last; ++i) {
        const std::int64_t overlap = std::min(end, (i + 1) * length) - std::max(begin, i * length);
        const float weight = static_cast<float>(overlap) / static_cast<float>(end - begin);
        for (std::size_t use = 0; use < kSlotUses; ++use) sum[use] += weight * buckets[static_cast<std::size_t>(i)][use];
    }
    return sum;
}

GanttModel::GanttModel(RunPtr run)
    : run_(std::move(run)), timeline_(*run_->scenario->graph, *run_->scenario->platform, *run_->trace) {
    const Platform& platform = *run_->scenario->platform;
    for (std::size_t n = 0; n < platform.nodeCount(); ++n) {
        firstRow_.push_back(rows_.size());
        for (std::uint32_t lane = 0; lane < platform.node(NodeId(n)).cores; ++lane) {
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

// Builds a row's pyramid when it is dense and has grown by a quarter since: amortised constant work a bar.
void GanttModel::summarise() {
    const std::size_t buckets = std::clamp<std::size_t>(kMostBuckets / std::max<std::size_t>(1, rows_.size()), 64, 4096);
    const auto& bars = timeline_.bars();
    for (GanttRow& row : rows_) {
        if (row.bars.size() < kDenseRow || row.bars.size() < row.summarised + row.summarised / 4) continue;
        std::size_t closed = row.bars.size();
        while (closed > 0 &&
               (bars[row.bars[closed - 1]].kind == BarKind::running || bars[row.bars[closed - 1]].kind == BarKind::held))
            --closed;
        row.summarised = closed;
        row.pyramid.build(bars, row.bars, closed, run_->trace->end(), buckets);
    }
}

std::size_t GanttModel::firstAfter(const GanttRow& row, Time time) const {
    const auto& bars = timeline_.bars();
    const auto at = std::partition_point(row.bars.begin(), row.bars.end(), [&](std::uint32_t i) { return bars[i].end <= time; });
    return static_cast<std::size_t>(at - row.bars.begin());
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
