#include "sim/flow/flow_model.h"

#include <string>

#include "sim/flow/fair_share.h"
#include "sim/flow/max_min.h"
#include "sim/flow/unshared.h"

namespace loom {

Result<std::unique_ptr<FlowModel>> makeFlowModel(std::string_view name, std::vector<Capacity> capacities) {
    if (name == "unshared") return std::unique_ptr<FlowModel>(new UnsharedFlows(std::move(capacities)));
    if (name == "fair-share") return std::unique_ptr<FlowModel>(new FairShareFlows(std::move(capacities)));
    if (name == "max-min") return std::unique_ptr<FlowModel>(new MaxMinFlows(std::move(capacities)));
    return failure("no flow model is called '" + std::string(name) + "'");
}

}  // namespace loom
