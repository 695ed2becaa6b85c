// Writes both sides of the seam into the trace, in the order they happened, as far as the detail asks for, and counts.
#pragma once

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

    void write(Time now, const Effect& effect);
    void write(Time now, const Event& event);
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
    void begin(ActivityId id, const Record& record, double weight);
    void end(Time now, ActivityId id, bool success);

    Trace* trace_;
    RecordDetail detail_;
    std::vector<Begun> begun_;  // by activity
    RunTotals totals_;
    bool full_ = false;
};

}  // namespace loom
