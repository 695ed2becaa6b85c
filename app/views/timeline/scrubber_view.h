// The strip that every view shares: when things happen over the whole run, what failed, and the cursor to drag.
#pragma once

#include <QWidget>

#include "app/catch_up.h"
#include "app/view_state.h"
#include "app/views/canvas/time_axis.h"
#include "app/views/timeline/event_density.h"

namespace loom {

// GUI thread. Shows the whole run whatever range the timeline shows.
class ScrubberView : public QWidget {
    Q_OBJECT

public:
    explicit ScrubberView(ViewState* state, QWidget* parent = nullptr);

    // The horizontal position of a time, in widget coordinates.
    [[nodiscard]] double position(Time time) const { return scale().x(time); }
    // Blocks until the whole run is read; for pictures and tests.
    void finishRendering() { reading_.finish(); }
    // Records read between two looks at the event queue: a few milliseconds.
    static constexpr std::size_t kSlice = std::size_t{1} << 19;
    void paintTo(QPainter& painter);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 44}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void onRunChanged();
    void onCursorChanged();
    [[nodiscard]] TimeScale scale() const;
    void paintDensity(QPainter& painter, const TimeScale& scale, double middle, double reach);
    void paintDowns(QPainter& painter, const TimeScale& scale);
    void paintCursor(QPainter& painter, const TimeScale& scale, double middle);

    ViewState* state_;
    EventDensity density_;
    CatchUp reading_;
    bool dragging_ = false;
};

}  // namespace loom
