#include "app/views/cluster/cluster_layout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

namespace loom {

namespace {

constexpr double kGap = 8;
constexpr double kLargestBox = 132;

struct Grid {
    int columns = 1, rows = 1;
};

// The grid of `count` cells whose cells come out largest at an aspect of `wanted` in a box of the given size.
Grid bestGrid(std::size_t count, double width, double height, double wanted) {
    Grid best;
    double bestScale = -1;
    const int n = static_cast<int>(count);
    for (int columns = 1; columns <= n; ++columns) {
        const int rows = (n + columns - 1) / columns;
        const double scale = std::min(width / (columns * wanted), height / rows);
        if (scale > bestScale) {
            bestScale = scale;
            best = {columns, rows};
        }
        if (columns > 512) break;
    }
    return best;
}

std::vector<RackBox> groupNodes(const Platform& platform, std::vector<std::uint32_t>& rackOf) {
    std::vector<RackBox> racks;
    std::map<std::string_view, std::uint32_t> rackByName;
    for (std::size_t n = 0; n < platform.nodeCount(); ++n) {
        const NodeInfo& node = platform.node(NodeId(n));
        if (node.cores == 0) continue;
        const auto [at, fresh] = rackByName.emplace(node.group, static_cast<std::uint32_t>(racks.size()));
        if (fresh) racks.push_back(RackBox{node.group, {}, {}});
        racks[at->second].nodes.push_back(NodeId(n));
        rackOf[n] = at->second;
    }
    return racks;
}

void placeNodes(RackBox& rack, double header, std::vector<QRectF>& nodeBox) {
    const double gap = std::min(kGap, rack.box.width() / 24);
    const QRectF inner = rack.box.adjusted(gap, header + gap / 2, -gap, -gap);
    const Grid grid = bestGrid(rack.nodes.size(), inner.width(), inner.height(), 1.5);
    const double cellWidth = std::min(kLargestBox, inner.width() / grid.columns);
    const double cellHeight = std::min(kLargestBox / 1.4, inner.height() / grid.rows);
    const double left = inner.center().x() - cellWidth * grid.columns / 2;
    const double space = std::clamp(cellWidth * 0.08, 1.0, gap);
    for (std::size_t i = 0; i < rack.nodes.size(); ++i) {
        const int column = static_cast<int>(i) % grid.columns, row = static_cast<int>(i) / grid.columns;
        nodeBox[rack.nodes[i].index()] = QRectF(left + column * cellWidth, inner.top() + row * cellHeight,
                                                std::max(1.0, cellWidth - space), std::max(1.0, cellHeight - space));
    }
}

// Whether the first two computing nodes reach each other over a single link of their own.
bool isMeshed(const Platform& platform) {
    std::vector<NodeId> pair;
    for (std::size_t n = 0; n < platform.nodeCount() && pair.size() < 2; ++n) {
        if (platform.computes(NodeId(n))) pair.push_back(NodeId(n));
    }
    std::vector<LinkId> links;
    return pair.size() == 2 && platform.route(pair[0], pair[1], links) && links.size() == 1;
}

}  // namespace

ClusterLayout ClusterLayout::make(const Platform& platform, const QRectF& area, double textHeight) {
    ClusterLayout layout;
    layout.nodeBox.resize(platform.nodeCount());
    layout.rackOf.assign(platform.nodeCount(), kNoRack);
    layout.racks = groupNodes(platform, layout.rackOf);
    const double switchHeight = textHeight + 12, switchWidth = std::min(area.width() * 0.4, textHeight * 7.0);
    layout.meshed = isMeshed(platform);
    if (!layout.meshed) layout.switchBox = QRectF(area.center().x() - switchWidth / 2, area.top(), switchWidth, switchHeight);
    double side = area.right();
    for (std::size_t n = 0; n < platform.nodeCount(); ++n) {  // nodes that only store stand beside the switch
        if (layout.rackOf[n] != kNoRack) continue;
        layout.nodeBox[n] = QRectF(side - switchWidth * 0.75, area.top(), switchWidth * 0.75, switchHeight);
        side -= switchWidth * 0.75 + kGap;
    }
    const bool topRow = !layout.meshed || side < area.right();
    const QRectF ground = area.adjusted(0, topRow ? switchHeight + 26 : 0, 0, 0);
    if (layout.racks.empty() || ground.height() < 10) return layout;
    const Grid grid = bestGrid(layout.racks.size(), ground.width(), ground.height(), layout.racks.size() == 1 ? 3.0 : 1.2);
    const double width = ground.width() / grid.columns, height = ground.height() / grid.rows;
    const bool named = layout.racks.size() > 1 || !layout.racks.front().name.empty();
    const double header = named && height > 3 * textHeight ? textHeight + 4 : 2;
    for (std::size_t i = 0; i < layout.racks.size(); ++i) {
        const int column = static_cast<int>(i) % grid.columns, row = static_cast<int>(i) / grid.columns;
        layout.racks[i].box = QRectF(ground.left() + column * width + 2, ground.top() + row * height + 2, width - 4, height - 4);
        placeNodes(layout.racks[i], header, layout.nodeBox);
    }
    return layout;
}

NodeId ClusterLayout::nodeAt(QPointF position) const {
    for (std::size_t n = 0; n < nodeBox.size(); ++n) {
        if (nodeBox[n].contains(position)) return NodeId(n);
    }
    return NodeId::none();
}

}  // namespace loom
