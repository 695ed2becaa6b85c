#include "app/views/topology/topology_layout.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace loom {

namespace {

// The side of a box that leaves room between most neighbours: from the median distance to the nearest node.
double sizeFor(const std::vector<TopologyLayout::Vertex>& vertices) {
    std::vector<double> nearest;
    const std::size_t stride = std::max<std::size_t>(1, vertices.size() / 200);
    for (std::size_t i = 0; i < vertices.size(); i += stride) {
        double best = 1e18;
        for (std::size_t j = 0; j < vertices.size(); ++j) {
            const QPointF way = vertices[i].at - vertices[j].at;
            if (i != j) best = std::min(best, std::max(std::abs(way.x()), std::abs(way.y())));
        }
        if (best < 1e18 && best > 0) nearest.push_back(best);
    }
    if (nearest.empty()) return 90;
    std::nth_element(nearest.begin(), nearest.begin() + static_cast<std::ptrdiff_t>(nearest.size() / 2), nearest.end());
    return std::clamp(nearest[nearest.size() / 2] * 0.62, 4.0, 90.0);
}

}  // namespace

TopologyLayout TopologyLayout::make(const Platform& platform) {
    const bool suggested = !platform.topology().empty() && platform.topology().ends.size() == platform.linkCount();
    const Topology topology = suggested ? platform.topology() : deriveTopology(platform);
    TopologyLayout layout;
    for (std::size_t v = 0; v < topology.vertices.size(); ++v) {
        const Topology::Vertex& from = topology.vertices[v];
        layout.vertices.push_back({{}, {from.x, from.y}, QString::fromStdString(from.name), v < platform.nodeCount()});
    }
    layout.inside.resize(layout.vertices.size());
    layout.cableOf.assign(platform.linkCount(), kNowhere);
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> known;
    for (std::size_t i = 0; i < topology.ends.size(); ++i) {
        const auto [from, to] = topology.ends[i];
        if (from >= layout.vertices.size() || to >= layout.vertices.size()) continue;
        if (from == to) {
            layout.inside[from].push_back(LinkId(i));
            continue;
        }
        const auto [found, fresh] = known.emplace(std::minmax(from, to), static_cast<std::uint32_t>(layout.cables.size()));
        if (fresh && layout.cables.size() == kMostCables) {
            known.erase(found);
            ++layout.hidden;
            continue;
        }
        if (fresh) layout.cables.push_back({from, to, {}, {}});
        Cable& cable = layout.cables[found->second];
        (cable.a == from ? cable.forth : cable.back).push_back(LinkId(i));
        layout.cableOf[i] = found->second;
    }
    layout.spread({1.6, 1});
    return layout;
}

void TopologyLayout::spread(QSizeF window) {
    const double aspect = std::clamp(window.width() / std::max(1.0, window.height()), 0.8, 3.0);
    bounds = {};
    for (Vertex& vertex : vertices) {
        vertex.at = {vertex.suggested.x() * kHeight * aspect, vertex.suggested.y() * kHeight};
        bounds |= QRectF(vertex.at.x() - 1, vertex.at.y() - 1, 2, 2);
    }
    nodeSize = sizeFor(vertices);
    const double margin = nodeSize * 0.7;
    bounds.adjust(-margin, -margin, margin, margin);
}

}  // namespace loom
