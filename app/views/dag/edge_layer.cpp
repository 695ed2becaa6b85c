#include "app/views/dag/edge_layer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/views/canvas/pixels.h"

namespace loom {

EdgeEnds edgeEnds(const LayeredLayout& layout, std::uint32_t source, std::uint32_t target) {
    return {QPointF(layout.x[source] + kNodeWidth / 2, layout.y[source]),
            QPointF(layout.x[target] - kNodeWidth / 2, layout.y[target])};
}

namespace {

constexpr unsigned kUnit = 128;  // coverage of one full line through a pixel

// Coverage of a pixel by all edges, saturating; turned into colour once at the end.
class Accumulator {
public:
    Accumulator(int width, int height)
        : width_(width), height_(height), cells_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0) {}

    // One pixel a step along the longer axis.
    void line(QPointF a, QPointF b) {
        walk(a, b, [this](bool flat, int along, double across) {
            const int low = static_cast<int>(across);
            if (flat)
                add(along, low, kUnit);
            else
                add(low, along, kUnit);
        });
    }

    // The same with the coverage shared by the two nearest pixels across the line.
    void smoothLine(QPointF a, QPointF b) {
        walk(a, b, [this](bool flat, int along, double across) {
            const int low = static_cast<int>(across);
            const unsigned second = static_cast<unsigned>((across - low) * kUnit);
            if (flat) {
                add(along, low, kUnit - second);
                add(along, low + 1, second);
            } else {
                add(low, along, kUnit - second);
                add(low + 1, along, second);
            }
        });
    }

    // A cubic from `a` to `b` that leaves and arrives level, flattened to a few pixels a piece.
    void curve(QPointF a, QPointF b) {
        const double bend = std::max(std::abs(b.x() - a.x()) * 0.5, 2.0);
        const QPointF c(a.x() + bend, a.y()), d(b.x() - bend, b.y());
        const double length = std::abs(b.x() - a.x()) + std::abs(b.y() - a.y());
        const int pieces = std::clamp(static_cast<int>(length / 9), 2, 64);
        QPointF last = a;
        for (int i = 1; i <= pieces; ++i) {
            const double t = static_cast<double>(i) / pieces, u = 1 - t;
            const QPointF next = a * (u * u * u) + c * (3 * u * u * t) + d * (3 * u * t * t) + b * (t * t * t);
            smoothLine(last, next);
            last = next;
        }
    }

    // `strength` 0..1 is the opacity of a single line; overlaps approach full opacity by the logarithm of their number.
    [[nodiscard]] QImage toImage(QRgb background, QRgb ink, double strength) const {
        constexpr std::size_t levels = 4096;
        std::vector<QRgb> tone(levels);
        for (std::size_t i = 0; i < levels; ++i) {
            const double lines = static_cast<double>(i) / kUnit;
            const double alpha = lines <= 1 ? strength * lines : std::min(0.92, strength + 0.16 * std::log2(lines));
            tone[i] = blendOpaque(background, ink, alpha);
        }
        QImage image(width_, height_, QImage::Format_RGB32);
        for (int y = 0; y < height_; ++y) {
            QRgb* const row = reinterpret_cast<QRgb*>(image.scanLine(y));
            const std::uint16_t* const from = cells_.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width_);
            for (int x = 0; x < width_; ++x) row[x] = tone[std::min<std::size_t>(from[x], levels - 1)];
        }
        return image;
    }

private:
    // Calls plot(flat, along, across) once for every pixel column (row, if steep) in the half-open span of the segment:
    // pieces of one curve neither overlap nor leave gaps.
    template <class Plot>
    void walk(QPointF a, QPointF b, Plot plot) const {
        if (!clipSegment(a, b, width_, height_)) return;
        const bool flat = std::abs(b.x() - a.x()) >= std::abs(b.y() - a.y());
        double from = flat ? a.x() : a.y(), to = flat ? b.x() : b.y();
        double across = flat ? a.y() : a.x(), acrossEnd = flat ? b.y() : b.x();
        if (from > to) {
            std::swap(from, to);
            std::swap(across, acrossEnd);
        }
        const double slope = to > from ? (acrossEnd - across) / (to - from) : 0;
        const int first = static_cast<int>(std::ceil(from)), last = static_cast<int>(std::ceil(to));
        double at = across + (first - from) * slope;
        for (int i = first; i < last; ++i, at += slope) plot(flat, i, at);
    }
    static QRgb blendOpaque(QRgb a, QRgb b, double t) {
        const auto mix = [t](int p, int q) { return static_cast<int>(std::lround(p + (q - p) * t)); };
        return qRgb(mix(qRed(a), qRed(b)), mix(qGreen(a), qGreen(b)), mix(qBlue(a), qBlue(b)));
    }
    void add(int x, int y, unsigned coverage) {
        std::uint16_t& cell =
            cells_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(x)];
        cell = static_cast<std::uint16_t>(std::min(65535u, cell + coverage));
    }

    int width_, height_;
    std::vector<std::uint16_t> cells_;
};

// A stable hash: the subset grows and shrinks without flicker while zooming.
std::uint32_t edgeHash(std::uint32_t edge) {
    edge = (edge ^ (edge >> 16)) * 0x7feb352du;
    edge = (edge ^ (edge >> 15)) * 0x846ca68bu;
    return edge ^ (edge >> 16);
}

bool touches(const EdgeEnds& ends, const QRectF& world) {
    return ends.from.x() <= world.right() && ends.to.x() >= world.left() &&
           std::min(ends.from.y(), ends.to.y()) <= world.bottom() && std::max(ends.from.y(), ends.to.y()) >= world.top();
}

std::vector<std::uint32_t> visibleEdges(const DagScene& scene, const QRectF& world) {
    std::vector<std::uint32_t> visible;
    for (std::uint32_t e = 0; e < scene.edgeSource.size(); ++e) {
        if (touches(edgeEnds(scene.layout, scene.edgeSource[e], scene.edgeTarget[e]), world)) visible.push_back(e);
    }
    return visible;
}

}  // namespace

EdgeLayer renderEdges(const EdgeRequest& request, const Progress* progress) {
    EdgeLayer layer;
    const int width = request.size.width() + 2 * request.overscan, height = request.size.height() + 2 * request.overscan;
    layer.camera = request.camera;
    layer.camera.pan(QPointF(request.overscan, request.overscan));
    const DagScene& scene = *request.scene;
    const QRectF world(layer.camera.toWorld({0, 0}), layer.camera.toWorld(QPointF(width, height)));
    const std::vector<std::uint32_t> visible = visibleEdges(scene, world);
    layer.visible = visible.size();
    layer.quality = visible.size() <= request.curveLimit  ? EdgeQuality::curves
                    : visible.size() <= request.lineLimit ? EdgeQuality::lines
                                                          : EdgeQuality::sampled;
    const double share = layer.quality == EdgeQuality::sampled
                             ? static_cast<double>(request.lineLimit) / static_cast<double>(visible.size())
                             : 1.0;
    const auto limit = static_cast<std::uint64_t>(share * 4294967296.0);
    Accumulator canvas(width, height);
    for (std::size_t i = 0; i < visible.size(); ++i) {
        if (i % 4096 == 0 && progress != nullptr && progress->cancelled()) return layer;
        if (edgeHash(visible[i]) >= limit) continue;
        ++layer.drawn;
        const EdgeEnds ends = edgeEnds(scene.layout, scene.edgeSource[visible[i]], scene.edgeTarget[visible[i]]);
        const QPointF a = layer.camera.toScreen(ends.from), b = layer.camera.toScreen(ends.to);
        if (layer.quality == EdgeQuality::curves)
            canvas.curve(a, b);
        else
            canvas.line(a, b);
    }
    // Many thin lines must not drown the nodes: a single line fades as their number grows.
    const double crowd = std::log10(1.0 + static_cast<double>(layer.drawn) / 300.0);
    layer.image = canvas.toImage(request.background, request.edge, std::clamp(0.62 / (1 + 0.9 * crowd), 0.1, 0.62));
    return layer;
}

bool layerCovers(const EdgeLayer& layer, const Camera& camera, QSize size) {
    if (layer.image.isNull() || layer.camera.scale != camera.scale) return false;
    const double x = (camera.x - layer.camera.x) * camera.scale, y = (camera.y - layer.camera.y) * camera.scale;
    return x >= 0 && y >= 0 && x + size.width() <= layer.image.width() && y + size.height() <= layer.image.height();
}

namespace {

void copyRows(const QImage& from, int dx, int dy, QRgb background, QImage& frame) {
    const int x0 = std::clamp(-dx, 0, frame.width()), x1 = std::clamp(from.width() - dx, x0, frame.width());
    for (int y = 0; y < frame.height(); ++y) {
        QRgb* const row = reinterpret_cast<QRgb*>(frame.scanLine(y));
        const int sourceY = y + dy;
        if (sourceY < 0 || sourceY >= from.height()) {
            std::fill(row, row + frame.width(), background);
            continue;
        }
        const QRgb* const source = reinterpret_cast<const QRgb*>(from.constScanLine(sourceY));
        std::fill(row, row + x0, background);
        std::copy(source + x0 + dx, source + x1 + dx, row + x0);
        std::fill(row + x1, row + frame.width(), background);
    }
}

}  // namespace

void composeLayer(const EdgeLayer& layer, const Camera& camera, QRgb background, QImage& frame) {
    if (layer.image.isNull()) {
        frame.fill(background);
        return;
    }
    const double ratio = layer.camera.scale / camera.scale;
    const double x0 = (camera.x - layer.camera.x) * layer.camera.scale, y0 = (camera.y - layer.camera.y) * layer.camera.scale;
    const auto bounded = [](double v) { return static_cast<int>(std::clamp(v, -1e8, 1e8)); };
    if (ratio == 1.0) {
        copyRows(layer.image, bounded(std::round(x0)), bounded(std::round(y0)), background, frame);
        return;
    }
    std::vector<int> columns(static_cast<std::size_t>(frame.width()));
    const int width = frame.width(), layerWidth = layer.image.width();
    for (int x = 0; x < width; ++x) columns[static_cast<std::size_t>(x)] = bounded(std::floor(x0 + (x + 0.5) * ratio));
    for (int y = 0; y < frame.height(); ++y) {
        QRgb* const row = reinterpret_cast<QRgb*>(frame.scanLine(y));
        const int sourceY = bounded(std::floor(y0 + (y + 0.5) * ratio));
        if (sourceY < 0 || sourceY >= layer.image.height()) {
            std::fill(row, row + width, background);
            continue;
        }
        const QRgb* const source = reinterpret_cast<const QRgb*>(layer.image.constScanLine(sourceY));
        for (int x = 0; x < width; ++x) {
            const int sourceX = columns[static_cast<std::size_t>(x)];
            row[x] = sourceX >= 0 && sourceX < layerWidth ? source[sourceX] : background;
        }
    }
}

}  // namespace loom
