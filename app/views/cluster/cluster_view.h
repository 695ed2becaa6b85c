// The machines at the cursor's time: racks under a switch, nodes with load and queue, transfers on the links.
#pragma once

#include <QWidget>

#include "app/theme.h"
#include "app/view_state.h"
#include "app/views/cluster/cluster_layout.h"
#include "app/views/export/vector_paintable.h"

namespace loom {

// GUI thread.
class ClusterView : public QWidget, public VectorPaintable {
    Q_OBJECT

public:
    explicit ClusterView(ViewState* state, QWidget* parent = nullptr);

    [[nodiscard]] const ClusterLayout& layoutOfNodes() const { return layout_; }
    void paintVector(QPainter& painter, const QRect& target) override;
    [[nodiscard]] QSize sizeHint() const override { return {300, 240}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 90}; }

signals:
    // A person asked to crash `node` at `time` (context menu, key X).
    void crashRequested(loom::NodeId node, loom::Time time);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    void rebuild();
    void step(int columns, int rows);

    // cluster_paint.cpp
    void paintAll(QPainter& painter, const ClusterLayout& layout);
    void paintLinks(QPainter& painter, const ClusterLayout& layout);
    void paintFlows(QPainter& painter, const ClusterLayout& layout);
    void paintNode(QPainter& painter, NodeId node, const QRectF& box);
    void paintSmallNode(QPainter& painter, NodeId node, const NodeStatus& status, const QRectF& box);
    void paintBars(QPainter& painter, std::uint32_t lanes, const NodeStatus& status, const QRectF& box);

    ViewState* state_;
    ClusterLayout layout_;
};

}  // namespace loom
