// Where nodes, switches and cables stand in the drawn topology. Pure geometry, made once a platform.
#pragma once

#include <cstdint>
#include <vector>

#include <QPointF>
#include <QRectF>
#include <QString>

#include "core/platform/platform.h"

namespace loom {

struct TopologyLayout {
    static constexpr double kHeight = 1000;  // world units of the suggested unit square
    static constexpr std::size_t kMostCables = 40'000;

    struct Vertex {
        QPointF at;
        QPointF suggested;  // in the unit square
        QString name;
        bool node = false;  // else a switch or router
    };
    // What runs between two vertices. `forth` leads from a to b.
    struct Cable {
        std::uint32_t a = 0, b = 0;
        std::vector<LinkId> forth, back;
    };
    std::vector<Vertex> vertices;  // the platform's nodes by NodeId, then the others
    std::vector<Cable> cables;
    std::vector<std::vector<LinkId>> inside;  // by vertex: links that begin and end there (backbones, loopbacks)
    std::vector<std::uint32_t> cableOf;       // by link; kNowhere for those inside a vertex or not drawn
    static constexpr std::uint32_t kNowhere = 0xFFFFFFFFu;
    double nodeSize = 40;    // world units: side of a node's box
    std::size_t hidden = 0;  // cables beyond kMostCables
    QRectF bounds;

    // As the builder suggests; of a platform without a topology as its routes and groups let one guess.
    static TopologyLayout make(const Platform& platform);
    // Stretches the suggested square to a window's shape, within reason.
    void spread(QSizeF window);
};

// A topology read off the routes: a link's head is the tail of the link after it. Nodes that cannot be told apart that way
// (one row serves both directions) stand on a circle, without links.
Topology deriveTopology(const Platform& platform);

}  // namespace loom
