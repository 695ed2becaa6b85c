// The glyph of a state as a path, so that no font is needed and it scales to any size.
#pragma once

#include <QPainterPath>
#include <QString>

#include "app/theme.h"

class QPainter;

namespace loom {

// Fits `box`; empty for waiting. Filled shapes and stroked shapes alike are closed outlines to be filled.
QPainterPath stateGlyph(TaskState state, const QRectF& box);

// A node or box in the colour, outline, pattern and glyph of a state, antialiased; glyph only when `withGlyph`.
void paintState(QPainter& painter, const QRectF& box, const StateStyle& style, TaskState state, const QColor& panel,
                bool withGlyph);

// The name of a state for tooltips and legends, translated.
QString stateName(TaskState state);

// Black or white, whichever reads better on `background`.
QColor inkOn(const QColor& background);

}  // namespace loom
