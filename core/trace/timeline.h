// Intervals cut from a trace: what a Gantt chart draws and what metrics add up.
#pragma once

#include <cstdint>
#include <vector>

#include "core/graph/task_graph.h"
#include "core/platform/platform.h"
#include "core/trace/trace.h"
#include "core/trace/transfer_table.h"

namespace loom {

enum class BarKind : std::uint8_t {
    compute,   // an attempt that committed
    lost,      // an attempt that failed or was cut off
    held,      // a slot held by a placed task that waits for its inputs
    transfer,  // data on its way to the node
    down,      // the node is down (all lanes)
    running,   // an attempt still open at the end of what is published
};

struct Bar {
    Time begin, end;
    BarKind kind = BarKind::compute;
    std::uint16_t attempt = 0;
    NodeId node;                         // for transfers: the receiver
    std::uint32_t lane = Record::kNone;  // first lane; none for transfers and down
    std::uint32_t lanes = 1;             // how many lanes it covers
    TaskId task;                         // none for transfers and down
    DataId data;                         // for transfers
    NodeId from;                         // for transfers
};

// A task computes, computed or tried to.
[[nodiscard]] inline bool isAttempt(const Bar& bar) {
    return bar.kind == BarKind::compute || bar.kind == BarKind::lost || bar.kind == BarKind::running;
}

// Most bars of a run that moves data are transfers; who draws none of them need not keep them.
enum class TransferBars : bool { no, yes };

// Follows a growing trace: each call of `update` reads only what is new. Bars are in order of their begin record;
// open ones end at the last published time. A transfer that broke off is a transfer bar that ends there. One owner thread.
class Timeline {
public:
    Timeline(const TaskGraph& graph, const Platform& platform, const Trace& trace, TransferBars transfers = TransferBars::yes);
    // Reads at most `records` new records; returns the index of the first bar that was added or changed (bars().size() if
    // none).
    std::size_t update(std::size_t records = SIZE_MAX);
    [[nodiscard]] std::size_t position() const { return position_; }  // records read
    [[nodiscard]] const std::vector<Bar>& bars() const { return bars_; }

private:
    void fold(const Record& record);
    void foldTask(const Record& record);
    void begin(const Record& record);
    void nodeDown(const Record& record);
    void open(const Bar& bar);
    // Ends the bar at position `slot` of open_.
    void close(std::uint32_t slot, Time end, BarKind kind);
    void setSlot(const Bar& bar, std::uint32_t slot);
    void changed(std::size_t bar) { firstChanged_ = bar < firstChanged_ ? bar : firstChanged_; }

    const TaskGraph* graph_;
    const Platform* platform_;
    const Trace* trace_;
    TransferBars transfers_;
    std::size_t position_ = 0;
    std::size_t firstChanged_ = 0;
    Time end_;  // up to where open bars reach
    std::vector<Bar> bars_;
    std::vector<std::uint32_t> open_;      // indices of bars still open
    std::vector<std::uint32_t> taskSlot_;  // by task: position in open_, or none
    std::vector<std::uint32_t> downSlot_;  // by node: position in open_, or none
    TransferTable transferSlot_;           // by transfer: position in open_
};

}  // namespace loom
