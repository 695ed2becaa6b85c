#include <utility>

#include "core/platform/topologies.h"

namespace loom {

namespace {

// Link 2i is node i's up link, 2i + 1 its down link; after them the same two for each rack.
class TwoTierRouter final : public Router {
public:
    TwoTierRouter(std::size_t nodes, const TwoTierShape& shape)
        : firstRackLink_(static_cast<std::uint32_t>(2 * nodes)),
          perRack_(static_cast<std::uint32_t>(shape.perRack)),
          racks_(static_cast<std::uint32_t>(shape.racks)) {}

    bool route(NodeId from, NodeId to, std::vector<LinkId>& out) const override {
        if (from == to) return true;
        const std::uint32_t source = from.value / perRack_;
        const std::uint32_t destination = to.value / perRack_;
        const bool leaves = source != destination || source >= racks_;
        out.emplace_back(2 * from.value);
        if (leaves && source < racks_) out.emplace_back(firstRackLink_ + 2 * source);
        if (leaves && destination < racks_) out.emplace_back(firstRackLink_ + 2 * destination + 1);
        out.emplace_back(2 * to.value + 1);
        return true;
    }

private:
    std::uint32_t firstRackLink_;
    std::uint32_t perRack_;
    std::uint32_t racks_;
};

void addCable(std::vector<LinkInfo>& links, const std::string& name, PortInfo port) {
    links.push_back({name + ".up", port.bandwidth, port.latency, Sharing::shared});
    links.push_back({name + ".down", port.bandwidth, port.latency, Sharing::shared});
}

}  // namespace

Result<Platform> twoTierPlatform(std::vector<NodeInfo> nodes, const std::vector<PortInfo>& ports, const TwoTierShape& shape,
                                 NodeId storage, std::string description) {
    if (nodes.size() > kMostNodes) return failure("a two-tier platform has at most " + std::to_string(kMostNodes) + " nodes");
    if (shape.racks == 0 || shape.perRack == 0) return failure("a two-tier platform needs racks with nodes");
    if (ports.size() != nodes.size()) return failure("a two-tier platform needs one port a node");
    if (nodes.size() < shape.racks * shape.perRack) return failure("a two-tier platform has fewer nodes than its racks hold");
    std::vector<LinkInfo> links;
    links.reserve(2 * (nodes.size() + shape.racks));
    for (std::size_t i = 0; i < nodes.size(); ++i) addCable(links, nodes[i].name, ports[i]);
    for (std::size_t r = 0; r < shape.racks; ++r) addCable(links, nodes[r * shape.perRack].group, shape.uplink);
    auto router = std::make_shared<TwoTierRouter>(nodes.size(), shape);
    return Platform::make(std::move(nodes), std::move(links), std::move(router), storage, std::move(description));
}

}  // namespace loom
