// The transfers of a run, and how to read their series.
#pragma once

#include <vector>

#include "core/trace/metrics.h"
#include "sim/flow/rate_series.h"

namespace loom::test {

std::vector<TransferSpan> transfersOf(const Run& run);
// The value of a step function; within its time.
double at(const Series& series, double seconds);

}  // namespace loom::test
