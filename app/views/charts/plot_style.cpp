#include "app/views/charts/plot_style.h"

#include <qcustomplot.h>

#include "app/theme.h"

namespace loom {

QCPLayer* addCursorLayer(QCustomPlot* plot) {
    plot->addLayer(QStringLiteral("cursor"), plot->layer(QStringLiteral("overlay")), QCustomPlot::limAbove);
    QCPLayer* layer = plot->layer(QStringLiteral("cursor"));
    layer->setMode(QCPLayer::lmBuffered);
    return layer;
}

void styleGraph(QCPGraph* graph, const QColor& color) {
    QColor area = color;
    area.setAlpha(36);
    graph->setPen(QPen(color, 1));
    graph->setBrush(area);
}

void styleAxis(QCPAxis* axis, const ThemeColors& colors, const QFont& font) {
    axis->setBasePen(QPen(colors.grid));
    axis->setTickPen(QPen(colors.grid));
    axis->setSubTickPen(Qt::NoPen);
    axis->setTickLabelColor(colors.mutedText);
    axis->setLabelColor(colors.mutedText);
    axis->setLabelFont(font);
    axis->setTickLabelFont(font);
    axis->grid()->setPen(QPen(colors.grid, 1, Qt::SolidLine));
    axis->grid()->setZeroLinePen(QPen(colors.grid));
}

}  // namespace loom
