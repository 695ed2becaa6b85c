// The edges of a view as one image, rendered by a worker and moved as a whole while the exact one is on its way.
#pragma once

#include <QImage>

#include "app/views/canvas/camera.h"
#include "app/views/dag/dag_scene.h"

namespace loom {

// How edges are drawn depends on how many the view holds (gui.md, edge quality ladder).
enum class EdgeQuality : std::uint8_t { curves, lines, sampled };

struct EdgeRequest {
    DagScenePtr scene;
    Camera camera;  // of the view, in device pixels
    QSize size;     // of the view, in device pixels
    QRgb background = 0;
    QRgb edge = 0;
    int overscan = 256;  // pixels rendered around the view, so that panning needs no new layer
    std::size_t curveLimit = 6000;
    std::size_t lineLimit = 150000;
};

struct EdgeLayer {
    QImage image;   // RGB32, background included; null when cancelled
    Camera camera;  // of the image's top left pixel
    EdgeQuality quality = EdgeQuality::curves;
    std::size_t visible = 0;  // edges that touch the image
    std::size_t drawn = 0;    // of them drawn; fewer only when `sampled`
};

// Any thread; polls `progress` (may be null).
EdgeLayer renderEdges(const EdgeRequest& request, const Progress* progress);

// Where an edge leaves its source and enters its target, in world units.
struct EdgeEnds {
    QPointF from, to;
};
EdgeEnds edgeEnds(const LayeredLayout& layout, std::uint32_t source, std::uint32_t target);

// Shows `layer` as seen from `camera` in `frame` (RGB32): rows copied when the scale is the same, nearest neighbour
// otherwise; `background` where the layer has nothing.
void composeLayer(const EdgeLayer& layer, const Camera& camera, QRgb background, QImage& frame);

// Whether `layer` shows exactly what `camera` sees in a view of `size`.
bool layerCovers(const EdgeLayer& layer, const Camera& camera, QSize size);

}  // namespace loom
