// Where the Gantt chart's rows stand, in device pixels.
#pragma once

#include <vector>

#include "app/views/timeline/gantt_model.h"

namespace loom {

// One band a computing node: a thin strip for transfers, then its lanes; a gap between bands.
struct GanttGeometry {
    int laneHeight = 20;
    int strip = 3;
    int gap = 4;
    std::vector<int> bandTop;  // by node, content coordinates; nodes without slots are -1
    int contentHeight = 0;

    // Bands as high as `available` pixels allow, between `smallest` and `largest` a lane.
    static GanttGeometry fitting(const Platform& platform, int available, int smallest, int largest);
    static GanttGeometry withLane(const Platform& platform, int laneHeight);

    [[nodiscard]] int bandHeight(std::uint32_t lanes) const { return strip + static_cast<int>(lanes) * laneHeight; }
    [[nodiscard]] int laneTop(NodeId node, std::uint32_t lane) const {
        return bandTop[node.index()] + strip + static_cast<int>(lane) * laneHeight;
    }
    // The node whose band holds content height `y`; none() in a gap or outside.
    [[nodiscard]] NodeId nodeAt(const Platform& platform, int y) const;
    // The first node whose band ends below `y` (for painting only what is visible).
    [[nodiscard]] std::size_t firstNodeBelow(const Platform& platform, int y) const;
};

}  // namespace loom
