// The Gantt chart: rows of slots, one bar at a time in each, coloured by their state at the cursor.
#pragma once

#include <memory>

#include <QWidget>

#include "app/catch_up.h"
#include "app/view_state.h"
#include "app/views/export/vector_paintable.h"
#include "app/views/timeline/gantt_painter.h"

namespace loom {

// GUI thread.
class GanttView : public QWidget, public VectorPaintable {
    Q_OBJECT

public:
    explicit GanttView(ViewState* state, QWidget* parent = nullptr);
    ~GanttView() override;

    [[nodiscard]] const GanttModel* model() const { return model_.get(); }  // null without a run
    [[nodiscard]] const GanttGeometry& geometryOfRows() const { return geometry_; }
    [[nodiscard]] int scroll() const { return scroll_; }
    [[nodiscard]] int scrollRange() const;  // content pixels that do not fit
    [[nodiscard]] int pageHeight() const;
    // Where a time and a lane are, in widget coordinates; for tests and popups.
    [[nodiscard]] QPointF position(NodeId node, std::uint32_t lane, Time time) const;
    // Still reading: what is shown ends where the model does.
    [[nodiscard]] bool reading() const { return reading_.behind(); }
    // Blocks until the whole run is read; for pictures and tests.
    void finishRendering() { reading_.finish(); }
    void paintVector(QPainter& painter, const QRect& target) override;
    // Records read between two looks at the event queue: a few milliseconds.
    static constexpr std::size_t kSlice = std::size_t{1} << 15;
    // What is shown has happened: no node of it can be crashed.
    void setPast(bool past) { past_ = past; }
    // Without one where another below shows it.
    void setAxisShown(bool shown);
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 60}; }

public slots:
    void setScroll(int pixels);
    // Scrolls as little as needed to show all of the node's band, and keeps it in sight until a person scrolls.
    void reveal(NodeId node);
    void zoomBy(double factor, Time around);
    void panBy(double fraction);
    void fit();

signals:
    void crashRequested(loom::NodeId node, loom::Time time);
    void geometryChanged();  // scroll range or position

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
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
        const Bar* bar = nullptr;
    };
    enum class Drag { none, pressed, pan, cursor };

    void onRunChanged();
    void onGrowth();
    void layOutRows();
    void scrollTo(int pixels);
    void showRevealed();
    void changeLaneHeight(int steps);
    [[nodiscard]] Hit hitAt(QPointF position) const;
    [[nodiscard]] QString describe(const Hit& hit) const;
    [[nodiscard]] TimeScale scale(double pixelRatio) const;
    [[nodiscard]] QRect axisArea() const;

    // gantt_chrome.cpp
    void paintGutter(QPainter& painter, int scroll, const GanttGeometry& geometry, const QRect& area, double ratio);
    void paintMarks(QPainter& painter, const TimeScale& scale, const QRect& area);
    void paintBarTexts(QPainter& painter, const std::vector<PaintedBar>& wide, double ratio);
    void paintRings(QPainter& painter, const TimeScale& scale, double ratio);
    void paintEmpty(QPainter& painter);
    void paintReading(QPainter& painter, const QRect& area);
    void paintVectorTransfers(QPainter& painter, const TimeScale& times, const GanttGeometry& rows, const GanttColors& colors);

    ViewState* state_;
    std::unique_ptr<GanttModel> model_;
    CatchUp reading_;
    GanttGeometry geometry_;
    GanttPainter bars_;
    QImage frame_;
    int scroll_ = 0;      // device pixels
    NodeId revealed_;
    bool past_ = false;
    int axisHeight_ = kTimeAxisHeight;
    int laneHeight_ = 0;  // device pixels; 0 = as the window allows
    Time knownEnd_;       // of the trace when the range was last seen to cover it
    Drag drag_ = Drag::none;
    QPointF pressed_, last_;
};

}  // namespace loom
