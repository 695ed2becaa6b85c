// What a network model makes of a transfer between two nodes: how long it starts up, and what it then asks of which
// resources (model-spec.md section 10).
#pragma once

#include <span>
#include <vector>

#include "core/base/result.h"
#include "core/platform/platform.h"
#include "sim/flow/flow_model.h"

namespace loom {

// How TCP bends latencies and shares (model-spec.md 10.2).
struct TcpFactors {
    double latencyFactor = 1;    // start-up = factor x path latency
    double bandwidthFactor = 1;  // capacity of a link = factor x bandwidth
    double weightBytes = 0;      // S: penalty = sum over links of (latency + S / bandwidth)
    double windowBytes = 0;      // gamma: bound = gamma / (2 x path latency); 0 = none
    double reverseShare = 0;     // of its rate a flow takes from the links of the way back (acknowledgements)
    bool weighted = false;       // penalty 1 when false
};

// What one transfer asks of the network. The view lives until the next call of demand().
struct Demand {
    double startup = 0;  // s before the first byte flows
    double penalty = 1;
    double bound = std::numeric_limits<double>::infinity();
    std::span<const Use> uses;
    bool reachable = true;
};

// Not thread-safe (keeps buffers). Refers to the platform, which must outlive it. Resource i is link i of the platform.
class Network {
public:
    Network(const Platform& platform, const TcpFactors& tcp) : platform_(&platform), tcp_(tcp) {}

    [[nodiscard]] Demand demand(NodeId from, NodeId to);
    [[nodiscard]] std::vector<Capacity> capacities() const;
    [[nodiscard]] const Platform& platform() const { return *platform_; }

private:
    const Platform* platform_;
    TcpFactors tcp_;
    std::vector<LinkId> path_;
    std::vector<Use> uses_;
};

// The network of one run: what transfers ask for, and the flows that share it.
struct NetworkModel {
    Network network;
    std::unique_ptr<FlowModel> flows;
};

// What a text form of networkRegistry() names, on this platform, which must outlive it.
Result<NetworkModel> makeNetworkModel(const Spec& spec, const Platform& platform);

}  // namespace loom
