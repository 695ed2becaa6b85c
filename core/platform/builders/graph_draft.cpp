#include "core/platform/builders/graph_draft.h"

#include "core/platform/zones/zone_tree.h"

namespace loom {

std::uint32_t GraphDraft::addNode(NodeInfo node, PlatformDraft::Spot spot) {
    draft_.addNode(std::move(node), spot);
    return static_cast<std::uint32_t>(draft_.nodeCount() - 1);
}

std::uint32_t GraphDraft::addRouter(const std::string& name, PlatformDraft::Spot spot) {
    draft_.addJunction(name, spot);
    return static_cast<std::uint32_t>(draft_.nodeCount() + draft_.junctionCount() - 1);
}

VertexRef GraphDraft::vertex(std::uint32_t point) const {
    return point < draft_.nodeCount() ? VertexRef::node(point) : VertexRef::junction(point - draft_.nodeCount());
}

void GraphDraft::connect(const std::string& name, std::uint32_t from, std::uint32_t to, PortInfo there) {
    connect(name, from, to, there, there);
}

void GraphDraft::connect(const std::string& name, std::uint32_t from, std::uint32_t to, PortInfo there, PortInfo back) {
    const Cable cable = draft_.addCable(name, there, CableKind::splitDuplex, vertex(from), vertex(to));
    LinkInfo& down = draft_.link(cable.down);
    down.bandwidth = back.bandwidth;
    down.latency = back.latency;
    routes_.push_back({from, to, {cable.up}, {}});
    routes_.push_back({to, from, {cable.down}, {}});
    weights_.push_back(there.latency);
    weights_.push_back(back.latency);
}

Result<Platform> GraphDraft::finish(NodeId storage, std::string description) {
    const auto points = static_cast<std::uint32_t>(draft_.nodeCount() + draft_.junctionCount());
    GraphOptions options;
    options.weights = std::move(weights_);
    std::unique_ptr<const Zone> zone = graphZone(points, std::move(routes_), LinkId::none(), std::move(options));
    return draft_.finish(std::make_shared<OneZone>(std::move(zone), false), storage, std::move(description));
}

}  // namespace loom
