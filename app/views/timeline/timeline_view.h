// The timeline as one widget: Gantt chart, its scroll bar, the recorded run where there is one, and the scrubber below.
#pragma once

#include <QWidget>

#include "app/view_state.h"
#include "app/views/export/vector_paintable.h"

namespace loom {

class GanttView;
class RecordedPane;
class ScrubberView;

class TimelineView : public QWidget, public VectorPaintable {
    Q_OBJECT

public:
    explicit TimelineView(ViewState* state, QWidget* parent = nullptr);

    [[nodiscard]] GanttView* gantt() const { return gantt_; }
    [[nodiscard]] RecordedPane* recorded() const { return recorded_; }
    [[nodiscard]] ScrubberView* scrubber() const { return scrubber_; }
    // Blocks until the whole run is read; for pictures and tests.
    void finishRendering();
    void paintVector(QPainter& painter, const QRect& target) override;
    [[nodiscard]] QSize sizeHint() const override { return {720, 300}; }

public slots:
    void fit();

signals:
    // A person asked to crash `node` at `time` (context menu of a row, key X).
    void crashRequested(loom::NodeId node, loom::Time time);

private:
    GanttView* gantt_;
    RecordedPane* recorded_;
    ScrubberView* scrubber_;
};

}  // namespace loom
