// What all charts look alike in: axes in the theme's colours, and a cursor that costs next to nothing to move.
#pragma once

#include <QColor>
#include <QFont>

class QCPAxis;
class QCPGraph;
class QCPLayer;
class QCustomPlot;

namespace loom {

struct ThemeColors;

// A buffered layer above everything: redrawn alone while the cursor moves. Owned by the plot.
QCPLayer* addCursorLayer(QCustomPlot* plot);
// A thin line in the colour, and the area below it in a breath of it.
void styleGraph(QCPGraph* graph, const QColor& color);
void styleAxis(QCPAxis* axis, const ThemeColors& colors, const QFont& font);

}  // namespace loom
