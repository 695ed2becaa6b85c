// Mouse and keys of the task graph.
#include <cmath>

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include "app/views/canvas/crash_action.h"
#include "app/views/canvas/state_glyph.h"
#include "app/views/canvas/time_axis.h"
#include "app/views/dag/dag_view.h"

namespace loom {

TaskId DagView::taskUnder(QPointF position) const {
    return scene_ ? scene_->taskAt(camera_.toWorld(position * devicePixelRatioF())) : TaskId::none();
}

void DagView::select(TaskId task) {
    state_->selectTask(task);
    if (task.valid() && task.index() < states().size() && states()[task.index()].node.valid()) {
        state_->selectNode(states()[task.index()].node);
    }
}

QString DagView::describe(TaskId task) const {
    const auto& status = states();
    if (!scene_ || task.index() >= status.size()) return {};
    const TaskGraph& graph = *scene_->graph;
    const TaskStatus& now = status[task.index()];
    const auto text = [](std::string_view view) { return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size())); };
    QStringList lines{text(graph.name(task))};
    QString state = tr("%1 since %2").arg(stateName(now.state), timeText(now.since));
    if (now.node.valid()) {
        state += tr(" on %1").arg(QString::fromStdString(state_->run()->scenario->platform->node(now.node).name));
    }
    lines << state;
    if (now.attempts > 1) lines << tr("attempt %L1").arg(now.attempts);
    lines << tr("%n predecessor(s)", nullptr, static_cast<int>(graph.predecessors(task).size())) + QStringLiteral(", ") +
                 tr("%n successor(s)", nullptr, static_cast<int>(graph.successors(task).size()));
    return lines.join(QLatin1Char('\n'));
}

bool DagView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const TaskId task = taskUnder(help->pos());
        if (task.valid())
            QToolTip::showText(help->globalPos(), describe(task), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void DagView::mousePressEvent(QMouseEvent* event) {
    pressed_ = last_ = event->position();
    dragging_ = false;
    setFocus(Qt::MouseFocusReason);
}

void DagView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF here = event->position();
    if ((event->buttons() & (Qt::LeftButton | Qt::MiddleButton)) != 0) {
        if (!dragging_ && (here - pressed_).manhattanLength() < 5) return;
        dragging_ = true;
        setCursor(Qt::ClosedHandCursor);
        camera_.pan((here - last_) * devicePixelRatioF());
        last_ = here;
        fitted_ = false;
        changed();
        return;
    }
    const TaskId task = taskUnder(here);
    state_->hoverTask(task);
    setCursor(task.valid() ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void DagView::mouseReleaseEvent(QMouseEvent* event) {
    if (!dragging_ && event->button() == Qt::LeftButton) select(taskUnder(event->position()));
    dragging_ = false;
    setCursor(Qt::ArrowCursor);
}

void DagView::leaveEvent(QEvent*) { state_->hoverTask(TaskId::none()); }
void DagView::focusInEvent(QFocusEvent*) { update(); }
void DagView::focusOutEvent(QFocusEvent*) { update(); }

void DagView::wheelEvent(QWheelEvent* event) {
    const double steps = event->angleDelta().y() / 120.0;
    if (steps == 0) return;
    zoomBy(std::pow(1.2, steps), event->position());
    event->accept();
}

void DagView::contextMenuEvent(QContextMenuEvent* event) {
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const TaskId task = byMouse ? taskUnder(event->pos()) : state_->selectedTask();
    if (byMouse && task.valid()) select(task);
    QMenu menu(this);
    const NodeId node = task.valid() && task.index() < states().size() ? states()[task.index()].node : NodeId::none();
    if (node.valid()) {
        addCrashAction(menu, *state_, node, [this](NodeId asked, Time at) { emit crashRequested(asked, at); });
        menu.addSeparator();
    }
    menu.addAction(tr("Fit view"), this, &DagView::fit);
    QAction* path = menu.addAction(tr("Critical path"));
    path->setCheckable(true);
    path->setChecked(showsCriticalPath_);
    connect(path, &QAction::toggled, this, &DagView::setCriticalPathShown);
    menu.exec(event->globalPos());
}

void DagView::requestCrash() {
    const TaskId task = state_->selectedTask();
    const bool placed = task.valid() && task.index() < states().size() && states()[task.index()].node.valid();
    const NodeId node = placed ? states()[task.index()].node : state_->selectedNode();
    if (node.valid()) emit crashRequested(node, state_->cursor());
}

// Along the critical edge: to the predecessor that kept this task waiting longest (the one that finished last), or
// to the successor that began first; the first one where the run says nothing.
void DagView::stepAlongEdge(bool forward) {
    const TaskId task = state_->selectedTask();
    if (!scene_ || !task.valid()) return;
    const TaskSpan near = forward ? scene_->graph->successors(task) : scene_->graph->predecessors(task);
    TaskId best;
    for (const TaskId other : near) {
        const auto since = [&](TaskId t) { return t.index() < states().size() ? states()[t.index()].since : Time::zero(); };
        if (!best.valid() || (forward ? since(other) < since(best) : since(other) > since(best))) best = other;
    }
    if (!best.valid()) return;
    select(best);
    centreOn(best);
}

// To the next task up or down in the same layer.
void DagView::stepInLayer(int direction) {
    const TaskId task = state_->selectedTask();
    if (!scene_ || !task.valid()) return;
    const LayeredLayout& layout = scene_->layout;
    TaskId best;
    for (std::size_t i = 0; i < layout.layer.size(); ++i) {
        if (layout.layer[i] != layout.layer[task.index()] || i == task.index()) continue;
        const float ahead = (layout.y[i] - layout.y[task.index()]) * static_cast<float>(direction);
        if (ahead <= 0) continue;
        if (!best.valid() || ahead < (layout.y[best.index()] - layout.y[task.index()]) * static_cast<float>(direction))
            best = TaskId(i);
    }
    if (!best.valid()) return;
    select(best);
    centreOn(best);
}

void DagView::keyPressEvent(QKeyEvent* event) {
    const double ratio = devicePixelRatioF();
    if ((event->modifiers() & Qt::AltModifier) != 0) {
        switch (event->key()) {
            case Qt::Key_Left:
                return stepAlongEdge(false);
            case Qt::Key_Right:
                return stepAlongEdge(true);
            case Qt::Key_Up:
                return stepInLayer(-1);
            case Qt::Key_Down:
                return stepInLayer(1);
            default:
                break;
        }
    }
    switch (event->key()) {
        case Qt::Key_W:
            return zoomIn();
        case Qt::Key_S:
            return zoomOut();
        case Qt::Key_A:
            camera_.pan(QPointF(80, 0) * ratio);
            break;
        case Qt::Key_D:
            camera_.pan(QPointF(-80, 0) * ratio);
            break;
        case Qt::Key_Z:
            if (fitted_ && state_->selectedTask().valid()) return zoomToSelection();
            return fit();
        case Qt::Key_C:
            return setCriticalPathShown(!showsCriticalPath_);
        case Qt::Key_X:
            return requestCrash();
        case Qt::Key_BracketLeft:
            return stepAlongEdge(false);
        case Qt::Key_BracketRight:
            return stepAlongEdge(true);
        default:
            QWidget::keyPressEvent(event);
            return;
    }
    fitted_ = false;
    changed();
}

}  // namespace loom
