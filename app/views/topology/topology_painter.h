// Draws a topology: cables with their heat, switches, nodes with their state. Used by the view and by the form's preview.
#pragma once

#include "app/session/network_watch.h"
#include "app/views/canvas/camera.h"
#include "app/views/topology/topology_layout.h"

class QImage;
class QPainter;

namespace loom {

// What is drawn besides the platform itself; everything may be absent.
struct TopologyScene {
    const Platform* platform = nullptr;
    const TopologyLayout* layout = nullptr;
    const Replay* replay = nullptr;         // states of the nodes
    const NetworkMoment* moment = nullptr;  // loads of the links
    NodeId selectedNode, hoveredNode;
    LinkId selectedLink, hoveredLink;
    std::vector<LinkId> path;  // of the selected transfer
};

// The straight line of one direction on the screen: the two directions of a cable lie side by side, right of the way.
QLineF directionLine(const TopologyLayout& layout, const Camera& camera, std::size_t cable, bool forth);
// The busiest of several links that run side by side; none() of none.
LinkId busiest(const std::vector<LinkId>& links, const NetworkMoment* moment);
// The box of a vertex on the screen.
QRectF vertexBox(const TopologyLayout& layout, const Camera& camera, std::size_t vertex);

// Everything that changes only with camera, loads and theme.
void paintCables(QPainter& painter, const TopologyScene& scene, const Camera& camera, const QRectF& clip);
// The same into a whole opaque 32-bit image, straight into its pixels where there are thousands.
void paintCables(QImage& image, const TopologyScene& scene, const Camera& camera);
// Everything else: selection, numbers, switches and nodes.
void paintVertices(QPainter& painter, const TopologyScene& scene, const Camera& camera, const QRectF& clip);

}  // namespace loom
