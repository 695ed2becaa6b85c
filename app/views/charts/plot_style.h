// What all charts look alike in: axes in the theme's colours, and a cursor that costs next to nothing to move.
#pragma once

#include <QFont>

class QCPAxis;
class QCPLayer;
class QCustomPlot;

namespace loom {

struct ThemeColors;

// A buffered layer above everything: redrawn alone while the cursor moves. Owned by the plot.
QCPLayer* addCursorLayer(QCustomPlot* plot);
void styleAxis(QCPAxis* axis, const ThemeColors& colors, const QFont& font);

}  // namespace loom
