// The task graph as a canvas: states by colour and glyph at the cursor's time, at a hundred thousand tasks and more.
#pragma once

#include <unordered_map>

#include <QStaticText>
#include <QWidget>

#include "app/view_state.h"
#include "app/views/canvas/latest_job.h"
#include "app/views/dag/edge_layer.h"
#include "app/views/dag/node_painter.h"
#include "app/views/export/vector_paintable.h"

namespace loom {

// GUI thread. Layout and edge layers are made by pool threads; painting shows what is there. Listens to `state`, which
// must outlive it.
class DagView : public QWidget, public VectorPaintable {
    Q_OBJECT

public:
    explicit DagView(ViewState* state, QWidget* parent = nullptr);
    ~DagView() override;

    [[nodiscard]] const DagScenePtr& scene() const { return scene_; }  // null until the first layout is there
    [[nodiscard]] const Camera& camera() const { return camera_; }     // in device pixels
    // The centre of a task's box in widget coordinates.
    [[nodiscard]] QPointF taskPosition(TaskId task) const;
    [[nodiscard]] bool showsCriticalPath() const { return showsCriticalPath_; }
    // What is sampled or hidden, in one sentence; empty when everything is drawn.
    [[nodiscard]] QString notice() const;

    // Blocks until layout and edges of the present view are drawn exactly; for pictures and tests.
    void finishRendering();
    void paintVector(QPainter& painter, const QRect& target) override;
    [[nodiscard]] QSize sizeHint() const override { return {720, 420}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 100}; }

public slots:
    void fit();
    void zoomIn();
    void zoomOut();
    void setCriticalPathShown(bool shown);
    void centreOn(TaskId task);

signals:
    // A person asked to crash `node` at `time` (context menu, key X).
    void crashRequested(loom::NodeId node, loom::Time time);
    // The notice changed.
    void statusChanged(const QString& notice);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
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
    void onRunChanged();
    void onThemeChanged();
    void takeScene(DagScenePtr scene);
    void requestLayer();
    void zoomBy(double factor, QPointF at);
    void zoomToSelection();
    void changed();  // the camera moved

    [[nodiscard]] TaskId taskUnder(QPointF position) const;
    [[nodiscard]] QString describe(TaskId task) const;
    [[nodiscard]] const std::vector<TaskStatus>& states() const;
    void select(TaskId task);
    void stepAlongEdge(bool forward);
    void stepInLayer(int direction);
    void requestCrash();

    // dag_paint.cpp
    void paintLabels(QPainter& painter, const std::vector<LabelledNode>& labels);
    void paintHighlights(QPainter& painter, const Camera& camera);
    void paintEdgesOf(QPainter& painter, const Camera& camera, TaskId task, const QPen& pen);
    void paintRing(QPainter& painter, const Camera& camera, TaskId task, const QPen& pen);
    void paintTitleAndLegend(QPainter& painter, const QRect& area);
    void paintEmpty(QPainter& painter);
    [[nodiscard]] Camera logicalCamera() const;

    ViewState* state_;
    DagScenePtr scene_;
    LatestJob<DagScenePtr> sceneJob_;
    EdgeLayer layer_;
    LatestJob<EdgeLayer> layerJob_;
    Camera camera_;
    bool fitted_ = true;  // the view follows the window's size until a person moves it
    bool showsCriticalPath_ = false;
    bool staleLayer_ = true;  // the layer shows another scene or theme
    QImage frame_;
    NodePainter nodes_;
    std::unordered_map<std::uint32_t, QStaticText> labelCache_;
    int labelCacheWidth_ = 0;
    QPointF pressed_, last_;
    bool dragging_ = false;
};

}  // namespace loom
