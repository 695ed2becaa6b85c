// Where a canvas looks: a uniform scale and an offset between world units and device pixels.
#pragma once

#include <algorithm>

#include <QPointF>
#include <QRectF>
#include <QSize>

namespace loom {

// `x`, `y` is the world point at the top left pixel; `scale` is device pixels a world unit.
struct Camera {
    double x = 0, y = 0;
    double scale = 1;

    [[nodiscard]] double screenX(double worldX) const { return (worldX - x) * scale; }
    [[nodiscard]] double screenY(double worldY) const { return (worldY - y) * scale; }
    [[nodiscard]] QPointF toScreen(QPointF world) const { return {screenX(world.x()), screenY(world.y())}; }
    [[nodiscard]] QPointF toWorld(QPointF screen) const { return {x + screen.x() / scale, y + screen.y() / scale}; }

    void pan(QPointF screenDelta) {
        x -= screenDelta.x() / scale;
        y -= screenDelta.y() / scale;
    }
    // Scales by `factor`, keeping the world point under `screen` where it is.
    void zoomAt(QPointF screen, double factor, double minimum, double maximum) {
        const QPointF fixed = toWorld(screen);
        scale = std::clamp(scale * factor, minimum, maximum);
        x = fixed.x() - screen.x() / scale;
        y = fixed.y() - screen.y() / scale;
    }
    // Shows all of `world`, centred, with `margin` pixels around, never above `maximum` scale.
    void fit(const QRectF& world, QSize screen, double margin, double maximum) {
        const double w = std::max(1.0, screen.width() - 2 * margin);
        const double h = std::max(1.0, screen.height() - 2 * margin);
        scale = std::min({w / std::max(1e-9, world.width()), h / std::max(1e-9, world.height()), maximum});
        x = world.center().x() - screen.width() / (2 * scale);
        y = world.center().y() - screen.height() / (2 * scale);
    }
    friend bool operator==(const Camera&, const Camera&) = default;
};

}  // namespace loom
