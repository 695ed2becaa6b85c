// The network as it is wired: nodes, switches and cables, each direction coloured by its utilisation at the cursor.
#pragma once

#include <QImage>
#include <QWidget>

#include "app/session/network_watch.h"
#include "app/views/canvas/camera.h"
#include "app/views/export/vector_paintable.h"
#include "app/views/topology/topology_painter.h"

namespace loom {

// GUI thread. Cables are drawn into a picture that is kept until camera, loads or theme change, so that a frame of
// playing costs the nodes alone.
class TopologyView : public QWidget, public VectorPaintable {
    Q_OBJECT

public:
    TopologyView(ViewState* state, NetworkWatch* network, QWidget* parent = nullptr);
    ~TopologyView() override;

    void fit();
    // Of the links that carry something at the cursor.
    void selectBusiest();
    [[nodiscard]] const TopologyLayout& drawing() const { return layout_; }
    // Where a vertex or the middle of a link's direction is drawn now, in widget coordinates; for tests.
    [[nodiscard]] QPointF positionOf(NodeId node) const { return vertexBox(layout_, camera_, node.index()).center(); }
    [[nodiscard]] QPointF positionOf(LinkId link) const;
    // What is not drawn, as a sentence; empty when everything is.
    [[nodiscard]] QString notice() const;
    void paintVector(QPainter& painter, const QRect& target) override;
    [[nodiscard]] QSize sizeHint() const override { return {600, 400}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 90}; }

signals:
    // A person asked to crash `node` at `time` (context menu, key X).
    void crashRequested(loom::NodeId node, loom::Time time);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    // topology_input.cpp
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Hit {
        NodeId node;
        LinkId link;
    };
    void onRunChanged();
    void layOut();
    void redrawCables();
    [[nodiscard]] TopologyScene scene() const;
    void paintLegend(QPainter& painter, const QRectF& area);
    void describeSelection();

    // topology_input.cpp
    [[nodiscard]] Hit hitAt(QPointF position) const;
    [[nodiscard]] QString describe(LinkId link) const;
    void zoom(QPointF around, double factor);
    void pan(double x, double y);

    ViewState* state_;
    NetworkWatch* network_;
    std::shared_ptr<const Platform> platform_;
    TopologyLayout layout_;
    Camera camera_;
    bool fitted_ = true;  // until a person moves the camera
    QImage cables_;
    bool cablesStale_ = true;
    enum class Drag : std::uint8_t { none, pressed, pan } drag_ = Drag::none;
    QPointF pressed_, last_;
};

}  // namespace loom
