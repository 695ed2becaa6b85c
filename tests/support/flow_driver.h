// Drives a flow model by itself: flows with start times in, finish times out.
#pragma once

#include <vector>

#include "core/platform/platform.h"
#include "sim/flow/flow_model.h"

namespace loom::test {

struct FlowCase {
    std::vector<int> links;  // indices into the platform's links
    double bytes = 0;
    double start = 0;        // s
    double latency = 0;      // s, physical, of the path
};

// Finish time of every flow in seconds. Latency is not waited for, as the model sees flows only after it.
std::vector<double> finishTimes(FlowModel& model, const std::vector<FlowCase>& flows);
// Rates while all flows are active at once.
std::vector<double> ratesTogether(FlowModel& model, const std::vector<FlowCase>& flows);

// A platform of two idle nodes and these links (B/s); flows name links directly.
Platform linksOnly(const std::vector<double>& bandwidths, const std::vector<double>& latencies = {});

}  // namespace loom::test
