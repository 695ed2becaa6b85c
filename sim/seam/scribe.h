// Writes both sides of the seam into the trace, in the order they happened, as far as the detail asks for, and counts.
#pragma once

#include <algorithm>
#include <variant>
#include <vector>

#include "core/trace/record_detail.h"
#include "core/trace/totals.h"
#include "core/trace/trace.h"
#include "sim/seam/effect.h"
#include "sim/seam/event.h"

namespace loom {

// Events name activities only by id, so the scribe remembers what each activity in flight is about.
class Scribe {
public:
    Scribe(Trace& trace, RecordDetail detail) : trace_(&trace), detail_(detail) {}

    void write(Time now, const Effect& effect) {
        std::visit([&](const auto& asked) { note(now, asked); }, effect);
    }
    void write(Time now, const Event& event) {
        ++totals_.events;
        std::visit([&](const auto& happened) { note(now, happened); }, event);
    }
    void append(const Record& record) {
        if (keeps(detail_, record.kind)) full_ = !trace_->append(record) || full_;
    }
    // A record could not be kept: the trace has no room left.
    [[nodiscard]] bool full() const { return full_; }
    [[nodiscard]] const RunTotals& totals() const { return totals_; }

private:
    struct Begun {
        Record record;
        double weight = 0;  // bytes of a transfer, cores of a compute
    };

    void note(Time now, const Note& note) {
        Record record = note.record;
        record.time = now;
        append(record);
    }
    void note(Time now, const Transfer& transfer) {
        begin(transfer.id, Record{now, RecordKind::transferBegin, 0, 0, transfer.data.value, transfer.from.value, transfer.to.value},
              transfer.bytes);
    }
    void note(Time now, const Compute& compute) {
        ++totals_.attempts;
        begin(compute.id,
              Record{now, RecordKind::computeBegin, 0, compute.attempt, compute.task.value, compute.node.value, compute.lane},
              compute.cores);
    }
    void note(Time now, const Cancel& cancel) { end(now, cancel.id, false); }
    void note(Time, const Message&) {}
    void note(Time, const Timer&) {}

    void note(Time now, const Arrived& arrived) { end(now, arrived.id, true); }
    void note(Time now, const ComputeDone& done) { end(now, done.id, true); }
    void note(Time now, const ComputeFailed& failed) { end(now, failed.id, false); }
    void note(Time now, const Lost& lost) { end(now, lost.id, false); }
    void note(Time now, const NodeChanged& change);
    void note(Time now, const NodeSpeedChanged& change);
    void note(Time now, const LinkChanged& change);
    void note(Time, const Received&) {}
    void note(Time, const TimerFired&) {}

    void begin(ActivityId id, const Record& record, double weight) {
        if (id.index() >= begun_.size()) begun_.resize(std::max(id.index() + 1, begun_.size() * 2));
        begun_[id.index()] = Begun{record, weight};
        append(record);
    }
    void end(Time now, ActivityId id, bool success);

    Trace* trace_;
    RecordDetail detail_;
    std::vector<Begun> begun_;  // by activity
    RunTotals totals_;
    bool full_ = false;
};

}  // namespace loom
