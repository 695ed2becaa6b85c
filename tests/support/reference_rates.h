// The obvious way to share capacities, from nothing and without any short cut: what the fast flow models must agree with.
#pragma once

#include <string>
#include <vector>

#include "sim/flow/flow_model.h"

namespace loom::test {

struct ReferenceFlow {
    FlowId id;
    std::vector<Use> uses;
    double work = 0;
    double penalty = 1;
    double bound = std::numeric_limits<double>::infinity();
};

// Rates by progressive filling over everything (model-spec.md section 10.1).
std::vector<double> maxMinRates(const std::vector<Capacity>& capacities, const std::vector<ReferenceFlow>& flows);
// Rates by equal split per bottleneck; penalties do not count.
std::vector<double> fairShareRates(const std::vector<Capacity>& capacities, const std::vector<ReferenceFlow>& flows);

// What is wrong with the rates and bottlenecks of a max-min model, to a relative 1e-9: an overloaded resource, or a flow
// without a bottleneck that is full and on which nobody's level is larger. Empty when nothing is.
std::string maxMinFlaw(FlowModel& model, const std::vector<Capacity>& capacities, const std::vector<ReferenceFlow>& flows);

}  // namespace loom::test
