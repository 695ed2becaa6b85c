#include "app/views/topology/topology_painter.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QPainter>

#include "app/theme.h"
#include "app/views/canvas/pixels.h"
#include "app/views/topology/heat_scale.h"

namespace loom {

namespace {

constexpr double kDetailedSide = 16;      // logical pixels of a node's box from which directions and outlines are drawn
constexpr double kNamedSide = 34;         // ... from which its name fits
constexpr std::size_t kMostSmooth = 600;  // cables drawn with smooth edges; beyond, there is no seeing the difference
constexpr std::size_t kMostNumbers = 60;  // cables that carry their number

bool detailed(const TopologyScene& scene, const Camera& camera) {
    return scene.layout->nodeSize * camera.scale >= kDetailedSide && scene.layout->cables.size() <= kMostSmooth;
}

double loadOf(const TopologyScene& scene, LinkId link) {
    return scene.moment == nullptr || !link.valid() ? 0 : scene.moment->utilisation(link);
}

QColor faded(QColor color, float alpha) {
    color.setAlphaF(alpha);
    return color;
}

bool contains(const std::vector<LinkId>& links, LinkId link) {
    return link.valid() && std::find(links.begin(), links.end(), link) != links.end();
}

void paintArrow(QPainter& painter, const QLineF& line, double size) {
    const QPointF way = (line.p2() - line.p1()) / std::max(1e-9, line.length());
    const QPointF side(-way.y(), way.x());
    const QPointF tip = line.pointAt(0.5) + way * size;
    painter.drawPolygon(QPolygonF({tip, tip - way * 2 * size + side * size, tip - way * 2 * size - side * size}));
}

// Far away: one thin line a cable, of its busier direction. Calls draw(line, colour, width).
template <class Draw>
void forFarCables(const TopologyScene& scene, const Camera& camera, const QRectF& clip, Draw draw) {
    constexpr std::size_t kSteps = 16;
    struct Batch {
        QColor color;
        int width = 1;
        std::vector<QLineF> lines;
    };
    std::array<Batch, kSteps + 2> batches;  // idle, steps of heat, overfull: the busiest are drawn last
    const bool dark = Theme::instance().isDark();
    for (std::size_t i = 0; i < batches.size(); ++i) {
        const double u = (static_cast<double>(i) - 0.5) / kSteps;
        batches[i].color = i == 0 ? Theme::instance().colors().grid : heatColor(i > kSteps ? 2 : u, dark);
        batches[i].width = i > kSteps * 3 / 4 ? 2 : 1;
    }
    const TopologyLayout& layout = *scene.layout;
    for (const TopologyLayout::Cable& cable : layout.cables) {
        const QLineF line(camera.toScreen(layout.vertices[cable.a].at), camera.toScreen(layout.vertices[cable.b].at));
        if (!QRectF(line.p1(), line.p2()).normalized().adjusted(-1, -1, 1, 1).intersects(clip)) continue;
        const double u =
            std::max(loadOf(scene, busiest(cable.forth, scene.moment)), loadOf(scene, busiest(cable.back, scene.moment)));
        const std::size_t batch = u <= 0       ? 0
                                  : u > 1.0005 ? kSteps + 1
                                               : 1 + std::min(kSteps - 1, static_cast<std::size_t>(u * kSteps));
        batches[batch].lines.push_back(line);
    }
    for (const Batch& batch : batches) {
        for (const QLineF& line : batch.lines) draw(line, batch.color, batch.width);
    }
}

void paintDirection(QPainter& painter, const TopologyScene& scene, const QLineF& line, const std::vector<LinkId>& links) {
    if (links.empty()) return;
    const ThemeColors& colors = Theme::instance().colors();
    const double u = loadOf(scene, busiest(links, scene.moment));
    const QColor color = u > 0 ? heatColor(u, Theme::instance().isDark()) : faded(colors.edge, 0.45f);
    painter.setPen(QPen(color, heatWidth(u), u > 1.0005 ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(line);
    if (u <= 0 || line.length() < 40) return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    paintArrow(painter, line, 3 + 1.5 * std::min(1.0, u));
}

void ring(QPainter& painter, const TopologyScene& scene, const Camera& camera, LinkId link, const QColor& color, double width) {
    if (!link.valid() || link.index() >= scene.layout->cableOf.size()) return;
    const std::uint32_t cable = scene.layout->cableOf[link.index()];
    if (cable == TopologyLayout::kNowhere) return;
    const QLineF line = directionLine(*scene.layout, camera, cable, contains(scene.layout->cables[cable].forth, link));
    const QPointF side = QPointF(-line.dy(), line.dx()) / std::max(1e-9, line.length()) * (heatWidth(1) / 2 + 1.5);
    painter.setPen(QPen(color, width));
    painter.drawLine(line.translated(side));
    painter.drawLine(line.translated(-side));
}

struct Number {
    double utilisation = 0;
    QRectF plate;
};

// The busiest first, each where it hides no other.
void paintNumbers(QPainter& painter, const TopologyScene& scene, const Camera& camera) {
    const TopologyLayout& layout = *scene.layout;
    if (scene.moment == nullptr || layout.cables.size() > kMostNumbers) return;
    const ThemeColors& colors = Theme::instance().colors();
    const QFontMetrics metrics = painter.fontMetrics();
    std::vector<Number> numbers;
    for (std::size_t i = 0; i < layout.cables.size(); ++i) {
        for (const bool forth : {true, false}) {
            const double u = loadOf(scene, busiest(forth ? layout.cables[i].forth : layout.cables[i].back, scene.moment));
            const QLineF line = directionLine(layout, camera, i, forth);
            if (u < 0.005 || line.length() < metrics.height() * 4) continue;
            // The two directions' numbers stand at different places of the cable, nearer to where each comes from.
            const QPointF at = line.pointAt(0.32);
            const double width = metrics.horizontalAdvance(utilisationText(u)) + 6;
            numbers.push_back({u, QRectF(at.x() - width / 2, at.y() - metrics.height() / 2.0, width, metrics.height())});
        }
    }
    std::stable_sort(numbers.begin(), numbers.end(),
                     [](const Number& a, const Number& b) { return a.utilisation > b.utilisation; });
    std::vector<QRectF> taken;
    for (const Number& number : numbers) {
        if (std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(number.plate); }))
            continue;
        taken.push_back(number.plate);
        painter.setPen(Qt::NoPen);
        painter.setBrush(faded(colors.panel, 0.88f));
        painter.drawRoundedRect(number.plate, 3, 3);
        painter.setPen(number.utilisation > 0.995 ? colors.warning : colors.text);
        painter.drawText(number.plate, Qt::AlignCenter, utilisationText(number.utilisation));
    }
}

void paintSwitch(QPainter& painter, const TopologyScene& scene, std::size_t vertex, const QRectF& box) {
    const ThemeColors& colors = Theme::instance().colors();
    const LinkId link = busiest(scene.layout->inside[vertex], scene.moment);
    const double u = loadOf(scene, link);
    const bool smooth = box.width() >= kDetailedSide;
    painter.setPen(QPen(link.valid() && u > 0 ? heatColor(u, Theme::instance().isDark()) : colors.edge,
                        smooth ? 1 + (u > 0 ? heatWidth(u) / 2 : 0.5) : 0));
    painter.setBrush(colors.window);
    const bool chosen = link.valid() && (link == scene.selectedLink || link == scene.hoveredLink || contains(scene.path, link));
    if (chosen) painter.setPen(QPen(colors.selection, 2.5));
    if (!smooth) return painter.drawEllipse(box);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    QString text = scene.layout->vertices[vertex].name;
    const QFontMetrics metrics = painter.fontMetrics();
    painter.setPen(colors.text);
    if (box.height() < metrics.height() || metrics.horizontalAdvance(text) + 8 > box.width()) {
        // Beside the box, on a plate: a cable may leave it there.
        const QRectF plate(box.right() + 3, box.center().y() - metrics.height() / 2.0, metrics.horizontalAdvance(text) + 4,
                           metrics.height());
        painter.fillRect(plate, faded(colors.panel, 0.85f));
        return painter.drawText(plate, Qt::AlignCenter, text);
    }
    painter.drawText(box, Qt::AlignCenter, text);
}

// A node's box fills from below with its busy and held lanes.
void paintNode(QPainter& painter, const TopologyScene& scene, NodeId node, const QRectF& box) {
    const ThemeColors& colors = Theme::instance().colors();
    const NodeStatus status =
        scene.replay != nullptr && node.index() < scene.replay->nodes().size() ? scene.replay->nodes()[node.index()] : NodeStatus{};
    const double lanes = std::max(1u, scene.platform->lanes(node));
    const auto part = [&](std::uint32_t from, std::uint32_t to, const QColor& color) {
        if (to <= from) return;
        const double high = box.height() * std::min(1.0, to / lanes), low = box.height() * std::min(1.0, from / lanes);
        painter.fillRect(QRectF(box.left(), box.bottom() - high, box.width(), high - low), color);
    };
    painter.fillRect(box, status.up ? colors.panel : faded(colors.down.fill, 0.5f));
    if (status.up) {
        part(0, status.busyCores, colors.state[static_cast<std::size_t>(TaskState::running)].fill);
        part(status.busyCores, std::max(status.busyCores, status.heldCores),
             colors.state[static_cast<std::size_t>(TaskState::transfer)].fill);
    } else {
        painter.fillRect(box, QBrush(colors.down.fill, Qt::BDiagPattern));
    }
    const bool selected = scene.selectedNode == node, hovered = scene.hoveredNode == node;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(status.up ? colors.edge : colors.down.outline, 0));
    painter.drawRect(box);
    if (selected || hovered) {
        painter.setPen(QPen(selected ? colors.selection : faded(colors.accent, 0.65f), selected ? 2.5 : 1.5));
        painter.drawRect(box.adjusted(-2, -2, 2, 2));
    }
    if (box.width() < kDetailedSide) return;
    const QFontMetrics metrics = painter.fontMetrics();
    const QString name =
        (status.up ? QString() : colors.down.glyph + QLatin1Char(' ')) + scene.layout->vertices[node.index()].name;
    const double width = metrics.horizontalAdvance(name);
    if (box.width() < kNamedSide || box.height() < metrics.height() + 4) {
        // Below the box, where it is not wider than what a neighbour leaves.
        if (width > box.width() * 1.5) return;
        painter.setPen(status.up ? colors.mutedText : colors.down.fill);
        return painter.drawText(QPointF(box.center().x() - width / 2, box.bottom() + metrics.ascent() + 1), name);
    }
    const QString shown = metrics.elidedText(name, Qt::ElideMiddle, static_cast<int>(box.width()) - 4);
    const QRectF plate(box.center().x() - metrics.horizontalAdvance(shown) / 2.0 - 3, box.center().y() - metrics.height() / 2.0,
                       metrics.horizontalAdvance(shown) + 6, metrics.height());
    painter.fillRect(plate, faded(colors.panel, 0.85f));
    painter.setPen(colors.text);
    painter.drawText(plate, Qt::AlignCenter, shown);
}

}  // namespace

LinkId busiest(const std::vector<LinkId>& links, const NetworkMoment* moment) {
    if (links.empty()) return LinkId::none();
    if (moment == nullptr || links.size() == 1) return links.front();
    return *std::max_element(links.begin(), links.end(),
                             [&](LinkId a, LinkId b) { return moment->utilisation(a) < moment->utilisation(b); });
}

QLineF directionLine(const TopologyLayout& layout, const Camera& camera, std::size_t cable, bool forth) {
    const TopologyLayout::Cable& wire = layout.cables[cable];
    QLineF line(camera.toScreen(layout.vertices[wire.a].at), camera.toScreen(layout.vertices[wire.b].at));
    if (!forth) line = QLineF(line.p2(), line.p1());
    if (wire.forth.empty() || wire.back.empty()) return line;
    const double apart = std::min(3.5, layout.nodeSize * camera.scale * 0.12);
    return line.translated(QPointF(-line.dy(), line.dx()) / std::max(1e-9, line.length()) * apart);
}

QRectF vertexBox(const TopologyLayout& layout, const Camera& camera, std::size_t vertex) {
    const QPointF at = camera.toScreen(layout.vertices[vertex].at);
    const double side = std::min(layout.nodeSize * camera.scale, 72.0);
    const QSizeF size =
        layout.vertices[vertex].node ? QSizeF(side, std::min(side, 44.0)) : QSizeF(side, std::min(side * 0.6, 30.0));
    return {at.x() - size.width() / 2, at.y() - size.height() / 2, size.width(), size.height()};
}

void paintCables(QPainter& painter, const TopologyScene& scene, const Camera& camera, const QRectF& clip) {
    const TopologyLayout& layout = *scene.layout;
    if (!detailed(scene, camera)) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        return forFarCables(scene, camera, clip, [&](const QLineF& line, const QColor& color, int width) {
            painter.setPen(QPen(color, width));
            painter.drawLine(line);
        });
    }
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < layout.cables.size(); ++i) {
        paintDirection(painter, scene, directionLine(layout, camera, i, true), layout.cables[i].forth);
        paintDirection(painter, scene, directionLine(layout, camera, i, false), layout.cables[i].back);
    }
}

void paintCables(QImage& image, const TopologyScene& scene, const Camera& camera) {
    const double ratio = image.devicePixelRatio();
    const QRectF area(QPointF(0, 0), image.deviceIndependentSize());
    if (detailed(scene, camera)) {
        QPainter painter(&image);
        return paintCables(painter, scene, camera, area);
    }
    PixelSurface surface(image);
    forFarCables(scene, camera, area, [&](const QLineF& line, const QColor& color, int width) {
        surface.line(line.p1() * ratio, line.p2() * ratio, color.rgb(), std::max(1, static_cast<int>(width * ratio)));
    });
}

void paintVertices(QPainter& painter, const TopologyScene& scene, const Camera& camera, const QRectF& clip) {
    const TopologyLayout& layout = *scene.layout;
    const ThemeColors& colors = Theme::instance().colors();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const LinkId link : scene.path) ring(painter, scene, camera, link, colors.selection, 1.5);
    ring(painter, scene, camera, scene.hoveredLink, faded(colors.accent, 0.65f), 1.5);
    ring(painter, scene, camera, scene.selectedLink, colors.selection, 2);
    paintNumbers(painter, scene, camera);
    painter.setRenderHint(QPainter::Antialiasing, layout.nodeSize * camera.scale >= kDetailedSide);
    for (std::size_t v = 0; v < layout.vertices.size(); ++v) {
        const QRectF box = vertexBox(layout, camera, v);
        if (!box.intersects(clip)) continue;
        if (layout.vertices[v].node)
            paintNode(painter, scene, NodeId(v), box);
        else
            paintSwitch(painter, scene, v, box);
    }
}

}  // namespace loom
