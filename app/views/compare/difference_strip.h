// How many more cores one run keeps busy than another, over time, and where tasks went to other nodes.
#pragma once

#include <QWidget>

#include "app/session/difference.h"
#include "app/view_state.h"
#include "app/views/canvas/time_axis.h"

namespace loom {

// GUI thread. Above the middle the first run computes more, below it the second; a mark on top for every task that they
// put on different nodes. It has the time axis of the panes above, which `view` is one of.
class DifferenceStrip : public QWidget {
    Q_OBJECT

public:
    explicit DifferenceStrip(ViewState* view, QWidget* parent = nullptr);

    // Null: nothing to show yet. `parting` is the place of the one gone to; -1 for none.
    void setDifference(RunDifferencePtr difference, int parting);
    [[nodiscard]] QSize sizeHint() const override { return {400, 96}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 84}; }

signals:
    void timeChosen(loom::Time time);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] TimeScale scale() const;
    void paintCurve(QPainter& painter, const QRect& area) const;
    void paintMarks(QPainter& painter, const QRect& area) const;
    void choose(double x);

    ViewState* view_;
    RunDifferencePtr difference_;
    int parting_ = -1;
};

}  // namespace loom
