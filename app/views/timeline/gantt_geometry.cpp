#include "app/views/timeline/gantt_geometry.h"

#include <algorithm>

namespace loom {

GanttGeometry GanttGeometry::withLane(const Platform& platform, int laneHeight) {
    GanttGeometry g;
    g.laneHeight = std::max(1, laneHeight);
    g.strip = laneHeight >= 9 ? 4 : laneHeight >= 5 ? 2 : 0;
    g.gap = laneHeight >= 12 ? 5 : laneHeight >= 6 ? 3 : laneHeight >= 3 ? 1 : 0;
    g.bandTop.resize(platform.nodeCount(), -1);
    int y = g.gap;
    for (std::size_t n = 0; n < platform.nodeCount(); ++n) {
        const std::uint32_t lanes = platform.lanes(NodeId(n));
        if (lanes == 0) continue;
        g.bandTop[n] = y;
        y += g.bandHeight(lanes) + g.gap;
    }
    g.contentHeight = y;
    return g;
}

GanttGeometry GanttGeometry::fitting(const Platform& platform, int available, int smallest, int largest) {
    int low = smallest, high = std::max(smallest, largest);
    while (low < high) {
        const int middle = (low + high + 1) / 2;
        if (withLane(platform, middle).contentHeight <= available)
            low = middle;
        else
            high = middle - 1;
    }
    return withLane(platform, low);
}

std::size_t GanttGeometry::firstNodeBelow(const Platform& platform, int y) const {
    for (std::size_t n = 0; n < bandTop.size(); ++n) {
        if (bandTop[n] >= 0 && bandTop[n] + bandHeight(platform.lanes(NodeId(n))) > y) return n;
    }
    return bandTop.size();
}

NodeId GanttGeometry::nodeAt(const Platform& platform, int y) const {
    const std::size_t n = firstNodeBelow(platform, y);
    return n < bandTop.size() && bandTop[n] <= y ? NodeId(n) : NodeId::none();
}

}  // namespace loom
