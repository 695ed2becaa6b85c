#include "app/views/charts/climb_chart.h"

#include <algorithm>

#include <qcustomplot.h>
#include <QVBoxLayout>

#include "app/theme.h"
#include "app/views/charts/plot_style.h"

namespace loom {

ClimbChart::ClimbChart(QWidget* parent) : QWidget(parent), plot_(new QCustomPlot(this)) {
    setObjectName(QStringLiteral("climbChart"));
    plot_->setMinimumSize(160, 120);
    graph_ = plot_->addGraph();
    graph_->setLineStyle(QCPGraph::lsStepLeft);
    plot_->yAxis->ticker()->setTickCount(4);
    plot_->axisRect()->setMinimumMargins(QMargins(4, 8, 14, 4));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(plot_);
    connect(&Theme::instance(), &Theme::changed, this, &ClimbChart::colour);
    clear(1);
    colour();
}

void ClimbChart::setLabels(const QString& tried, const QString& value) {
    plot_->xAxis->setLabel(tried);
    plot_->yAxis->setLabel(value);
    plot_->setAccessibleName(value);
}

void ClimbChart::clear(double whole) {
    steps_ = 0;
    last_ = end_ = lastStep_ = 0;
    graph_->setData(QVector<double>(), QVector<double>());
    plot_->xAxis->setRange(0, std::max(1.0, whole));
    plot_->yAxis->setRange(0, 2);
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void ClimbChart::addStep(double tried, double value) {
    if (end_ > lastStep_) graph_->data()->removeAfter(lastStep_);
    graph_->addData(tried, value);
    ++steps_;
    last_ = value;
    lastStep_ = end_ = tried;
    plot_->yAxis->setRange(0, std::max(2.0, value * 1.1));
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void ClimbChart::extendTo(double tried) {
    if (steps_ == 0 || tried <= end_) return;
    if (end_ > lastStep_) graph_->data()->removeAfter(lastStep_);
    graph_->addData(tried, last_);
    end_ = tried;
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void ClimbChart::colour() {
    const ThemeColors& c = Theme::instance().colors();
    plot_->setBackground(QBrush(c.panel));
    for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis}) styleAxis(axis, c, font());
    styleGraph(graph_, c.accent);
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

}  // namespace loom
