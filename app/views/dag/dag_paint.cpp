// What DagView puts on the screen, and into a vector picture.
#include <cmath>

#include <QPainter>

#include "app/theme.h"
#include "app/views/canvas/state_glyph.h"
#include "app/views/canvas/time_axis.h"
#include "app/views/dag/dag_view.h"

namespace loom {

namespace {
constexpr std::size_t kMostHighlightedEdges = 400;
constexpr std::size_t kMostVectorEdges = 50000;

QPainterPath edgePath(const Camera& camera, const LayeredLayout& layout, std::uint32_t source, std::uint32_t target) {
    const EdgeEnds ends = edgeEnds(layout, source, target);
    const QPointF a = camera.toScreen(ends.from), b = camera.toScreen(ends.to);
    const double bend = std::max(std::abs(b.x() - a.x()) * 0.5, 2.0);
    QPainterPath path(a);
    path.cubicTo(a + QPointF(bend, 0), b - QPointF(bend, 0), b);
    return path;
}
}  // namespace

Camera DagView::logicalCamera() const {
    Camera camera = camera_;
    camera.scale /= devicePixelRatioF();
    return camera;
}

void DagView::paintEvent(QPaintEvent*) {
    const double ratio = devicePixelRatioF();
    const QSize size = this->size() * ratio;
    if (frame_.size() != size) frame_ = QImage(size, QImage::Format_RGB32);
    frame_.setDevicePixelRatio(1);
    QPainter painter(this);
    if (!scene_ || scene_->layout.x.empty()) {
        paintEmpty(painter);
        return;
    }
    requestLayer();
    const ThemeColors& colors = Theme::instance().colors();
    composeLayer(layer_, camera_, colors.panel.rgb(), frame_);
    std::vector<LabelledNode> labels;
    nodes_.paint(frame_, *scene_, camera_, ratio, colors, states(), labels);
    frame_.setDevicePixelRatio(ratio);
    painter.drawImage(QPointF(0, 0), frame_);
    if (!labels.empty()) paintLabels(painter, labels);
    painter.setRenderHint(QPainter::Antialiasing);
    paintHighlights(painter, logicalCamera());
    paintTitleAndLegend(painter, rect());
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(colors.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void DagView::paintLabels(QPainter& painter, const std::vector<LabelledNode>& labels) {
    const double ratio = devicePixelRatioF();
    const double height = labels.front().box.height() / ratio, width = labels.front().box.width() / ratio;
    QFont font = this->font();
    font.setPixelSize(static_cast<int>(std::clamp(height * 0.3, 8.0, 15.0)));
    painter.setFont(font);
    if (labelCacheWidth_ != static_cast<int>(width) || labelCache_.size() > 20000) {
        labelCache_.clear();
        labelCacheWidth_ = static_cast<int>(width);
    }
    const QFontMetrics metrics(font);
    const ThemeColors& colors = Theme::instance().colors();
    for (const LabelledNode& node : labels) {
        QStaticText& text = labelCache_[node.task.value];
        if (text.text().isEmpty()) {
            const std::string_view name = scene_->graph->name(node.task);
            const QString full = QString::fromUtf8(name.data(), static_cast<qsizetype>(std::min<std::size_t>(name.size(), 80)));
            text.setTextFormat(Qt::PlainText);
            text.setText(metrics.elidedText(full, Qt::ElideMiddle, static_cast<int>(width) - 6));
            text.prepare(QTransform(), font);
        }
        const StateStyle& style = colors.state[static_cast<std::size_t>(node.state)];
        painter.setPen(inkOn(style.outlineOnly ? colors.panel : style.fill));
        const QPointF corner = node.box.topLeft() / ratio;
        const QSizeF size = text.size();
        painter.drawStaticText(QPointF(corner.x() + (width - size.width()) / 2,
                                       corner.y() + height * (node.state == TaskState::waiting ? 0.5 : 0.74) - size.height() / 2),
                               text);
    }
}

void DagView::paintEdgesOf(QPainter& painter, const Camera& camera, TaskId task, const QPen& pen) {
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    std::size_t drawn = 0;
    for (const TaskId near : scene_->graph->predecessors(task)) {
        if (++drawn > kMostHighlightedEdges) return;
        painter.drawPath(edgePath(camera, scene_->layout, near.value, task.value));
    }
    for (const TaskId near : scene_->graph->successors(task)) {
        if (++drawn > kMostHighlightedEdges) return;
        painter.drawPath(edgePath(camera, scene_->layout, task.value, near.value));
    }
}

void DagView::paintRing(QPainter& painter, const Camera& camera, TaskId task, const QPen& pen) {
    const QPointF centre = camera.toScreen(QPointF(scene_->layout.x[task.index()], scene_->layout.y[task.index()]));
    const double w = std::max(kNodeWidth * camera.scale + 4, 10.0), h = std::max(kNodeHeight * camera.scale + 4, 10.0);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(centre.x() - w / 2, centre.y() - h / 2, w, h), h * 0.25, h * 0.25);
}

void DagView::paintHighlights(QPainter& painter, const Camera& camera) {
    const ThemeColors& colors = Theme::instance().colors();
    if (showsCriticalPath_) {
        const auto& path = scene_->criticalPath;
        painter.setPen(QPen(colors.warning, 2.5));
        painter.setBrush(Qt::NoBrush);
        for (std::size_t i = 1; i < path.size(); ++i) {
            painter.drawPath(edgePath(camera, scene_->layout, path[i - 1].value, path[i].value));
        }
        if (kNodeWidth * camera.scale >= 4) {
            for (const TaskId task : path) paintRing(painter, camera, task, QPen(colors.warning, 2));
        }
    }
    const std::size_t count = scene_->layout.x.size();
    const auto onCanvas = [count](TaskId task) { return task.valid() && task.index() < count; };
    if (const TaskId hovered = state_->hoveredTask(); onCanvas(hovered) && hovered != state_->selectedTask()) {
        QColor soft = colors.accent;
        soft.setAlphaF(0.6f);
        paintEdgesOf(painter, camera, hovered, QPen(soft, 1.5));
        paintRing(painter, camera, hovered, QPen(soft, 1.5));
    }
    if (const TaskId selected = state_->selectedTask(); onCanvas(selected)) {
        paintEdgesOf(painter, camera, selected, QPen(colors.selection, 2));
        paintRing(painter, camera, selected, QPen(colors.selection, 2.5));
    }
}

void DagView::paintTitleAndLegend(QPainter& painter, const QRect& area) {
    const ThemeColors& colors = Theme::instance().colors();
    const Replay* replay = state_->replay();
    if (!state_->run()) return;
    const auto plate = [&](const QRectF& box) {
        QColor back = colors.panel;
        back.setAlphaF(0.82f);
        painter.setPen(Qt::NoPen);
        painter.setBrush(back);
        painter.drawRoundedRect(box, 4, 4);
    };
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics boldMetrics(bold), metrics(font());
    const QString title = boldMetrics.elidedText(QString::fromStdString(state_->run()->scenario->file.scheduler.text()),
                                                 Qt::ElideRight, area.width() / 2);
    plate(QRectF(area.left() + 8, area.top() + 6, boldMetrics.horizontalAdvance(title) + 12, boldMetrics.height() + 6));
    painter.setFont(bold);
    painter.setPen(colors.text);
    painter.drawText(QPointF(area.left() + 14, area.top() + 9 + boldMetrics.ascent()), title);
    painter.setFont(font());
    const Trace& trace = *state_->run()->trace;
    if (!trace.empty() && trace[trace.size() - 1].kind == RecordKind::runEnd) {
        const QString makespan = tr("makespan %1").arg(timeText(trace.end()));
        const double width = metrics.horizontalAdvance(makespan);
        plate(QRectF(area.right() - width - 18, area.top() + 6, width + 12, metrics.height() + 6));
        painter.setPen(colors.mutedText);
        painter.drawText(QPointF(area.right() - width - 12, area.top() + 9 + metrics.ascent()), makespan);
    }
    if (replay == nullptr || area.height() < 140) return;
    double x = area.left() + 14;
    const double y = area.bottom() - metrics.height() - 10;
    for (std::size_t i = 0; i < kTaskStates; ++i) {
        const auto state = static_cast<TaskState>(i);
        if (replay->countOf(state) == 0) continue;
        const QString text = QStringLiteral("%1 %L2").arg(stateName(state)).arg(replay->countOf(state));
        const double width = metrics.horizontalAdvance(text);
        if (x + width + 40 > area.right()) break;
        plate(QRectF(x - 5, y - 2, width + 34, metrics.height() + 6));
        paintState(painter, QRectF(x, y + 1, 19, metrics.height() - 1), colors.state[i], state, colors.panel, true);
        painter.setPen(colors.mutedText);
        painter.drawText(QPointF(x + 24, y + 1 + metrics.ascent()), text);
        x += width + 40;
    }
    if (const QString note = notice(); !note.isEmpty()) {
        const double width = metrics.horizontalAdvance(note);
        const QRectF box(area.right() - width - 20, y - 2 - metrics.height() - 8, width + 14, metrics.height() + 6);
        plate(box);
        painter.setPen(colors.warning);
        painter.drawText(box, Qt::AlignCenter, note);
    }
}

void DagView::paintEmpty(QPainter& painter) {
    const ThemeColors& colors = Theme::instance().colors();
    painter.fillRect(rect(), colors.panel);
    painter.setPen(colors.mutedText);
    const QString text =
        sceneJob_.busy() ? tr("Arranging the tasks\u2026")
        : state_->run()
            ? tr("This workflow has no tasks.")
            : tr("The task graph appears here.\nOpen a scenario or a workflow file (Ctrl+O), or drop one on the window.");
    painter.drawText(rect().adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap, text);
}

void DagView::paintVector(QPainter& painter, const QRect& target) {
    const ThemeColors& colors = Theme::instance().colors();
    painter.save();
    painter.fillRect(target, colors.panel);
    if (!scene_ || scene_->layout.x.empty()) {
        painter.restore();
        return;
    }
    painter.setClipRect(target);
    painter.setRenderHint(QPainter::Antialiasing);
    Camera camera = logicalCamera();
    if (target.size() != size()) camera.fit(scene_->bounds(), target.size(), 24, 2);
    painter.translate(target.topLeft());
    const QRectF world(camera.toWorld({0, 0}), camera.toWorld(QPointF(target.width(), target.height())));
    QColor ink = colors.edge;
    ink.setAlphaF(0.5f);
    painter.setPen(QPen(ink, 0.8));
    painter.setBrush(Qt::NoBrush);
    std::size_t drawn = 0;
    for (std::size_t e = 0; e < scene_->edgeSource.size() && drawn < kMostVectorEdges; ++e) {
        const QPainterPath path = edgePath(camera, scene_->layout, scene_->edgeSource[e], scene_->edgeTarget[e]);
        if (!path.controlPointRect().intersects(QRectF(0, 0, target.width(), target.height()))) continue;
        painter.drawPath(path);
        ++drawn;
    }
    const auto& status = states();
    std::vector<LabelledNode> labels;
    scene_->grid.query(world, [&](TaskId task, float x, float y) {
        const TaskState state = task.index() < status.size() ? status[task.index()].state : TaskState::waiting;
        const double w = kNodeWidth * camera.scale, h = kNodeHeight * camera.scale;
        const QRectF box(camera.screenX(x) - w / 2, camera.screenY(y) - h / 2, w, h);
        paintState(painter, box, colors.state[static_cast<std::size_t>(state)], state, colors.panel,
                   w >= NodePainter::kGlyphWidth);
    });
    paintHighlights(painter, camera);
    paintTitleAndLegend(painter, QRect(QPoint(0, 0), target.size()));
    painter.restore();
}

}  // namespace loom
