// Drives a flow model by itself: flows with start times in, finish times out.
#pragma once

#include <vector>

#include "sim/flow/flow_model.h"

namespace loom::test {

struct FlowCase {
    std::vector<int> resources;  // indices into the model's capacities
    double work = 0;
    double start = 0;            // s
    double penalty = 1;
    double bound = std::numeric_limits<double>::infinity();
};

// Finish time of every flow in seconds.
std::vector<double> finishTimes(FlowModel& model, const std::vector<FlowCase>& flows);
// Rates while all flows are active at once.
std::vector<double> ratesTogether(FlowModel& model, const std::vector<FlowCase>& flows);

// Shared resources of these capacities.
std::vector<Capacity> capacities(const std::vector<double>& amounts);

}  // namespace loom::test
