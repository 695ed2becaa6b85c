#include "app/views/form/topology_preview.h"

#include <QPainter>

#include "app/theme.h"
#include "app/views/topology/topology_painter.h"

namespace loom {

TopologyPreview::TopologyPreview(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("topologyPreview"));
    setAccessibleName(tr("Drawing of the platform"));
    setMinimumSize(200, 140);
}

void TopologyPreview::setPlatform(std::shared_ptr<const Platform> platform) {
    platform_ = std::move(platform);
    const bool drawn = platform_ && platform_->linkCount() <= kMostLinks;
    layout_ = drawn ? TopologyLayout::make(*platform_) : TopologyLayout{};
    update();
}

void TopologyPreview::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Theme::instance().colors().panel);
    if (layout_.vertices.empty()) {
        painter.setPen(Theme::instance().colors().mutedText);
        painter.drawText(rect().adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap,
                         platform_ ? tr("Too large to be drawn here.") : tr("Nothing to draw yet."));
        return;
    }
    layout_.spread(size());
    TopologyScene scene;
    scene.platform = platform_.get();
    scene.layout = &layout_;
    Camera camera;
    camera.fit(layout_.bounds, size(), 8, 3);
    paintCables(painter, scene, camera, rect());
    paintVertices(painter, scene, camera, rect());
}

}  // namespace loom
