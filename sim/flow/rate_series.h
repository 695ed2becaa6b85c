// A link's load and a transfer's rate over a run, computed from the trace alone: rates follow from which transfers are
// under way, so nobody has to write them down while the run is made.
#pragma once

#include <cstddef>

#include "core/base/progress.h"
#include "core/trace/metrics.h"

namespace loom {

// One transfer of a run: from its begin to its end, or to the end of what is published.
struct TransferSpan {
    DataId data;
    NodeId from, to;
    Time begin, end;
};

struct RateSeries {
    Series series;             // B/s; a value holds until the next time
    std::size_t changes = 0;   // moments at which a transfer began or ended or a link changed
    bool sampled = false;      // too many of them: `series` holds the state at evenly spaced moments instead
};

struct RateSeriesLimits {
    std::size_t changes = 50'000;  // more are sampled
    std::size_t samples = 1'000;
};

// What the link carries, in B/s on the wire, from zero to the end of what is published. Under `unshared` it may exceed
// the bandwidth. Linear in the records, plus the model's work at every change. Stops early, with what it has, when
// `progress` (may be null) is cancelled. Thread-safe. Errors: an unknown network model.
Result<RateSeries> linkLoadSeries(const Run& run, LinkId link, Progress* progress, const RateSeriesLimits& limits = {});
// What the transfer gets, in B/s, from its begin to its end.
Result<RateSeries> transferRateSeries(const Run& run, const TransferSpan& transfer, Progress* progress,
                                      const RateSeriesLimits& limits = {});

}  // namespace loom
