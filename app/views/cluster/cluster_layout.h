// Where racks and nodes stand: racks by group, each a grid of equal boxes, under one switch. Pure geometry.
#pragma once

#include <string>
#include <vector>

#include <QRectF>

#include "core/platform/platform.h"

namespace loom {

struct RackBox {
    std::string name;  // the nodes' group; may be empty
    QRectF box;
    std::vector<NodeId> nodes;
};

struct ClusterLayout {
    bool meshed = false;  // every pair of nodes has its own link: there is no switch to draw
    QRectF switchBox;     // empty when meshed
    std::vector<RackBox> racks;
    std::vector<QRectF> nodeBox;        // by node
    std::vector<std::uint32_t> rackOf;  // by node; kNoRack for the storage node and others without slots
    static constexpr std::uint32_t kNoRack = 0xFFFFFFFFu;

    // Fills `area`, keeping boxes near 3:2 and as large as they fit.
    static ClusterLayout make(const Platform& platform, const QRectF& area, double textHeight);
    [[nodiscard]] NodeId nodeAt(QPointF position) const;
};

}  // namespace loom
