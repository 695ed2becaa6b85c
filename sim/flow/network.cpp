#include "sim/flow/network.h"

#include <algorithm>
#include <bit>

namespace loom {

namespace {

constexpr double kLeastPenalty = 1e-9;    // of a path without latency (model-spec.md 10.2)
constexpr std::size_t kMostNodes = 64;    // up to which all pairs are kept
constexpr std::size_t kFewPaths = 256;    // beyond: what stays in the nearest cache; asking again is cheaper than a miss

std::size_t pathSlots(std::size_t nodes) { return nodes <= kMostNodes ? std::bit_ceil(nodes * nodes) : kFewPaths; }

}  // namespace

Network::Network(const Platform& platform, const NetworkOptions& options)
    : platform_(&platform), options_(options), paths_(pathSlots(platform.nodeCount())), nodes_(platform.nodeCount()) {
    links_.reserve(platform.linkCount());
    for (std::size_t l = 0; l < platform.linkCount(); ++l) {
        const LinkInfo& link = platform.link(LinkId(l));
        links_.push_back({link.latency, options_.tcp.weightBytes / link.bandwidth});
    }
}

std::vector<Capacity> Network::capacities() const {
    std::vector<Capacity> capacities;
    capacities.reserve(platform_->linkCount());
    for (std::size_t l = 0; l < platform_->linkCount(); ++l) {
        const LinkInfo& link = platform_->link(LinkId(l));
        capacities.push_back({link.bandwidth, link.sharing});
    }
    return capacities;
}

void Network::setLink(LinkId link, double bandwidth, double latency) {
    links_[link.index()] = {latency, options_.tcp.weightBytes / bandwidth};
    for (Path& path : paths_) path.from = NodeId::none();
}

// A link met again on the way (or on the way back, where both directions share it) is one use of the whole share; of a
// fat pipe, which no two shares add up on, the larger one.
void Network::addUses(std::vector<Use>& uses, double share) const {
    for (const LinkId link : route_) {
        const ResourceId resource(link.value);
        const auto known = std::find_if(uses.begin(), uses.end(), [&](const Use& use) { return use.resource == resource; });
        if (known == uses.end()) {
            uses.push_back({resource, share});
        } else if (platform_->link(link).sharing != Sharing::fatpipe) {
            known->share += share;
        }
    }
}

// The costs a scenario can switch on (model-spec.md 10.6): encryption works on what the codec left over, before TCP adds its
// own to the wire.
void Network::addCosts(Demand& demand, double latency) const {
    const Codec& codec = options_.codec;
    demand.startup += options_.startup + options_.cipher.roundTrips * 2 * latency;
    demand.bound = std::min(demand.bound, options_.cipher.rate * demand.wire);
    demand.wire /= codec.ratio;
    if (codec.pipelined)
        demand.bound = std::min(demand.bound, std::min(codec.compress, codec.decompress) * demand.wire);
    else
        demand.startupPerByte = 1 / codec.compress + 1 / codec.decompress;
}

void Network::compute(Path& path, NodeId from, NodeId to) {
    path.from = from;
    path.to = to;
    Demand& demand = path.demand;
    demand = Demand{};
    path.uses.clear();
    if (path.from == path.to && pricesLocalCopies()) {
        demand.startup = options_.loopbackLatency;
        demand.bound = demand.alone = options_.loopback;
        return;
    }
    route_.clear();
    if (!platform_->route(path.from, path.to, route_)) {
        demand.reachable = false;
        return;
    }
    const TcpFactors& tcp = options_.tcp;
    double latency = platform_->extraLatency(path.from, path.to);
    double weight = 0;
    for (const LinkId link : route_) {
        latency += links_[link.index()].latency;
        weight += links_[link.index()].weight;
    }
    addUses(path.uses, 1);
    demand.startup = tcp.latencyFactor * latency;
    demand.wire = 1 / tcp.bandwidthFactor;
    if (tcp.weighted)
        demand.penalty = latency == 0 && tcp.zeroLatencyIsOne ? 1 : std::max(latency + weight, kLeastPenalty);
    if (tcp.windowBytes > 0 && latency > 0 && !path.uses.empty()) demand.bound = tcp.windowBytes / (2 * latency);
    if (path.from != path.to) addCosts(demand, latency);
    if (tcp.reverseShare > 0) {
        route_.clear();
        if (platform_->route(path.to, path.from, route_)) addUses(path.uses, tcp.reverseShare);
    }
    demand.uses = path.uses;
    demand.alone = rateAlone(demand);
}

// The tightest of the flow's bound and of what each resource can give it.
double Network::rateAlone(const Demand& demand) const {
    double rate = demand.bound;
    for (const Use& use : demand.uses)
        rate = std::min(rate, platform_->link(LinkId(use.resource.value)).bandwidth / use.share);
    return rate;
}

Result<NetworkModel> makeNetworkModel(const Spec& spec, const Platform& platform, std::span<const Capacity> more) {
    const Result<NetworkOptions> options = networkOptions(spec);
    if (!options) return options.error();
    Network network(platform, *options);
    std::vector<Capacity> capacities = network.capacities();
    capacities.insert(capacities.end(), more.begin(), more.end());
    Result<std::unique_ptr<FlowModel>> flows = makeFlowModel(spec.name, std::move(capacities));
    if (!flows) return flows.error();
    return NetworkModel{std::move(network), std::move(*flows)};
}

}  // namespace loom
