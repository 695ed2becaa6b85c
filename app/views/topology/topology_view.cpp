#include "app/views/topology/topology_view.h"

#include <QPainter>

#include "app/theme.h"
#include "app/views/canvas/node_text.h"
#include "app/views/topology/heat_scale.h"

namespace loom {

namespace {
constexpr double kMargin = 16;
constexpr double kLargest = 3;  // pixels a world unit when everything is shown
}  // namespace

TopologyView::TopologyView(ViewState* state, NetworkWatch* network, QWidget* parent)
    : QWidget(parent), state_(state), network_(network) {
    setObjectName(QStringLiteral("topologyView"));
    setAccessibleName(tr("Network"));
    setAccessibleDescription(tr("Nodes, switches and cables; each direction of a link is coloured by its utilisation"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(state_, &ViewState::runChanged, this, &TopologyView::onRunChanged);
    for (const auto signal : {&ViewState::cursorChanged, &ViewState::runGrew, &ViewState::hoverChanged})
        connect(state_, signal, this, qOverload<>(&QWidget::update));
    connect(state_, &ViewState::selectionChanged, this, &TopologyView::describeSelection);
    connect(network_, &NetworkWatch::momentChanged, this, &TopologyView::redrawCables);
    connect(&Theme::instance(), &Theme::changed, this, &TopologyView::redrawCables);
    onRunChanged();
}

TopologyView::~TopologyView() { network_->setWanted(this, false); }

void TopologyView::onRunChanged() {
    const std::shared_ptr<const Platform> now = state_->run() ? state_->run()->scenario->platform : nullptr;
    if (now != platform_) {
        platform_ = now;
        layout_ = {};
        if (isVisible()) layOut();
    }
    redrawCables();
}

// Reading a large platform's routes takes a while: not before somebody looks.
void TopologyView::layOut() {
    if (!platform_ || !layout_.vertices.empty()) return;
    layout_ = TopologyLayout::make(*platform_);
    fit();
}

void TopologyView::redrawCables() {
    cablesStale_ = true;
    update();
}

void TopologyView::describeSelection() {
    if (state_->selectedLink().valid()) setAccessibleDescription(describe(state_->selectedLink()));
    if (state_->selectedNode().valid()) setAccessibleDescription(NodeText::describe(*state_, state_->selectedNode()));
    update();
}

void TopologyView::fit() {
    fitted_ = true;
    if (!layout_.vertices.empty()) {
        layout_.spread(size());
        camera_.fit(layout_.bounds, size(), kMargin, kLargest);
    }
    redrawCables();
}

void TopologyView::resizeEvent(QResizeEvent*) {
    if (fitted_) fit();
    redrawCables();
}

void TopologyView::showEvent(QShowEvent*) {
    layOut();
    network_->setWanted(this, true);
}
void TopologyView::hideEvent(QHideEvent*) { network_->setWanted(this, false); }

QPointF TopologyView::positionOf(LinkId link) const {
    const std::uint32_t cable = layout_.cableOf[link.index()];
    if (cable == TopologyLayout::kNowhere) return {-1, -1};
    const auto& forth = layout_.cables[cable].forth;
    return directionLine(layout_, camera_, cable, std::find(forth.begin(), forth.end(), link) != forth.end()).center();
}

QString TopologyView::notice() const {
    if (layout_.hidden == 0) return {};
    return tr("Network: %L1 of %L2 cables drawn").arg(layout_.cables.size()).arg(layout_.cables.size() + layout_.hidden);
}

TopologyScene TopologyView::scene() const {
    TopologyScene scene;
    scene.platform = platform_.get();
    scene.layout = &layout_;
    scene.replay = state_->replay();
    const NetworkMomentPtr& moment = network_->moment();
    scene.moment = moment && moment->run == state_->run() ? moment.get() : nullptr;
    scene.selectedNode = state_->selectedNode();
    scene.hoveredNode = state_->hoveredNode();
    scene.selectedLink = state_->selectedLink();
    scene.hoveredLink = state_->hoveredLink();
    if (const TransferKey& transfer = state_->selectedTransfer(); transfer.valid())
        platform_->route(transfer.from, transfer.to, scene.path);
    return scene;
}

void TopologyView::paintLegend(QPainter& painter, const QRectF& area) {
    const QFontMetrics metrics(font());
    const double width = std::min(190.0, area.width() / 2), height = metrics.height() * 2.0 + 14;
    if (area.height() < 4 * height) return;
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintHeatLegend(painter, QRectF(area.left() + 8, area.top() + 8, width, height), tr("load of a link's direction"));
}

void TopologyView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const ThemeColors& colors = Theme::instance().colors();
    if (!platform_) {
        painter.fillRect(rect(), colors.panel);
        painter.setPen(colors.mutedText);
        painter.drawText(rect().adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("The network appears here once a scenario is open."));
        return;
    }
    const TopologyScene now = scene();
    const double ratio = devicePixelRatioF();
    if (cablesStale_ || cables_.size() != size() * ratio) {
        if (cables_.size() != size() * ratio) cables_ = QImage(size() * ratio, QImage::Format_RGB32);
        cables_.setDevicePixelRatio(ratio);
        cables_.fill(colors.panel.rgb());
        paintCables(cables_, now, camera_);
        cablesStale_ = false;
    }
    painter.drawImage(QPointF(0, 0), cables_);
    paintVertices(painter, now, camera_, rect());
    paintLegend(painter, rect());
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(colors.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void TopologyView::paintVector(QPainter& painter, const QRect& target) {
    painter.save();
    painter.fillRect(target, Theme::instance().colors().panel);
    if (platform_) {
        layOut();
        Camera camera;
        camera.fit(layout_.bounds, target.size(), kMargin, kLargest);
        const TopologyScene now = scene();
        paintCables(painter, now, camera, target);
        paintVertices(painter, now, camera, target);
        paintLegend(painter, target);
    }
    painter.restore();
}

}  // namespace loom
