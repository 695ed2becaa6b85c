// The scroll bar beside a Gantt chart.
#pragma once

class QScrollBar;

namespace loom {

class GanttView;

// Both follow each other from now on; the bar hides while all rows fit.
void connectScrollBar(GanttView* gantt, QScrollBar* bar);

}  // namespace loom
