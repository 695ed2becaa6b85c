// Labels, axis, marks and rings around the Gantt chart's bars; its vector form.
#include <cmath>

#include <QPainter>

#include "app/theme.h"
#include "app/views/canvas/state_glyph.h"
#include "app/views/timeline/gantt_view.h"

namespace loom {

namespace {
constexpr std::size_t kMostTexts = 600;

QString toText(std::string_view view) { return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size())); }
}  // namespace

void GanttView::paintGutter(QPainter& painter, int scroll, const GanttGeometry& geometry, const QRect& area, double ratio) {
    const ThemeColors& colors = Theme::instance().colors();
    const Platform& platform = *state_->run()->scenario->platform;
    const QFontMetrics metrics(font());
    painter.fillRect(QRect(area.left(), area.top(), kTimelineGutter - 1, area.height()), colors.panel);
    const bool known = state_->replay() != nullptr;
    double labelledTo = -1e9;  // labels must not overlap when rows are thin
    for (std::size_t n = geometry.firstNodeBelow(platform, scroll); n < platform.nodeCount(); ++n) {
        if (geometry.bandTop[n] < 0) continue;
        const NodeId node(n);
        const double top = (geometry.bandTop[n] - scroll) / ratio, height = geometry.bandHeight(platform.lanes(node)) / ratio;
        if (top > area.height()) break;
        const QRectF band(area.left(), area.top() + top, kTimelineGutter, height);
        const bool selected = state_->selectedNode() == node, hovered = state_->hoveredNode() == node;
        if (selected || hovered) {
            QColor tint = colors.selection;
            tint.setAlphaF(selected ? 0.22f : 0.1f);
            painter.fillRect(band.adjusted(2, 0, -4, 0), tint);
        }
        const double middle =
            std::clamp(band.center().y(), area.top() + metrics.height() / 2.0, area.bottom() - metrics.height() / 2.0);
        if (middle - labelledTo < metrics.height() * 0.95) continue;
        labelledTo = middle;
        const bool up = !known || state_->replay()->nodes()[n].up;
        painter.setPen(up ? (selected ? colors.text : colors.mutedText) : colors.down.fill);
        QString name = toText(platform.node(node).name);
        if (!up) name = colors.down.glyph + QLatin1Char(' ') + name;
        painter.drawText(QRectF(6, middle - metrics.height() / 2.0, kTimelineGutter - 16, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(name, Qt::ElideMiddle, kTimelineGutter - 16));
    }
    painter.setPen(colors.grid);
    painter.drawLine(QPointF(kTimelineGutter - 1.5, area.top()), QPointF(kTimelineGutter - 1.5, area.bottom()));
}

void GanttView::paintMarks(QPainter& painter, const TimeScale& scale, const QRect& area) {
    const ThemeColors& colors = Theme::instance().colors();
    const QFontMetrics metrics(font());
    if (const RunPtr& ghost = state_->ghost(); ghost && !ghost->trace->empty()) {
        const Time end = ghost->trace->end();
        const bool inside = end >= scale.begin && end <= scale.end;
        const double x = std::clamp(scale.x(end), scale.left, scale.right);
        painter.setPen(QPen(colors.ghost, 1.5, Qt::DashLine));
        if (inside) painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        const QString text = (inside ? tr("before: %1") : tr("before: %1 \u2192")).arg(timeText(end));
        const double width = metrics.horizontalAdvance(text);
        const double left = x + width + 8 > scale.right ? x - width - 6 : x + 5;
        QColor plate = colors.panel;
        plate.setAlphaF(0.85f);
        painter.fillRect(QRectF(left - 3, area.top() + 2, width + 6, metrics.height() + 2), plate);
        painter.setPen(colors.mutedText);
        painter.drawText(QPointF(left, area.top() + 3 + metrics.ascent()), text);
    }
    if (state_->cursor() < scale.begin || state_->cursor() > scale.end) return;
    const double x = scale.x(state_->cursor());
    painter.setPen(QPen(colors.accent, 2));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom() + 5));
}

void GanttView::paintBarTexts(QPainter& painter, const std::vector<PaintedBar>& wide, double ratio) {
    QFont small = font();
    small.setPixelSize(std::max(10, QFontMetrics(font()).height() - 5));
    const QFontMetrics metrics(small);
    painter.setFont(small);
    std::size_t written = 0;
    for (const PaintedBar& painted : wide) {
        const QRectF box(QPointF(painted.box.topLeft()) / ratio, QSizeF(painted.box.size()) / ratio);
        if (box.height() < metrics.height() - 2 || !painted.bar->task.valid() || ++written > kMostTexts) continue;
        const QColor ink = inkOn(QColor(painted.color));
        double left = box.left() + 4;
        const bool retried = painted.bar->attempt > 0, lost = painted.bar->kind == BarKind::lost;
        if (retried || lost) {
            const double side = std::min(box.height() - 2, 12.0);
            painter.setPen(Qt::NoPen);
            painter.setBrush(ink);
            painter.drawPath(
                stateGlyph(lost ? TaskState::failed : TaskState::retry, QRectF(left, box.center().y() - side / 2, side, side)));
            left += side + 3;
        }
        const double room = box.right() - left - 2;
        if (room < 24) continue;
        painter.setPen(ink);
        const QString name = toText(model_->run()->scenario->graph->name(painted.bar->task).substr(0, 80));
        painter.drawText(QRectF(left, box.top(), room, box.height()), Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(name, Qt::ElideRight, static_cast<int>(room)));
    }
    painter.setFont(font());
}

// Around every attempt of the selected and the hovered task.
void GanttView::paintRings(QPainter& painter, const TimeScale& scale, double ratio) {
    const ThemeColors& colors = Theme::instance().colors();
    const auto ring = [&](TaskId task, const QPen& pen) {
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        model_->forBarsOf(task, [&](const Bar& bar) {
            if (bar.lane == Record::kNone || bar.end < scale.begin || bar.begin > scale.end) return;
            const double top = (geometry_.laneTop(bar.node, bar.lane) - scroll_) / ratio;
            const double x0 = std::max(scale.x(bar.begin), scale.left), x1 = std::min(scale.x(bar.end), scale.right);
            const double height = geometry_.laneHeight * static_cast<double>(bar.lanes) / ratio;
            painter.drawRect(QRectF(x0 - 1, top - 0.5, std::max(3.0, x1 - x0 + 1), height));
        });
    };
    QColor soft = colors.accent;
    soft.setAlphaF(0.65f);
    if (state_->hoveredTask() != state_->selectedTask()) ring(state_->hoveredTask(), QPen(soft, 1.5));
    ring(state_->selectedTask(), QPen(colors.selection, 2));
}

void GanttView::paintEmpty(QPainter& painter) {
    const ThemeColors& colors = Theme::instance().colors();
    painter.fillRect(rect(), colors.panel);
    painter.setPen(colors.mutedText);
    painter.drawText(rect().adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("What each node does, and when, appears here once a run has begun."));
}

void GanttView::paintVectorTransfers(QPainter& painter, const TimeScale& times, const GanttGeometry& rows,
                                     const GanttColors& colors) {
    for (std::size_t n = 0; n < rows.bandTop.size(); ++n) {
        if (rows.bandTop[n] < 0) continue;
        const auto strip = [&](Time begin, Time end, QRgb color) {
            const double x0 = std::max(times.x(begin), times.left), x1 = std::min(times.x(end), times.right);
            if (begin < end && x0 < x1)
                painter.fillRect(QRectF(x0, rows.bandTop[n], std::max(0.3, x1 - x0), std::max(1, rows.strip - 1)), QColor(color));
        };
        for (const TransferTimes::Span& span : model_->transfers(NodeId(n)).spans()) {
            const Time cursor = std::clamp(state_->cursor(), span.begin, span.end);
            strip(span.begin, cursor, colors.transfer);
            strip(cursor, span.end, colors.futureTransfer);
        }
    }
}

// How far a long run is read, where nothing else is said.
void GanttView::paintReading(QPainter& painter, const QRect& area) {
    if (!reading_.behind()) return;
    const ThemeColors& colors = Theme::instance().colors();
    const double share =
        static_cast<double>(model_->read()) / static_cast<double>(std::max<std::size_t>(1, state_->run()->trace->size()));
    const QString text = tr("Reading the run … %1 %").arg(static_cast<int>(share * 100));
    const QFontMetrics metrics(font());
    const QRectF plate(area.right() - metrics.horizontalAdvance(text) - 30, area.top() + 6, metrics.horizontalAdvance(text) + 16,
                       metrics.height() + 8);
    painter.fillRect(plate, colors.panel);
    painter.setPen(colors.grid);
    painter.drawRect(plate);
    painter.setPen(colors.text);
    painter.drawText(plate, Qt::AlignCenter, text);
}

void GanttView::paintVector(QPainter& painter, const QRect& target) {
    const ThemeColors& colors = Theme::instance().colors();
    painter.save();
    painter.fillRect(target, colors.panel);
    painter.translate(target.topLeft());
    if (model_) {
        const TimeScale times = scale(1);
        const GanttColors bars(colors);
        const Platform& platform = *state_->run()->scenario->platform;
        const GanttGeometry rows = GanttGeometry::fitting(platform, pageHeight(), 2, 30);
        painter.setPen(Qt::NoPen);
        for (const Bar& bar : model_->bars()) {
            if (bar.end < times.begin || bar.begin > times.end || rows.bandTop[bar.node.index()] < 0) continue;
            const double x0 = std::max(times.x(bar.begin), times.left), x1 = std::min(times.x(bar.end), times.right);
            const std::uint32_t lanes = platform.lanes(bar.node);
            QRectF box(x0, rows.bandTop[bar.node.index()], std::max(0.3, x1 - x0), rows.bandHeight(lanes));
            const bool past = bar.end <= state_->cursor(), runs = !past && bar.begin <= state_->cursor();
            QBrush brush{QColor(past ? bars.past[static_cast<std::size_t>(GanttModel::useOf(bar))]
                                     : bars.future[static_cast<std::size_t>(GanttModel::useOf(bar))])};
            if (bar.kind == BarKind::down) {
                brush = QBrush(QColor(bars.down), Qt::BDiagPattern);
            } else {
                box.setTop(rows.laneTop(bar.node, bar.lane));
                box.setHeight(rows.laneHeight * static_cast<double>(bar.lanes) - 1);
                if (runs && bar.kind != BarKind::held) brush = QColor(bars.running);
                if (bar.kind == BarKind::held) box.adjust(0, box.height() / 3, 0, -box.height() / 3);
            }
            painter.fillRect(box, brush);
        }
        paintVectorTransfers(painter, times, rows, bars);
        painter.setRenderHint(QPainter::Antialiasing);
        paintGutter(painter, 0, rows, QRect(0, 0, width(), pageHeight()), 1);
        if (axisHeight_ > 0) paintTimeAxis(painter, times, axisArea());
        paintMarks(painter, times, QRect(0, 0, width(), pageHeight()));
    }
    painter.restore();
}

}  // namespace loom
