// What ClusterView puts on the screen.
#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QPainterPath>

#include "app/views/canvas/state_glyph.h"
#include "app/views/cluster/cluster_view.h"

namespace loom {

namespace {
constexpr std::size_t kMostFlows = 30;      // beyond, arcs are a tangle; the numbers at the racks say more
constexpr double kSmallBox = 9;             // logical pixels; smaller nodes are plain rectangles: thousands must fit a frame
constexpr std::size_t kMostDetailed = 400;  // nodes; so are more than this

QColor faded(QColor color, float alpha) {
    color.setAlphaF(alpha);
    return color;
}
}  // namespace

void ClusterView::paintAll(QPainter& painter, const ClusterLayout& layout) {
    const ThemeColors& colors = Theme::instance().colors();
    const QFontMetrics metrics(font());
    painter.setRenderHint(QPainter::Antialiasing);
    if (!layout.meshed) {
        paintLinks(painter, layout);
        painter.setPen(QPen(colors.edge, 1.5));
        painter.setBrush(colors.window);
        painter.drawRoundedRect(layout.switchBox, 4, 4);
        painter.setPen(colors.text);
        painter.drawText(layout.switchBox, Qt::AlignCenter, tr("switch"));
    }
    const bool named = layout.racks.size() > 1 || (!layout.racks.empty() && !layout.racks.front().name.empty());
    for (const RackBox& rack : layout.racks) {
        painter.setPen(QPen(colors.grid, 1));
        painter.setBrush(colors.window);
        painter.drawRoundedRect(rack.box, 6, 6);
        if (!named || rack.box.height() <= 3 * metrics.height()) continue;
        painter.setPen(colors.mutedText);
        const QString name = rack.name.empty() ? tr("no rack") : QString::fromStdString(rack.name);
        painter.drawText(rack.box.adjusted(8, 3, -4, 0), Qt::AlignTop | Qt::AlignLeft,
                         metrics.elidedText(name, Qt::ElideRight, static_cast<int>(rack.box.width()) - 12));
    }
    painter.setRenderHint(QPainter::Antialiasing, layout.nodeBox.size() <= kMostDetailed);
    for (std::size_t n = 0; n < layout.nodeBox.size(); ++n) paintNode(painter, NodeId(n), layout.nodeBox[n]);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFlows(painter, layout);
}

// A rack's link carries what crosses the rack's border; inside one rack every transfer passes the switch.
void ClusterView::paintLinks(QPainter& painter, const ClusterLayout& layout) {
    const ThemeColors& colors = Theme::instance().colors();
    std::vector<std::size_t> load(layout.racks.size(), 0);
    if (state_->replay() != nullptr) {
        for (const ActiveTransfer& transfer : state_->replay()->transfers()) {
            const std::uint32_t a = layout.rackOf[transfer.from.index()], b = layout.rackOf[transfer.to.index()];
            if (a == b && layout.racks.size() > 1) continue;
            if (a != ClusterLayout::kNoRack) ++load[a];
            if (b != ClusterLayout::kNoRack && b != a) ++load[b];
        }
    }
    const QFontMetrics metrics(font());
    const QPointF hub(layout.switchBox.center().x(), layout.switchBox.bottom());
    for (std::size_t n = 0; n < layout.nodeBox.size(); ++n) {
        if (layout.rackOf[n] != ClusterLayout::kNoRack) continue;
        painter.setPen(QPen(colors.edge, 1.5));
        painter.drawLine(QPointF(layout.switchBox.right(), layout.switchBox.center().y()),
                         QPointF(layout.nodeBox[n].left(), layout.nodeBox[n].center().y()));
    }
    for (std::size_t r = 0; r < layout.racks.size(); ++r) {
        const QPointF foot(layout.racks[r].box.center().x(), layout.racks[r].box.top());
        const bool busy = load[r] > 0;
        const QColor color = busy ? colors.state[static_cast<std::size_t>(TaskState::transfer)].outline : colors.edge;
        painter.setPen(QPen(color, busy ? std::min(7.0, 1.5 + std::log2(1.0 + static_cast<double>(load[r]))) : 1.5, Qt::SolidLine,
                            Qt::RoundCap));
        painter.drawLine(hub, foot);
    }
    // The numbers after all the links, which would cross them out.
    for (std::size_t r = 0; r < layout.racks.size(); ++r) {
        if (load[r] == 0) continue;
        const QPointF foot(layout.racks[r].box.center().x(), layout.racks[r].box.top());
        const QString text = QStringLiteral("\u21c4 %L1").arg(load[r]);
        const QPointF middle = (hub + foot) / 2;
        const QRectF plate(middle.x() + 5, middle.y() - metrics.height() / 2.0, metrics.horizontalAdvance(text) + 6,
                           metrics.height());
        painter.fillRect(plate, faded(colors.panel, 0.85f));
        painter.setPen(colors.mutedText);
        painter.drawText(plate, Qt::AlignCenter, text);
    }
}

// Transfers as arcs from sender to receiver, behind no text: thin, and only while they can be told apart.
void ClusterView::paintFlows(QPainter& painter, const ClusterLayout& layout) {
    if (state_->replay() == nullptr) return;
    const auto& transfers = state_->replay()->transfers();
    const ThemeColors& colors = Theme::instance().colors();
    const QColor color = colors.state[static_cast<std::size_t>(TaskState::transfer)].outline;
    if (transfers.size() > kMostFlows) return;
    for (const ActiveTransfer& transfer : transfers) {
        const QPointF a = layout.nodeBox[transfer.from.index()].center(), b = layout.nodeBox[transfer.to.index()].center();
        const QPointF way = b - a;
        const double length = std::hypot(way.x(), way.y());
        if (length < 2) continue;
        const QPointF lift = QPointF(-way.y(), way.x()) / length * std::min(18.0, length * 0.2);
        QPainterPath path(a);
        path.quadTo((a + b) / 2 + lift, b);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(faded(color, 0.75f), 1.6));
        painter.drawPath(path);
        const QPointF tip = path.pointAtPercent(0.6), tail = path.pointAtPercent(0.52);
        const QPointF direction = (tip - tail) / std::max(0.01, std::hypot(tip.x() - tail.x(), tip.y() - tail.y()));
        const QPointF side(-direction.y() * 4, direction.x() * 4);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPolygon(QPolygonF({tip + direction * 5, tip - direction * 3 + side, tip - direction * 3 - side}));
    }
}

void ClusterView::paintSmallNode(QPainter& painter, NodeId node, const NodeStatus& status, const QRectF& box) {
    const ThemeColors& colors = Theme::instance().colors();
    const std::uint32_t lanes = std::max(1u, state_->run()->scenario->platform->lanes(node));
    painter.fillRect(box, status.up ? colors.grid : colors.down.fill);
    if (status.up && status.busyCores > 0) {
        const double share = std::min(1.0, static_cast<double>(status.busyCores) / lanes);
        painter.fillRect(QRectF(box.left(), box.bottom() - box.height() * share, box.width(), box.height() * share),
                         colors.state[static_cast<std::size_t>(TaskState::running)].fill);
    }
    if (state_->selectedNode() != node && state_->hoveredNode() != node) return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colors.selection, 2));
    painter.drawRect(box.adjusted(-2, -2, 2, 2));
}

void ClusterView::paintNode(QPainter& painter, NodeId node, const QRectF& box) {
    const ThemeColors& colors = Theme::instance().colors();
    const NodeInfo& info = state_->run()->scenario->platform->node(node);
    const Replay* replay = state_->replay();
    const NodeStatus status = replay != nullptr ? replay->nodes()[node.index()] : NodeStatus{};
    if (box.width() < kSmallBox || box.height() < kSmallBox || layout_.nodeBox.size() > kMostDetailed)
        return paintSmallNode(painter, node, status, box);
    const double radius = std::min({5.0, box.width() / 6, box.height() / 6});
    painter.setPen(QPen(status.up ? colors.edge : colors.down.outline, status.up ? 1 : 2));
    painter.setBrush(colors.panel);
    painter.drawRoundedRect(box, radius, radius);
    if (!status.up) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(QBrush(faded(colors.down.fill, 0.75f), Qt::BDiagPattern));
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius);
    } else if (info.cores > 0) {
        paintBars(painter, state_->run()->scenario->platform->lanes(node), status, box);
    }
    const bool selected = state_->selectedNode() == node, hovered = state_->hoveredNode() == node;
    if (selected || hovered) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(selected ? colors.selection : faded(colors.accent, 0.65f), selected ? 2.5 : 1.5));
        painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), radius + 2, radius + 2);
    }
    const QFontMetrics metrics(font());
    if (box.width() < metrics.averageCharWidth() * 4 || box.height() < metrics.height() + 2) return;
    const QRectF text = box.adjusted(5, 2, -4, -2);
    QString name = QString::fromStdString(info.name);
    if (!status.up) name = colors.down.glyph + QLatin1Char(' ') + name;
    const double speed = info.speed / 1e9 * status.speedFactor;
    const QString factor = info.cores == 0 ? QString() : QStringLiteral("%L1 Gf").arg(speed, 0, 'g', 3);
    const double nameWidth = metrics.horizontalAdvance(name), factorWidth = metrics.horizontalAdvance(factor);
    const bool both = nameWidth + factorWidth + 8 < text.width();
    const QRectF line(text.left(), text.top(), text.width(), metrics.height());
    if (!status.up)
        painter.fillRect(QRectF(line.left() - 2, line.top(), std::min(nameWidth + 4, line.width()), line.height()),
                         faded(colors.panel, 0.9f));
    painter.setPen(status.up ? colors.text : colors.down.fill);
    painter.drawText(line, info.cores == 0 ? Qt::AlignCenter : Qt::AlignLeft,
                     metrics.elidedText(name, Qt::ElideMiddle, static_cast<int>(text.width())));
    if (both && status.up) {
        painter.setPen(status.speedFactor < 0.999 ? colors.warning : colors.mutedText);
        painter.drawText(line, Qt::AlignRight, factor);
    }
}

// Busy and held lanes as a bar, the queue as pips below it.
void ClusterView::paintBars(QPainter& painter, std::uint32_t lanes, const NodeStatus& status, const QRectF& box) {
    const ThemeColors& colors = Theme::instance().colors();
    const QFontMetrics metrics(font());
    const bool roomy = box.height() > metrics.height() + 14 && box.width() > 24;
    QRectF bar = roomy ? box.adjusted(5, metrics.height() + 4, -5, -9) : box.adjusted(1.5, 1.5, -1.5, -1.5);
    const StateStyle& running = colors.state[static_cast<std::size_t>(TaskState::running)];
    const StateStyle& waits = colors.state[static_cast<std::size_t>(TaskState::transfer)];
    painter.setPen(Qt::NoPen);
    const double step = bar.width() / std::max(1u, lanes);
    const double gap = step > 6 ? 2 : step > 3 ? 1 : 0;
    const auto fillLanes = [&](std::uint32_t from, std::uint32_t to, const QColor& color) {
        if (to <= from) return;
        painter.setBrush(color);
        if (gap == 0) return painter.drawRect(QRectF(bar.left() + from * step, bar.top(), (to - from) * step, bar.height()));
        for (std::uint32_t i = from; i < to; ++i)
            painter.drawRect(QRectF(bar.left() + i * step, bar.top(), step - gap, bar.height()));
    };
    const std::uint32_t busy = std::min(status.busyCores, lanes), held = std::clamp(status.heldCores, busy, lanes);
    if (roomy) fillLanes(held, lanes, colors.grid);
    fillLanes(0, busy, running.fill);
    fillLanes(busy, held, faded(waits.fill, 0.55f));
    if (!roomy || status.queued == 0) return;
    const double pip = 4;
    const auto most = static_cast<std::uint32_t>(std::max(1.0, (bar.width() + 1) / (pip + 2)));
    painter.setBrush(colors.state[static_cast<std::size_t>(TaskState::ready)].outline);
    for (std::uint32_t i = 0; i < std::min(status.queued, most); ++i) {
        const bool more = i + 1 == most && status.queued > most;  // a bar instead of a pip: there are more than fit
        painter.drawRoundedRect(QRectF(bar.left() + i * (pip + 2), box.bottom() - 6.5, more ? pip + 2 : pip, more ? 2 : pip), 1.5,
                                1.5);
    }
}

}  // namespace loom
