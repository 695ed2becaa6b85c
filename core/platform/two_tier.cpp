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

void addCable(PlatformDraft& draft, const std::string& name, PortInfo port, VertexRef below, VertexRef above) {
    draft.addLink({name + ".up", port.bandwidth, port.latency, Sharing::shared}, below, above);
    draft.addLink({name + ".down", port.bandwidth, port.latency, Sharing::shared}, above, below);
}

// Racks stand side by side under the core, the nodes of a rack below its switch.
PlatformDraft::Spot inRack(std::size_t index, const TwoTierShape& shape) {
    const PlatformDraft::Spot rack = inRow(index / shape.perRack, shape.racks, 0.4f);
    const PlatformDraft::Spot row = inRow(index % shape.perRack, shape.perRack, 0);
    const float width = 0.9f / static_cast<float>(shape.racks);
    return {rack.x + (row.x - 0.5f) * width, 0.85f};
}

}  // namespace

Result<Platform> twoTierPlatform(std::vector<NodeInfo> nodes, const std::vector<PortInfo>& ports, const TwoTierShape& shape,
                                 NodeId storage, std::string description) {
    if (nodes.size() > kMostNodes) return failure("a two-tier platform has at most " + std::to_string(kMostNodes) + " nodes");
    if (shape.racks == 0 || shape.perRack == 0) return failure("a two-tier platform needs racks with nodes");
    if (ports.size() != nodes.size()) return failure("a two-tier platform needs one port a node");
    if (nodes.size() < shape.racks * shape.perRack) return failure("a two-tier platform has fewer nodes than its racks hold");
    const std::size_t count = nodes.size(), racked = shape.racks * shape.perRack;
    PlatformDraft draft;
    std::vector<VertexRef> switches;
    for (std::size_t r = 0; r < shape.racks; ++r)
        switches.push_back(draft.addJunction(nodes[r * shape.perRack].group, inRow(r, shape.racks, 0.4f)));
    const VertexRef core = draft.addJunction("core", {0.5f, 0.1f});
    for (std::size_t i = 0; i < count; ++i)
        draft.addNode(std::move(nodes[i]), i < racked ? inRack(i, shape) : inRow(i - racked, 2 * (count - racked), 0.1f));
    for (std::size_t i = 0; i < count; ++i)
        addCable(draft, draft.node(i).name, ports[i], VertexRef::node(i), i < racked ? switches[i / shape.perRack] : core);
    for (std::size_t r = 0; r < shape.racks; ++r)
        addCable(draft, draft.node(r * shape.perRack).group, shape.uplink, switches[r], core);
    return draft.finish(std::make_shared<TwoTierRouter>(count, shape), storage, std::move(description));
}

}  // namespace loom
