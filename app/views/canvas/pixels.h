// Filling straight into a 32-bit image: what QPainter is too slow for when a hundred thousand nodes move each frame.
#pragma once

#include <cstdint>

#include <QColor>
#include <QImage>
#include <QPointF>

namespace loom {

// An opaque RGB32 image seen as pixels. Does not own them; every call clips.
class PixelSurface {
public:
    explicit PixelSurface(QImage& image);

    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }
    [[nodiscard]] QRgb* row(int y) { return bits_ + static_cast<std::ptrdiff_t>(y) * stride_; }

    // Rectangles are [x0, x1) x [y0, y1) in device pixels.
    void fill(int x0, int y0, int x1, int y1, QRgb color);
    // `alpha` 0..256 of `color` over what is there.
    void blend(int x0, int y0, int x1, int y1, QRgb color, unsigned alpha);
    void frame(int x0, int y0, int x1, int y1, QRgb color);
    // Diagonal stripes anchored to the image, so neighbouring rectangles continue each other.
    void hatch(int x0, int y0, int x1, int y1, QRgb color, int period, int thickness);
    // A straight line, one pixel a step along its longer axis, `thickness` pixels across it.
    void line(QPointF a, QPointF b, QRgb color, int thickness);
    // A premultiplied ARGB image over what is there.
    void sprite(int x, int y, const QImage& image);

private:
    [[nodiscard]] bool clip(int& x0, int& y0, int& x1, int& y1) const;
    QRgb* bits_;
    std::ptrdiff_t stride_;
    int width_, height_;
};

// Cuts a segment to the inside of [1, width - 2] x [1, height - 2]: one pixel in, because a line that starts at
// floor(y) may step one pixel beyond its rounded end. False when nothing is left.
bool clipSegment(QPointF& a, QPointF& b, int width, int height);

// a + (b - a) * alpha / 256, each channel; opaque.
[[nodiscard]] inline QRgb mixRgb(QRgb a, QRgb b, unsigned alpha) {
    const std::uint32_t inverse = 256 - alpha;
    const std::uint32_t rb = ((a & 0xff00ffu) * inverse + (b & 0xff00ffu) * alpha) >> 8;
    const std::uint32_t g = ((a & 0x00ff00u) * inverse + (b & 0x00ff00u) * alpha) >> 8;
    return 0xff000000u | (rb & 0xff00ffu) | (g & 0x00ff00u);
}

}  // namespace loom
