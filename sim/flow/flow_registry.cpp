#include "sim/flow/fair_share.h"
#include "sim/flow/flow_model.h"
#include "sim/flow/max_min.h"
#include "sim/flow/unshared.h"

namespace loom {

namespace {

// model-spec.md 10.2; `cm02` is SimGrid's CM02 without cross-traffic.
TcpFactors tcpFactors(const std::string& name) {
    constexpr double kWindow = 4194304;
    if (name == "cm02") return TcpFactors{1, 1, 0, kWindow, true};
    if (name == "lv08") return TcpFactors{13.01, 0.97, 20537, kWindow, true};
    return TcpFactors{};
}

}  // namespace

Result<std::unique_ptr<FlowModel>> makeFlowModel(const Spec& spec, const Platform& platform) {
    const Result<const RegistryEntry*> entry = findEntry(networkRegistry(), spec.name, "network model");
    if (!entry) return entry.error();
    const Result<Params> params = checkParams(spec, **entry);
    if (!params) return params.error();
    if (spec.name == "fair-share") return std::unique_ptr<FlowModel>(new FairShareFlows(platform));
    if (spec.name == "max-min") return std::unique_ptr<FlowModel>(new MaxMinFlows(platform, tcpFactors(params->text("tcp"))));
    return std::unique_ptr<FlowModel>(new UnsharedFlows(platform));
}

}  // namespace loom
