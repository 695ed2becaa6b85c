// A link's load or a transfer's rate over time, with the capacity as a dotted line and the cursor.
#pragma once

#include <QWidget>

#include "core/base/time.h"
#include "core/trace/metrics.h"

class QCPGraph;
class QCPItemStraightLine;
class QCPLayer;
class QCustomPlot;

namespace loom {

// GUI thread. The value axis has a unit that fits; a click tells the time under it.
class CourseChart : public QWidget {
    Q_OBJECT

public:
    explicit CourseChart(QWidget* parent = nullptr);

    // B/s over s. `capacity` in B/s; 0 for none.
    void setCourse(const Series& series, double capacity);
    void clear();
    void setCursorAt(Time time);
    [[nodiscard]] int pointCount() const;

signals:
    void timeChosen(loom::Time time);

private:
    void colour();

    QCustomPlot* plot_;
    QCPLayer* cursorLayer_;
    QCPGraph* graph_;
    QCPItemStraightLine *cursor_, *capacity_;
};

}  // namespace loom
