// What a network model makes of a transfer between two nodes: how long it starts up, and what it then asks of which
// resources (model-spec.md section 10).
#pragma once

#include <limits>
#include <span>
#include <vector>

#include "core/base/result.h"
#include "core/platform/platform.h"
#include "core/scenario/network_options.h"
#include "sim/flow/flow_model.h"

namespace loom {

// What one transfer asks of the network. It and its uses live until the next call on the Network.
struct Demand {
    double startup = 0;         // s before the first byte flows
    double startupPerByte = 0;  // s; a codec that works before and after sending
    double wire = 1;            // bytes on the wire a byte of the transfer
    double penalty = 1;
    double bound = std::numeric_limits<double>::infinity();  // B/s on the wire
    double alone = std::numeric_limits<double>::infinity();  // B/s on the wire with nobody else, at nominal bandwidths
    std::span<const Use> uses;
    bool reachable = true;

    [[nodiscard]] double startupOf(double bytes) const { return startup + startupPerByte * bytes; }
    // False: the transfer has arrived once it has started up.
    [[nodiscard]] bool flows(double bytes) const {
        return bytes > 0 && (!uses.empty() || bound < std::numeric_limits<double>::infinity());
    }
    // Seconds the bytes of a transfer flow when nobody else does.
    [[nodiscard]] double flowingAlone(double bytes) const { return flows(bytes) ? wire * bytes / alone : 0; }
    // The flow of `bytes`, to be added when the start-up is over.
    [[nodiscard]] FlowSpec flow(FlowId id, double bytes) const { return {id, uses, wire * bytes, penalty, bound}; }
};

// Not thread-safe (keeps what it last computed). Refers to the platform, which must outlive it. Resource i is link i of
// the platform, and its capacity is the link's bandwidth.
class Network {
public:
    Network(const Platform& platform, const NetworkOptions& options);
    Network(Network&&) = default;
    Network& operator=(Network&&) = default;

    // Constant time for a pair asked for lately, else a walk along the route; allocates nothing once paths of this
    // length have been seen.
    [[nodiscard]] const Demand& demand(NodeId from, NodeId to) {
        Path& path = slot(from, to);
        if (path.from != from || path.to != to) compute(path, from, to);
        return path.demand;
    }
    // A link's latency (s) or bandwidth (B/s, positive) has changed: later demands see it. Flows under way keep what they
    // were given; their rates follow FlowModel::setCapacity.
    void setLink(LinkId link, double bandwidth, double latency);
    // True: a copy on one node takes time too, and demand(n, n) says how much. False: same-node inputs are free.
    [[nodiscard]] bool pricesLocalCopies() const { return options_.loopback > 0; }
    [[nodiscard]] std::vector<Capacity> capacities() const;
    [[nodiscard]] const Platform& platform() const { return *platform_; }

private:
    struct LinkCost {
        double latency;  // s
        double weight;   // S / bandwidth, s
    };
    // What was computed for one pair.
    struct Path {
        NodeId from = NodeId::none(), to = NodeId::none();
        Demand demand;
        std::vector<Use> uses;
    };

    // Up to 64 nodes every pair has a slot of its own; beyond that the low bits keep neighbours apart.
    [[nodiscard]] Path& slot(NodeId from, NodeId to) { return paths_[(from.index() * nodes_ + to.index()) & (paths_.size() - 1)]; }
    void compute(Path& path, NodeId from, NodeId to);
    void addUses(std::vector<Use>& uses, double share) const;
    [[nodiscard]] double rateAlone(const Demand& demand) const;
    void addCosts(Demand& demand, double latency) const;

    const Platform* platform_;
    NetworkOptions options_;
    std::vector<LinkCost> links_;
    std::vector<LinkId> route_;  // scratch
    std::vector<Path> paths_;    // direct-mapped
    std::size_t nodes_;
};

// The network of one run: what transfers ask for, and the flows that share it.
struct NetworkModel {
    Network network;
    std::unique_ptr<FlowModel> flows;
};

// What a text form of networkRegistry() names, on this platform, which must outlive it. The flows have `more` capacities
// behind the links' (disks).
Result<NetworkModel> makeNetworkModel(const Spec& spec, const Platform& platform, std::span<const Capacity> more = {});

}  // namespace loom
