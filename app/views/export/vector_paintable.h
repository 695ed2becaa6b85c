// A view that can paint itself as vectors, for SVG and print.
#pragma once

class QPainter;
class QRect;

namespace loom {

class VectorPaintable {
public:
    virtual ~VectorPaintable() = default;
    // Paints what the view shows now into `target`; everything as shapes and text, no screen image.
    virtual void paintVector(QPainter& painter, const QRect& target) = 0;
};

}  // namespace loom
