// The Gantt chart's rows: one a slot (lane) of each node, fed from a growing trace, with sums of time for dense rows.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/trace/run.h"
#include "core/trace/timeline.h"

namespace loom {

// What a slot does, as far as colour is concerned.
enum class SlotUse : std::uint8_t { compute, repeated, lost, held };
inline constexpr std::size_t kSlotUses = 4;
using SlotShares = std::array<float, kSlotUses>;  // of a bucket's time, 0..1 each

// A stretch of a row, in nanoseconds: what drawing reads of a bar, side by side in memory.
struct RowSpan {
    std::int64_t begin = 0, end = 0;
    SlotUse use = SlotUse::compute;
};

// Time spent in each use up to any moment, sampled in equal buckets: a view of a million bars reads one value a pixel
// and still shows true proportions. Follows a growing row: buckets get twice as long when time outgrows them.
class TimeShares {
public:
    // At most `buckets` (even) of them; `end`: what is known of how far time will go.
    void begin(Time end, std::size_t buckets);
    // Spans come in order of time and do not overlap.
    void add(const RowSpan& span);
    [[nodiscard]] bool empty() const { return sums_.empty(); }
    // Time spent in each use from zero to a moment, both in buckets; linear within a bucket, constant after the last span.
    [[nodiscard]] SlotShares until(double buckets) const;
    // The mean shares over [begin, end).
    [[nodiscard]] SlotShares shares(std::int64_t begin, std::int64_t end) const;
    [[nodiscard]] std::int64_t bucket() const { return bucket_; }

private:
    void widen();
    std::size_t most_ = 2;
    std::int64_t bucket_ = 1;       // ns
    std::vector<SlotShares> sums_;  // up to the begin of each bucket, one more at the end
};

// When anything was on its way to a node: stretches that do not touch, in order of time.
class TransferTimes {
public:
    struct Span {
        Time begin, end;
    };
    void begins(Time at);
    void ends(Time at);
    [[nodiscard]] const std::vector<Span>& spans() const { return spans_; }
    [[nodiscard]] bool open() const { return open_ > 0; }  // the last stretch goes on

private:
    std::vector<Span> spans_;
    std::uint32_t open_ = 0;
};

struct GanttRow {
    NodeId node;
    std::uint32_t lane = 0;
    std::vector<std::uint32_t> bars;  // indices into bars(), in order of time; they do not overlap
    std::vector<RowSpan> spans;       // of the bars, in the same order
    std::size_t settled = 0;          // how many spans cannot change any more
    std::size_t summarised = 0;       // how many of them are in `shares`: all of a dense row, else none
    TimeShares shares;
};

// GUI thread. One model a run; empty until `update`.
class GanttModel {
public:
    explicit GanttModel(RunPtr run);

    // Reads at most `records` of what the trace has gained; true while some are left.
    bool update(std::size_t records = SIZE_MAX);

    [[nodiscard]] const RunPtr& run() const { return run_; }
    [[nodiscard]] std::size_t read() const { return timeline_.position(); }  // records
    [[nodiscard]] Time readEnd() const { return readEnd_; }                  // of the last record read
    [[nodiscard]] const std::vector<Bar>& bars() const { return timeline_.bars(); }
    [[nodiscard]] const std::vector<GanttRow>& rows() const { return rows_; }
    [[nodiscard]] std::size_t firstRow(NodeId node) const { return firstRow_[node.index()]; }
    [[nodiscard]] std::size_t rowCount(NodeId node) const { return firstRow_[node.index() + 1] - firstRow_[node.index()]; }
    [[nodiscard]] const TransferTimes& transfers(NodeId node) const { return transfers_[node.index()]; }
    // Times the node was down, in order of their begin.
    [[nodiscard]] const std::vector<std::uint32_t>& downs(NodeId node) const { return downs_[node.index()]; }

    // The first entry of a row that ends after `time`.
    [[nodiscard]] std::size_t firstAfter(const GanttRow& row, Time time) const;
    // The bar of a row at a time; nullptr if the slot is free.
    [[nodiscard]] const Bar* barAt(std::size_t row, Time time) const;
    [[nodiscard]] static SlotUse useOf(const Bar& bar);
    // Calls visit(bar) for every attempt and hold of a task, the latest first.
    template <class Visit>
    void forBarsOf(TaskId task, Visit visit) const {
        if (!task.valid() || task.index() >= latestBar_.size()) return;
        for (std::uint32_t i = latestBar_[task.index()]; i != Record::kNone; i = earlierBar_[i]) visit(bars()[i]);
    }

private:
    void readTransfers(std::size_t from, std::size_t to);
    void sortIn(std::size_t index);
    void settle(GanttRow& row);
    void summarise(GanttRow& row);

    RunPtr run_;
    Timeline timeline_;
    Time readEnd_;
    std::size_t sorted_ = 0;  // bars that have found their row
    std::vector<GanttRow> rows_;
    std::vector<std::size_t> firstRow_;  // by node, one more at the end
    std::vector<TransferTimes> transfers_;
    std::vector<std::vector<std::uint32_t>> downs_;
    std::vector<std::uint32_t> latestBar_, earlierBar_;  // by task, by bar: each task's bars as a chain
};

}  // namespace loom
