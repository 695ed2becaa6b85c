#include "core/trace/timeline.h"

#include <algorithm>

#include "core/trace/record_fits.h"

namespace loom {

namespace {
constexpr std::uint32_t kNone = Record::kNone;
}

Timeline::Timeline(const TaskGraph& graph, const Platform& platform, const Trace& trace, TransferBars transfers)
    : graph_(&graph),
      platform_(&platform),
      trace_(&trace),
      transfers_(transfers),
      taskSlot_(graph.taskCount(), kNone),
      downSlot_(platform.nodeCount(), kNone) {}

std::size_t Timeline::update(std::size_t records) {
    const std::size_t count = position_ + std::min(records, trace_->size() - position_);
    firstChanged_ = bars_.size();
    if (position_ == count) return firstChanged_;
    for (; position_ < count; ++position_) fold((*trace_)[position_]);
    const Time end = (*trace_)[count - 1].time;
    for (std::uint32_t index : open_) {
        if (bars_[index].end == end) continue;
        bars_[index].end = end;
        changed(index);
    }
    return firstChanged_;
}

void Timeline::fold(const Record& record) {
    if (!recordFits(record, taskSlot_.size(), graph_->dataCount(), downSlot_.size())) return;
    switch (record.kind) {
        case RecordKind::taskPlaced:
        case RecordKind::computeBegin:
        case RecordKind::computeEnd:
        case RecordKind::computeFailed:
        case RecordKind::taskRetry:
            return foldTask(record);
        case RecordKind::transferBegin: {
            if (transfers_ == TransferBars::no || transferSlot_.find(record) != nullptr) return;
            Bar bar;
            bar.begin = bar.end = record.time;
            bar.kind = BarKind::transfer;
            bar.node = record.to();
            bar.from = record.from();
            bar.data = record.data();
            return open(bar);
        }
        case RecordKind::transferEnd:
        case RecordKind::transferLost:
            if (const std::uint32_t* slot = transferSlot_.find(record)) close(*slot, record.time, BarKind::transfer);
            return;
        case RecordKind::nodeDown:
            return nodeDown(record);
        case RecordKind::nodeUp:
            if (downSlot_[record.subject] != kNone) close(downSlot_[record.subject], record.time, BarKind::down);
            return;
        default:
            return;
    }
}

void Timeline::foldTask(const Record& record) {
    const std::uint32_t slot = taskSlot_[record.subject];
    const bool running = slot != kNone && bars_[open_[slot]].kind == BarKind::running;
    switch (record.kind) {
        case RecordKind::taskPlaced:
            if (running) return;
            if (slot != kNone) close(slot, record.time, BarKind::held);
            if (record.b != kNone) {
                Bar bar;
                bar.begin = bar.end = record.time;
                bar.kind = BarKind::held;
                bar.node = record.node();
                bar.lane = record.b;
                bar.lanes = graph_->cores(record.task());
                bar.task = record.task();
                open(bar);
            }
            return;
        case RecordKind::computeBegin:
            return begin(record);
        case RecordKind::computeEnd:
            if (running) close(slot, record.time, BarKind::compute);
            return;
        case RecordKind::computeFailed:
            if (running) close(slot, record.time, BarKind::lost);
            return;
        default:  // taskRetry: whatever was open ends here
            if (slot != kNone) close(slot, record.time, running ? BarKind::lost : BarKind::held);
            return;
    }
}

void Timeline::begin(const Record& record) {
    Bar bar;
    bar.begin = bar.end = record.time;
    bar.kind = BarKind::running;
    bar.attempt = record.extra;
    bar.node = record.node();
    bar.lane = record.b == kNone ? 0 : record.b;
    bar.lanes = graph_->cores(record.task());
    bar.task = record.task();
    const std::uint32_t slot = taskSlot_[record.subject];
    if (slot != kNone) {
        Bar& held = bars_[open_[slot]];
        if (held.kind == BarKind::held && held.begin == bar.begin) {
            held = bar;  // begun at once: one bar, not an empty one before it
            changed(open_[slot]);
            return;
        }
        close(slot, record.time, held.kind == BarKind::held ? BarKind::held : BarKind::lost);
    }
    open(bar);
}

void Timeline::nodeDown(const Record& record) {
    if (downSlot_[record.subject] != kNone) return;
    for (std::uint32_t slot = 0; slot < open_.size();) {
        const Bar& bar = bars_[open_[slot]];
        if (bar.node != record.node() || !bar.task.valid())
            ++slot;
        else  // puts the last open bar at `slot`, so look there again
            close(slot, record.time, bar.kind == BarKind::held ? BarKind::held : BarKind::lost);
    }
    Bar down;
    down.begin = down.end = record.time;
    down.kind = BarKind::down;
    down.node = record.node();
    down.lanes = std::max(1u, platform_->lanes(record.node()));
    open(down);
}

void Timeline::open(const Bar& bar) {
    const auto slot = static_cast<std::uint32_t>(open_.size());
    open_.push_back(static_cast<std::uint32_t>(bars_.size()));
    if (bar.kind == BarKind::transfer)
        transferSlot_.insert(bar.data.value, bar.from.value, bar.node.value, slot);
    else
        setSlot(bar, slot);
    bars_.push_back(bar);
}

void Timeline::close(std::uint32_t slot, Time end, BarKind kind) {
    const std::uint32_t index = open_[slot];
    Bar& bar = bars_[index];
    if (bar.kind == BarKind::transfer)
        transferSlot_.erase(bar.data.value, bar.from.value, bar.node.value);
    else
        setSlot(bar, kNone);
    bar.end = end;
    bar.kind = kind;
    changed(index);
    open_[slot] = open_.back();
    open_.pop_back();
    if (slot < open_.size()) setSlot(bars_[open_[slot]], slot);
}

void Timeline::setSlot(const Bar& bar, std::uint32_t slot) {
    if (bar.kind == BarKind::transfer)
        *transferSlot_.find(bar.data.value, bar.from.value, bar.node.value) = slot;
    else if (bar.task.valid())
        taskSlot_[bar.task.index()] = slot;
    else
        downSlot_[bar.node.index()] = slot;
}

}  // namespace loom
