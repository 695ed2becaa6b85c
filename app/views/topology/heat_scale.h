// The colours of utilisation: viridis (van der Walt and Smith, 2015), whose lightness rises evenly, so that it reads
// with any colour vision and in grey. Full is what stands out most from the panel: bright on dark, dark on light.
#pragma once

#include <QColor>
#include <QString>

class QPainter;
class QRectF;

namespace loom {

// `utilisation` 0 .. 1; above 1 the warning colour: more is asked of the link than it can carry.
QColor heatColor(double utilisation, bool dark);
// Lines grow with the load, so that colour is never alone. Logical pixels.
double heatWidth(double utilisation);
// The scale with its ends named, fitting `box`.
void paintHeatLegend(QPainter& painter, const QRectF& box, const QString& title);
// "94 %", "< 1 %".
QString utilisationText(double utilisation);

}  // namespace loom
