#include "sim/flow/network.h"

#include <algorithm>

#include "core/scenario/network_models.h"

namespace loom {

namespace {

constexpr double kLeastPenalty = 1e-9;  // of a path without latency (model-spec.md 10.2)

TcpFactors tcpFactors(const std::string& name) {
    constexpr double kWindow = 4194304;
    if (name == "cm02") return TcpFactors{1, 1, 0, kWindow, 0, true};
    if (name == "lv08") return TcpFactors{13.01, 0.97, 20537, kWindow, 0.05, true};
    return TcpFactors{};
}

}  // namespace

std::vector<Capacity> Network::capacities() const {
    std::vector<Capacity> capacities;
    capacities.reserve(platform_->linkCount());
    for (std::size_t l = 0; l < platform_->linkCount(); ++l) {
        const LinkInfo& link = platform_->link(LinkId(l));
        capacities.push_back({tcp_.bandwidthFactor * link.bandwidth, link.sharing});
    }
    return capacities;
}

Demand Network::demand(NodeId from, NodeId to) {
    path_.clear();
    uses_.clear();
    Demand demand;
    if (!platform_->route(from, to, path_)) {
        demand.reachable = false;
        return demand;
    }
    double latency = 0;
    double weight = 0;
    for (const LinkId id : path_) {
        const LinkInfo& link = platform_->link(id);
        latency += link.latency;
        weight += link.latency + tcp_.weightBytes / link.bandwidth;
        uses_.push_back({ResourceId(id.value), 1});
    }
    demand.startup = tcp_.latencyFactor * latency;
    if (tcp_.weighted) demand.penalty = std::max(weight, kLeastPenalty);
    if (tcp_.windowBytes > 0 && latency > 0) demand.bound = tcp_.windowBytes / (2 * latency);
    if (tcp_.reverseShare > 0) {
        path_.clear();
        if (platform_->route(to, from, path_))
            for (const LinkId id : path_) uses_.push_back({ResourceId(id.value), tcp_.reverseShare});
    }
    demand.uses = uses_;
    return demand;
}

Result<NetworkModel> makeNetworkModel(const Spec& spec, const Platform& platform) {
    const Result<const RegistryEntry*> entry = findEntry(networkRegistry(), spec.name, "network model");
    if (!entry) return entry.error();
    const Result<Params> params = checkParams(spec, **entry);
    if (!params) return params.error();
    Network network(platform, spec.name == "max-min" ? tcpFactors(params->text("tcp")) : TcpFactors{});
    Result<std::unique_ptr<FlowModel>> flows = makeFlowModel(spec.name, network.capacities());
    if (!flows) return flows.error();
    return NetworkModel{std::move(network), std::move(*flows)};
}

}  // namespace loom
