#include "app/views/canvas/pixels.h"

#include <algorithm>
#include <cmath>

namespace loom {

PixelSurface::PixelSurface(QImage& image)
    : bits_(reinterpret_cast<QRgb*>(image.bits())),
      stride_(image.bytesPerLine() / 4),
      width_(image.width()),
      height_(image.height()) {}

bool PixelSurface::clip(int& x0, int& y0, int& x1, int& y1) const {
    x0 = std::max(x0, 0);
    y0 = std::max(y0, 0);
    x1 = std::min(x1, width_);
    y1 = std::min(y1, height_);
    return x0 < x1 && y0 < y1;
}

void PixelSurface::fill(int x0, int y0, int x1, int y1, QRgb color) {
    if (!clip(x0, y0, x1, y1)) return;
    for (int y = y0; y < y1; ++y) std::fill(row(y) + x0, row(y) + x1, color);
}

void PixelSurface::line(QPointF a, QPointF b, QRgb color, int thickness) {
    if (!clipSegment(a, b, width_, height_)) return;
    const double dx = b.x() - a.x(), dy = b.y() - a.y();
    const bool flat = std::abs(dx) >= std::abs(dy);
    const int steps = std::max(1, static_cast<int>(std::ceil(flat ? std::abs(dx) : std::abs(dy))));
    const double stepX = dx / steps, stepY = dy / steps;
    const int before = thickness / 2;
    for (int i = 0; i <= steps; ++i) {
        const int x = static_cast<int>(a.x() + i * stepX), y = static_cast<int>(a.y() + i * stepY);
        for (int across = -before; across < thickness - before; ++across) {
            const int px = flat ? x : x + across, py = flat ? y + across : y;
            if (px >= 0 && py >= 0 && px < width_ && py < height_) row(py)[px] = color;
        }
    }
}

void PixelSurface::blend(int x0, int y0, int x1, int y1, QRgb color, unsigned alpha) {
    if (!clip(x0, y0, x1, y1)) return;
    for (int y = y0; y < y1; ++y) {
        QRgb* const line = row(y);
        for (int x = x0; x < x1; ++x) line[x] = mixRgb(line[x], color, alpha);
    }
}

void PixelSurface::frame(int x0, int y0, int x1, int y1, QRgb color) {
    fill(x0, y0, x1, y0 + 1, color);
    fill(x0, y1 - 1, x1, y1, color);
    fill(x0, y0, x0 + 1, y1, color);
    fill(x1 - 1, y0, x1, y1, color);
}

void PixelSurface::hatch(int x0, int y0, int x1, int y1, QRgb color, int period, int thickness) {
    if (!clip(x0, y0, x1, y1)) return;
    for (int y = y0; y < y1; ++y) {
        QRgb* const line = row(y);
        for (int phase = (x0 + y) % period, x = x0; x < x1; ++x) {
            if (phase < thickness) line[x] = color;
            if (++phase == period) phase = 0;
        }
    }
}

void PixelSurface::sprite(int x, int y, const QImage& image) {
    int x0 = x, y0 = y, x1 = x + image.width(), y1 = y + image.height();
    if (!clip(x0, y0, x1, y1)) return;
    for (int py = y0; py < y1; ++py) {
        const QRgb* const source = reinterpret_cast<const QRgb*>(image.constScanLine(py - y)) - x;
        QRgb* const line = row(py);
        for (int px = x0; px < x1; ++px) {
            const QRgb color = source[px];
            const std::uint32_t alpha = color >> 24;
            if (alpha == 255) {
                line[px] = color;
            } else if (alpha != 0) {
                const std::uint32_t keep = 256 - alpha;
                const QRgb below = line[px];
                const std::uint32_t rb = (((below & 0xff00ffu) * keep) >> 8) & 0xff00ffu;
                const std::uint32_t g = (((below & 0x00ff00u) * keep) >> 8) & 0x00ff00u;
                line[px] = 0xff000000u | ((color & 0xffffffu) + (rb | g));
            }
        }
    }
}

bool clipSegment(QPointF& a, QPointF& b, int width, int height) {
    const double dx = b.x() - a.x(), dy = b.y() - a.y();
    double t0 = 0, t1 = 1;
    const auto cut = [&](double p, double q) {  // Liang and Barsky 1984: p * t <= q
        if (p == 0) return q >= 0;
        const double t = q / p;
        if (p < 0)
            t0 = std::max(t0, t);
        else
            t1 = std::min(t1, t);
        return t0 <= t1;
    };
    if (!(std::isfinite(dx) && std::isfinite(dy))) return false;
    const bool inside = cut(-dx, a.x() - 1) && cut(dx, width - 2 - a.x()) && cut(-dy, a.y() - 1) && cut(dy, height - 2 - a.y());
    if (!inside) return false;
    const QPointF start = a;
    if (t1 < 1) b = start + QPointF(dx, dy) * t1;
    if (t0 > 0) a = start + QPointF(dx, dy) * t0;
    return true;
}

}  // namespace loom
