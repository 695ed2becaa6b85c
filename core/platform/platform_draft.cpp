#include "core/platform/platform_draft.h"

#include <cmath>
#include <numbers>

namespace loom {

VertexRef PlatformDraft::addNode(NodeInfo node, Spot spot) {
    nodes_.push_back(std::move(node));
    nodeSpots_.push_back(spot);
    return VertexRef::node(nodes_.size() - 1);
}

VertexRef PlatformDraft::addJunction(std::string name, Spot spot) {
    junctions_.push_back({std::move(name), spot.x, spot.y});
    return VertexRef::junction(junctions_.size() - 1);
}

LinkId PlatformDraft::addLink(LinkInfo link, VertexRef from, VertexRef to) {
    links_.push_back(std::move(link));
    ends_.push_back({from, to});
    return LinkId(links_.size() - 1);
}

Cable PlatformDraft::addCable(const std::string& name, PortInfo port, CableKind kind, VertexRef from, VertexRef to) {
    if (kind != CableKind::splitDuplex) {
        const Sharing sharing = kind == CableKind::fatpipe ? Sharing::fatpipe : Sharing::shared;
        const LinkId both = addLink({name, port.bandwidth, port.latency, sharing}, from, to);
        return {both, both};
    }
    const LinkId up = addLink({name + "_UP", port.bandwidth, port.latency, Sharing::shared}, from, to);
    const LinkId down = addLink({name + "_DOWN", port.bandwidth, port.latency, Sharing::shared}, to, from);
    return {up, down};
}

void PlatformDraft::place(VertexRef vertex, Spot spot) {
    if (vertex.isNode()) {
        nodeSpots_[vertex.index()] = spot;
        return;
    }
    junctions_[vertex.index()].x = spot.x;
    junctions_[vertex.index()].y = spot.y;
}

void PlatformDraft::shrink(const Range& range, Spot corner, float width, float height) {
    const auto move = [&](float& x, float& y) {
        x = corner.x + x * width;
        y = corner.y + y * height;
    };
    for (std::size_t i = range.firstNode; i < range.lastNode; ++i) move(nodeSpots_[i].x, nodeSpots_[i].y);
    for (std::size_t i = range.firstJunction; i < range.lastJunction; ++i) move(junctions_[i].x, junctions_[i].y);
}

Result<Platform> PlatformDraft::finish(std::shared_ptr<const Router> router, NodeId storage, std::string description) {
    Topology topology;
    topology.vertices.reserve(nodes_.size() + junctions_.size());
    for (std::size_t i = 0; i < nodes_.size(); ++i)
        topology.vertices.push_back({nodes_[i].name, nodeSpots_[i].x, nodeSpots_[i].y});
    for (Topology::Vertex& junction : junctions_) topology.vertices.push_back(std::move(junction));
    topology.ends.reserve(ends_.size());
    for (const Ends& ends : ends_) topology.ends.push_back({ends.from.vertex(nodes_.size()), ends.to.vertex(nodes_.size())});
    Result<Platform> platform =
        Platform::make(std::move(nodes_), std::move(links_), std::move(router), storage, std::move(description));
    if (platform) platform->setTopology(std::move(topology));
    return platform;
}

PlatformDraft::Spot inRow(std::size_t index, std::size_t count, float y) {
    return {(static_cast<float>(index) + 0.5f) / static_cast<float>(count), y};
}

PlatformDraft::Spot onCircle(std::size_t index, std::size_t count, float radius) {
    const double turn = 2 * std::numbers::pi * static_cast<double>(index) / static_cast<double>(count);
    return {0.5f + radius * static_cast<float>(std::sin(turn)), 0.5f - radius * static_cast<float>(std::cos(turn))};
}

}  // namespace loom
