// Mouse and keys of the Gantt chart.
#include <cmath>

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include "app/views/timeline/gantt_view.h"
#include "app/views/canvas/crash_action.h"

namespace loom {

GanttView::Hit GanttView::hitAt(QPointF position) const {
    Hit hit;
    if (!model_ || position.y() < 0 || position.y() >= pageHeight()) return hit;
    const Platform& platform = *state_->run()->scenario->platform;
    const int y = static_cast<int>(position.y() * devicePixelRatioF()) + scroll_;
    hit.node = geometry_.nodeAt(platform, y);
    if (!hit.node.valid() || position.x() < kTimelineGutter) return hit;
    const int lane = (y - geometry_.laneTop(hit.node, 0)) / std::max(1, geometry_.laneHeight);
    const auto lanes = static_cast<int>(platform.lanes(hit.node));
    hit.bar = model_->barAt(model_->firstRow(hit.node) + static_cast<std::size_t>(std::clamp(lane, 0, lanes - 1)),
                            scale(1).time(position.x()));
    return hit;
}

QString GanttView::describe(const Hit& hit) const {
    if (!hit.node.valid()) return {};
    const Scenario& scenario = *state_->run()->scenario;
    const QString node = QString::fromStdString(scenario.platform->node(hit.node).name);
    if (hit.bar == nullptr) return node;
    const Bar& bar = *hit.bar;
    const std::string_view name = bar.task.valid() ? scenario.graph->name(bar.task) : std::string_view();
    QStringList lines{QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))};
    switch (bar.kind) {
        case BarKind::held:
            lines << tr("holds a slot of %1 until its inputs are there").arg(node);
            break;
        case BarKind::lost:
            lines << tr("lost on %1").arg(node);
            break;
        default:
            lines << tr("on %1").arg(node);
            break;
    }
    lines << tr("%1 to %2 (%3)").arg(timeText(bar.begin), timeText(bar.end), timeText(bar.end - bar.begin));
    if (bar.attempt > 0) lines << tr("attempt %L1").arg(bar.attempt + 1);
    return lines.join(QLatin1Char('\n'));
}

bool GanttView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString text = describe(hitAt(help->pos()));
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

void GanttView::mousePressEvent(QMouseEvent* event) {
    setFocus(Qt::MouseFocusReason);
    pressed_ = last_ = event->position();
    if (!model_ || event->button() == Qt::RightButton) return;
    const bool nearCursor = std::abs(scale(1).x(state_->cursor()) - pressed_.x()) < 4;
    const bool onAxis = axisArea().contains(pressed_.toPoint());
    drag_ = (onAxis || nearCursor) && pressed_.x() >= kTimelineGutter - 4 ? Drag::cursor : Drag::pressed;
    if (drag_ == Drag::cursor && onAxis) state_->setCursor(scale(1).time(pressed_.x()));
}

void GanttView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF here = event->position();
    if (drag_ == Drag::none) {
        const Hit hit = hitAt(here);
        state_->hoverTask(hit.bar != nullptr ? hit.bar->task : TaskId::none());
        state_->hoverNode(hit.node);
        const bool nearCursor = model_ && std::abs(scale(1).x(state_->cursor()) - here.x()) < 4;
        setCursor(nearCursor || axisArea().contains(here.toPoint()) ? Qt::SizeHorCursor
                  : hit.bar != nullptr                              ? Qt::PointingHandCursor
                                                                    : Qt::ArrowCursor);
        return;
    }
    if (drag_ == Drag::cursor) {
        state_->setCursor(scale(1).time(std::max<double>(here.x(), kTimelineGutter)));
        return;
    }
    if (drag_ == Drag::pressed && (here - pressed_).manhattanLength() < 5) return;
    drag_ = Drag::pan;
    setCursor(Qt::ClosedHandCursor);
    const TimeScale times = scale(1);
    panBy((last_.x() - here.x()) / (times.right - times.left));
    setScroll(scroll_ + static_cast<int>(std::lround((last_.y() - here.y()) * devicePixelRatioF())));
    last_ = here;
}

void GanttView::mouseReleaseEvent(QMouseEvent* event) {
    if (drag_ == Drag::pressed && event->button() == Qt::LeftButton) {
        const Hit hit = hitAt(event->position());
        state_->selectTask(hit.bar != nullptr ? hit.bar->task : TaskId::none());
        state_->selectNode(hit.node);
    }
    drag_ = Drag::none;
    setCursor(Qt::ArrowCursor);
}

void GanttView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (model_ && event->position().x() >= kTimelineGutter) state_->setCursor(scale(1).time(event->position().x()));
}

void GanttView::leaveEvent(QEvent*) {
    state_->hoverTask(TaskId::none());
    state_->hoverNode(NodeId::none());
}

void GanttView::focusInEvent(QFocusEvent*) { update(); }
void GanttView::focusOutEvent(QFocusEvent*) { update(); }

void GanttView::wheelEvent(QWheelEvent* event) {
    const QPoint delta = event->angleDelta();
    const double steps = delta.y() / 120.0;
    event->accept();
    if ((event->modifiers() & Qt::ControlModifier) != 0) return changeLaneHeight(steps > 0 ? 1 : -1);
    const bool sideways = (event->modifiers() & Qt::ShiftModifier) != 0 || std::abs(delta.x()) > std::abs(delta.y());
    if (sideways) return panBy(-(delta.x() != 0 ? delta.x() / 120.0 : steps) * 0.1);
    if (event->position().x() < kTimelineGutter) return setScroll(scroll_ - static_cast<int>(steps * 48 * devicePixelRatioF()));
    zoomBy(std::pow(0.8, steps), scale(1).time(event->position().x()));
}

void GanttView::contextMenuEvent(QContextMenuEvent* event) {
    if (!model_) return;
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const Hit hit = byMouse ? hitAt(event->pos()) : Hit{state_->selectedNode(), nullptr};
    QMenu menu(this);
    if (hit.node.valid()) state_->selectNode(hit.node);
    if (hit.node.valid() && !past_) {
        addCrashAction(menu, *state_, hit.node, [this](NodeId asked, Time at) { emit crashRequested(asked, at); });
        menu.addSeparator();
    }
    if (byMouse && event->pos().x() >= kTimelineGutter) {
        const Time time = scale(1).time(event->pos().x());
        menu.addAction(tr("Go to %1").arg(timeText(time)), this, [this, time] { state_->setCursor(time); });
    }
    menu.addAction(tr("Fit view"), this, &GanttView::fit);
    menu.exec(event->globalPos());
}

void GanttView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_W:
            return zoomBy(0.8, state_->cursor());
        case Qt::Key_S:
            return zoomBy(1.25, state_->cursor());
        case Qt::Key_A:
            return panBy(-0.1);
        case Qt::Key_D:
            return panBy(0.1);
        case Qt::Key_F:
        case Qt::Key_Z:
            return fit();
        case Qt::Key_PageUp:
            return setScroll(scroll_ - static_cast<int>(pageHeight() * devicePixelRatioF()));
        case Qt::Key_PageDown:
            return setScroll(scroll_ + static_cast<int>(pageHeight() * devicePixelRatioF()));
        case Qt::Key_X:
            if (!past_ && state_->selectedNode().valid()) emit crashRequested(state_->selectedNode(), state_->cursor());
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

}  // namespace loom
