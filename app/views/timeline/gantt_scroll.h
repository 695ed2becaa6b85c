// The scroll bar beside a Gantt chart.
#pragma once

class QHBoxLayout;
class QScrollBar;

namespace loom {

class GanttView;

// The chart and its bar in one row. The bar hides while all rows fit and keeps its room then, so that charts one above
// another have one time axis.
QHBoxLayout* withScrollBar(GanttView* gantt);
// Its width, for what shares the axis without having a bar; device-independent pixels.
int scrollBarRoom();

}  // namespace loom
