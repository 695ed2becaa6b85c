#include "app/views/charts/course_chart.h"

#include <algorithm>
#include <cmath>

#include <qcustomplot.h>
#include <QVBoxLayout>

#include "app/theme.h"
#include "app/views/charts/plot_style.h"

namespace loom {

namespace {

struct Unit {
    double size;  // B/s
    const char* name;
};

// Bits, as links are sold.
Unit unitFor(double top) {
    constexpr Unit kUnits[] = {{1e12 / 8, "Tb/s"}, {1e9 / 8, "Gb/s"}, {1e6 / 8, "Mb/s"}, {1e3 / 8, "kb/s"}};
    for (const Unit& unit : kUnits) {
        if (top >= unit.size) return unit;
    }
    return {1.0 / 8, "b/s"};
}

}  // namespace

CourseChart::CourseChart(QWidget* parent) : QWidget(parent), plot_(new QCustomPlot(this)) {
    setObjectName(QStringLiteral("courseChart"));
    plot_->setAccessibleName(tr("Load over time"));
    plot_->setMinimumSize(120, 110);
    cursorLayer_ = addCursorLayer(plot_);
    graph_ = plot_->addGraph();
    graph_->setLineStyle(QCPGraph::lsStepLeft);
    graph_->setAdaptiveSampling(true);
    capacity_ = new QCPItemStraightLine(plot_);
    cursor_ = new QCPItemStraightLine(plot_);
    cursor_->setLayer(cursorLayer_);
    plot_->xAxis->setLabel(tr("t, s"));
    plot_->xAxis->ticker()->setTickCount(4);
    plot_->yAxis->ticker()->setTickCount(3);
    plot_->axisRect()->setMinimumMargins(QMargins(4, 6, 8, 4));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(plot_);
    connect(plot_, &QCustomPlot::mousePress, this, [this](QMouseEvent* event) {
        if (event->button() != Qt::LeftButton) return;
        emit timeChosen(Time::fromSeconds(std::max(0.0, plot_->xAxis->pixelToCoord(event->position().x()))));
    });
    connect(&Theme::instance(), &Theme::changed, this, &CourseChart::colour);
    colour();
}

void CourseChart::setCourse(const Series& series, double capacity) {
    double top = capacity;
    for (const double value : series.value) top = std::max(top, value);
    const Unit unit = unitFor(top);
    QVector<double> keys(series.time.begin(), series.time.end()), values;
    values.reserve(keys.size());
    for (const double value : series.value) values.push_back(value / unit.size);
    graph_->setData(keys, values, true);
    capacity_->setVisible(capacity > 0);
    capacity_->point1->setCoords(0, capacity / unit.size);
    capacity_->point2->setCoords(1, capacity / unit.size);
    plot_->yAxis->setLabel(QLatin1String(unit.name));
    plot_->yAxis->setRange(0, top > 0 ? top / unit.size * 1.1 : 1);
    if (!keys.isEmpty()) plot_->xAxis->setRange(keys.front(), std::max(keys.back(), keys.front() + 1e-9));
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void CourseChart::clear() {
    graph_->setData(QVector<double>(), QVector<double>());
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void CourseChart::setCursorAt(Time time) {
    cursor_->point1->setCoords(time.seconds(), 0);
    cursor_->point2->setCoords(time.seconds(), 1);
    if (isVisible()) cursorLayer_->replot();
}

int CourseChart::pointCount() const { return graph_->dataCount(); }

void CourseChart::colour() {
    const ThemeColors& c = Theme::instance().colors();
    plot_->setBackground(QBrush(c.panel));
    for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis}) styleAxis(axis, c, font());
    styleGraph(graph_, c.accent);
    cursor_->setPen(QPen(c.text, 1));
    capacity_->setPen(QPen(c.warning, 1, Qt::DotLine));
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

}  // namespace loom
