#include "app/views/cluster/cluster_view.h"

#include <cmath>

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "app/views/canvas/crash_action.h"
#include "app/views/canvas/node_text.h"

namespace loom {

ClusterView::ClusterView(ViewState* state, QWidget* parent) : QWidget(parent), state_(state) {
    setObjectName(QStringLiteral("clusterView"));
    setAccessibleName(tr("Cluster"));
    setAccessibleDescription(tr("The nodes by rack with their load, queue and transfers at the cursor's time"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(state_, &ViewState::runChanged, this, &ClusterView::rebuild);
    for (const auto signal : {&ViewState::cursorChanged, &ViewState::runGrew, &ViewState::hoverChanged}) {
        connect(state_, signal, this, qOverload<>(&QWidget::update));
    }
    connect(state_, &ViewState::selectionChanged, this, [this] {
        if (state_->selectedNode().valid()) setAccessibleDescription(NodeText::describe(*state_, state_->selectedNode()));
        update();
    });
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    rebuild();
}

void ClusterView::rebuild() {
    layout_ = {};
    if (state_->run()) {
        layout_ = ClusterLayout::make(*state_->run()->scenario->platform, QRectF(rect()).adjusted(10, 10, -10, -10),
                                      QFontMetrics(font()).height());
    }
    update();
}

void ClusterView::resizeEvent(QResizeEvent*) { rebuild(); }

void ClusterView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const ThemeColors& colors = Theme::instance().colors();
    painter.fillRect(rect(), colors.panel);
    if (!state_->run()) {
        painter.setPen(colors.mutedText);
        painter.drawText(rect().adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("The machines appear here once a scenario is open."));
        return;
    }
    paintAll(painter, layout_);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(colors.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void ClusterView::paintVector(QPainter& painter, const QRect& target) {
    painter.save();
    painter.fillRect(target, Theme::instance().colors().panel);
    if (state_->run()) {
        paintAll(painter, ClusterLayout::make(*state_->run()->scenario->platform, QRectF(target).adjusted(10, 10, -10, -10),
                                              QFontMetrics(font()).height()));
    }
    painter.restore();
}

bool ClusterView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString text = NodeText::describe(*state_, layout_.nodeAt(help->pos()));
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

void ClusterView::mousePressEvent(QMouseEvent* event) {
    setFocus(Qt::MouseFocusReason);
    if (event->button() == Qt::LeftButton) state_->selectNode(layout_.nodeAt(event->position()));
}

void ClusterView::mouseMoveEvent(QMouseEvent* event) {
    const NodeId node = layout_.nodeAt(event->position());
    state_->hoverNode(node);
    setCursor(node.valid() ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ClusterView::leaveEvent(QEvent*) { state_->hoverNode(NodeId::none()); }
void ClusterView::focusInEvent(QFocusEvent*) { update(); }
void ClusterView::focusOutEvent(QFocusEvent*) { update(); }

void ClusterView::contextMenuEvent(QContextMenuEvent* event) {
    const NodeId node = event->reason() == QContextMenuEvent::Mouse ? layout_.nodeAt(event->pos()) : state_->selectedNode();
    if (!node.valid() || !state_->run() || !state_->run()->scenario->platform->computes(node)) return;
    state_->selectNode(node);
    QMenu menu(this);
    addCrashAction(menu, *state_, node, [this](NodeId asked, Time at) { emit crashRequested(asked, at); });
    menu.exec(event->globalPos());
}

// To the nearest box in a direction.
void ClusterView::step(int columns, int rows) {
    NodeId best;
    double nearest = 1e18;
    const NodeId from = state_->selectedNode();
    if (!from.valid() || from.index() >= layout_.nodeBox.size()) {
        if (!layout_.nodeBox.empty()) state_->selectNode(NodeId(0));
        return;
    }
    const QPointF here = layout_.nodeBox[from.index()].center();
    for (std::size_t n = 0; n < layout_.nodeBox.size(); ++n) {
        const QPointF way = layout_.nodeBox[n].center() - here;
        const double along = way.x() * columns + way.y() * rows, across = std::abs(way.x() * rows) + std::abs(way.y() * columns);
        if (along > 1 && along + 3 * across < nearest) {
            nearest = along + 3 * across;
            best = NodeId(n);
        }
    }
    if (best.valid()) state_->selectNode(best);
}

void ClusterView::keyPressEvent(QKeyEvent* event) {
    const bool alt = (event->modifiers() & Qt::AltModifier) != 0;
    switch (event->key()) {
        case Qt::Key_X:
            if (state_->selectedNode().valid()) emit crashRequested(state_->selectedNode(), state_->cursor());
            return;
        case Qt::Key_Left:
            if (alt) return step(-1, 0);
            break;
        case Qt::Key_Right:
            if (alt) return step(1, 0);
            break;
        case Qt::Key_Up:
            if (alt) return step(0, -1);
            break;
        case Qt::Key_Down:
            if (alt) return step(0, 1);
            break;
        default:
            break;
    }
    QWidget::keyPressEvent(event);
}

}  // namespace loom
