// What people do to the TopologyView.
#include <cmath>

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include "app/session/text.h"
#include "app/views/canvas/crash_action.h"
#include "app/views/canvas/node_text.h"
#include "app/views/topology/heat_scale.h"
#include "app/views/topology/topology_view.h"

namespace loom {

namespace {

constexpr double kReach = 6;  // logical pixels from a cable that still mean it

double distanceTo(const QLineF& line, QPointF point) {
    const QPointF way = line.p2() - line.p1();
    const double length = std::max(1e-9, QPointF::dotProduct(way, way));
    const double along = std::clamp(QPointF::dotProduct(point - line.p1(), way) / length, 0.0, 1.0);
    const QPointF off = point - (line.p1() + way * along);
    return std::hypot(off.x(), off.y());
}

}  // namespace

TopologyView::Hit TopologyView::hitAt(QPointF position) const {
    for (std::size_t v = layout_.vertices.size(); v-- > 0;) {
        const QRectF box = vertexBox(layout_, camera_, v).adjusted(-1, -1, 1, 1);
        if (!box.contains(position)) continue;
        if (layout_.vertices[v].node) return {NodeId(v), {}};
        return {{}, busiest(layout_.inside[v], network_->moment().get())};
    }
    Hit best;
    double nearest = kReach;
    for (std::size_t i = 0; i < layout_.cables.size(); ++i) {
        for (const bool forth : {true, false}) {
            const std::vector<LinkId>& links = forth ? layout_.cables[i].forth : layout_.cables[i].back;
            const double distance = links.empty() ? kReach : distanceTo(directionLine(layout_, camera_, i, forth), position);
            if (distance >= nearest) continue;
            nearest = distance;
            best.link = busiest(links, network_->moment().get());
        }
    }
    return best;
}

QString TopologyView::describe(LinkId link) const {
    if (!platform_ || !link.valid() || link.index() >= platform_->linkCount()) return {};
    const LinkInfo& info = platform_->link(link);
    QStringList lines{toQString(info.name)};
    lines << tr("%1, latency %2").arg(quantityText(info.bandwidth, Dimension::bandwidth), quantityText(info.latency, Dimension::time));
    if (info.sharing == Sharing::fatpipe) lines << tr("every flow gets the full bandwidth");
    const NetworkMomentPtr& moment = network_->moment();
    if (moment && moment->run == state_->run()) {
        lines << tr("%1 in use: %2").arg(utilisationText(moment->utilisation(link)),
                                         quantityText(moment->network.load[link.index()], Dimension::bandwidth));
        lines << tr("%n flow(s)", nullptr, static_cast<int>(moment->network.users[link.index()]));
    }
    return lines.join(QLatin1Char('\n'));
}

bool TopologyView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const Hit hit = hitAt(help->pos());
    const QString text = hit.node.valid() ? NodeText::describe(*state_, hit.node) : describe(hit.link);
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text, this);
    return true;
}

void TopologyView::mousePressEvent(QMouseEvent* event) {
    setFocus(Qt::MouseFocusReason);
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) return;
    drag_ = Drag::pressed;
    pressed_ = last_ = event->position();
}

void TopologyView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF here = event->position();
    if (drag_ == Drag::none) {
        const Hit hit = hitAt(here);
        state_->hoverNode(hit.node);
        state_->hoverLink(hit.link);
        setCursor(hit.node.valid() || hit.link.valid() ? Qt::PointingHandCursor : Qt::ArrowCursor);
        return;
    }
    if (drag_ == Drag::pressed && (here - pressed_).manhattanLength() < 5) return;
    drag_ = Drag::pan;
    setCursor(Qt::ClosedHandCursor);
    pan(here.x() - last_.x(), here.y() - last_.y());
    last_ = here;
}

void TopologyView::mouseReleaseEvent(QMouseEvent* event) {
    if (drag_ == Drag::pressed && event->button() == Qt::LeftButton) {
        const Hit hit = hitAt(event->position());
        if (hit.link.valid()) {
            state_->selectLink(hit.link);
        } else {
            state_->selectLink(LinkId::none());
            state_->selectTask(TaskId::none());
            state_->selectNode(hit.node);
        }
    }
    drag_ = Drag::none;
    setCursor(Qt::ArrowCursor);
}

void TopologyView::leaveEvent(QEvent*) {
    state_->hoverNode(NodeId::none());
    state_->hoverLink(LinkId::none());
}

void TopologyView::focusInEvent(QFocusEvent*) { update(); }
void TopologyView::focusOutEvent(QFocusEvent*) { update(); }

void TopologyView::wheelEvent(QWheelEvent* event) {
    event->accept();
    zoom(event->position(), std::pow(1.25, event->angleDelta().y() / 120.0));
}

void TopologyView::zoom(QPointF around, double factor) {
    const double least = 0.02, most = 40;
    camera_.zoomAt(around, factor, least, most);
    fitted_ = false;
    redrawCables();
}

void TopologyView::pan(double x, double y) {
    camera_.pan({x, y});
    fitted_ = false;
    redrawCables();
}

void TopologyView::selectBusiest() {
    const NetworkMomentPtr& moment = network_->moment();
    if (!moment || moment->run != state_->run()) return;
    LinkId best;
    for (std::size_t i = 0; i < platform_->linkCount(); ++i) {
        if (moment->network.load[i] <= 0) continue;
        if (!best.valid() || moment->utilisation(LinkId(i)) > moment->utilisation(best) ||
            (moment->utilisation(LinkId(i)) == moment->utilisation(best) && moment->network.users[i] > moment->network.users[best.index()]))
            best = LinkId(i);
    }
    if (best.valid()) state_->selectLink(best);
}

void TopologyView::contextMenuEvent(QContextMenuEvent* event) {
    if (!platform_) return;
    const Hit hit = event->reason() == QContextMenuEvent::Mouse ? hitAt(event->pos()) : Hit{state_->selectedNode(), {}};
    QMenu menu(this);
    if (hit.node.valid() && platform_->computes(hit.node)) {
        state_->selectNode(hit.node);
        addCrashAction(menu, *state_, hit.node, [this](NodeId asked, Time at) { emit crashRequested(asked, at); });
        menu.addSeparator();
    }
    menu.addAction(tr("Select the busiest link"), this, &TopologyView::selectBusiest);
    menu.addAction(tr("Fit view"), this, &TopologyView::fit);
    menu.exec(event->globalPos());
}

void TopologyView::keyPressEvent(QKeyEvent* event) {
    constexpr double kStep = 60;
    switch (event->key()) {
        case Qt::Key_W:
            return zoom(rect().center(), 1.25);
        case Qt::Key_S:
            return zoom(rect().center(), 0.8);
        case Qt::Key_A:
            return pan(kStep, 0);
        case Qt::Key_D:
            return pan(-kStep, 0);
        case Qt::Key_Z:
            return fit();
        case Qt::Key_X:
            if (state_->selectedNode().valid()) emit crashRequested(state_->selectedNode(), state_->cursor());
            return;
        case Qt::Key_Escape:
            return state_->selectLink(LinkId::none());
        default:
            QWidget::keyPressEvent(event);
    }
}

}  // namespace loom
