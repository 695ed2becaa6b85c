#include "app/views/charts/charts_panel.h"

#include <algorithm>

#include <qcustomplot.h>
#include <QPicture>
#include <QVBoxLayout>

#include "app/session/studio.h"
#include "app/theme.h"
#include "app/views/charts/plot_style.h"

namespace loom {

namespace {
constexpr int kReplotPause = 50;  // ms
}

ChartsPanel::ChartsPanel(Studio* studio, QWidget* parent) : QWidget(parent), studio_(studio), plot_(new QCustomPlot(this)) {
    plot_->setObjectName(QStringLiteral("chartsPlot"));
    plot_->setAccessibleName(tr("Throughput and utilisation over time"));
    plot_->setMinimumSize(160, 110);
    plot_->plotLayout()->clear();
    plot_->plotLayout()->setRowSpacing(2);
    cursorLayer_ = addCursorLayer(plot_);
    throughput_ = addChart(0, tr("tasks / s"));
    utilisation_ = addChart(1, tr("busy, %"));
    auto* group = new QCPMarginGroup(plot_);
    for (const Chart& chart : {throughput_, utilisation_}) chart.rect->setMarginGroup(QCP::msLeft | QCP::msRight, group);
    throughput_.rect->axis(QCPAxis::atBottom)->setTickLabels(false);
    utilisation_.rect->axis(QCPAxis::atBottom)->setLabel(tr("t, s"));
    utilisation_.rect->axis(QCPAxis::atLeft)->setRange(0, 105);
    plot_->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(plot_);
    replot_.setSingleShot(true);
    replot_.setInterval(kReplotPause);
    connect(&replot_, &QTimer::timeout, this, [this] { plot_->replot(QCustomPlot::rpQueuedReplot); });
    connect(studio_, &Studio::digestChanged, this, &ChartsPanel::fill);
    connect(&studio_->view(), &ViewState::cursorChanged, this, &ChartsPanel::moveCursor);
    connect(&studio_->view(), &ViewState::rangeChanged, this, &ChartsPanel::followRange);
    connect(&Theme::instance(), &Theme::changed, this, &ChartsPanel::colour);
    connect(plot_, &QCustomPlot::mouseRelease, this, [this](QMouseEvent* event) {
        // A press without a drag puts the cursor there.
        if (event->button() == Qt::LeftButton && !following_) clicked(event->position().x());
        following_ = false;
    });
    connect(plot_, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) {
        if (event->buttons() != Qt::NoButton) following_ = true;
    });
    colour();
    fill();
    followRange();
}

ChartsPanel::Chart ChartsPanel::addChart(int row, const QString& label) {
    Chart chart;
    chart.rect = new QCPAxisRect(plot_);
    plot_->plotLayout()->addElement(row, 0, chart.rect);
    chart.rect->setMinimumMargins(QMargins(4, 4, 10, row == 0 ? 2 : 4));
    QCPAxis* x = chart.rect->axis(QCPAxis::atBottom);
    QCPAxis* y = chart.rect->axis(QCPAxis::atLeft);
    chart.rect->setRangeDragAxes(x, nullptr);
    chart.rect->setRangeZoomAxes(x, nullptr);
    y->setLabel(label);
    y->ticker()->setTickCount(3);
    for (QCPAxis* axis : chart.rect->axes()) axis->setLayer(QStringLiteral("axes"));
    for (QCPAxis* axis : {x, y}) axis->grid()->setLayer(QStringLiteral("grid"));
    chart.ghost = plot_->addGraph(x, y);
    chart.graph = plot_->addGraph(x, y);
    for (QCPGraph* graph : {chart.ghost, chart.graph}) {
        graph->setLineStyle(QCPGraph::lsStepLeft);
        graph->setAdaptiveSampling(true);
    }
    const auto line = [&](const QString& layer) {
        auto* item = new QCPItemStraightLine(plot_);
        for (QCPItemPosition* point : {item->point1, item->point2}) {
            point->setAxisRect(chart.rect);
            point->setAxes(x, y);
            point->setTypeX(QCPItemPosition::ptPlotCoords);
            point->setTypeY(QCPItemPosition::ptAxisRectRatio);
        }
        item->setClipAxisRect(chart.rect);
        item->setLayer(layer);
        return item;
    };
    chart.formula = line(QStringLiteral("main"));
    chart.formula->setVisible(false);
    chart.cursor = line(QStringLiteral("cursor"));
    connect(x, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, [this](const QCPRange& range) {
        const double low = std::max(0.0, range.lower);
        studio_->view().setRange(Time::fromSeconds(low), Time::fromSeconds(std::max(low + 1e-9, range.upper)));
    });
    return chart;
}

void ChartsPanel::colour() {
    const ThemeColors& c = Theme::instance().colors();
    plot_->setBackground(QBrush(c.panel));
    for (const Chart* each : {&throughput_, &utilisation_}) {
        const Chart& chart = *each;
        for (QCPAxis* axis : chart.rect->axes()) styleAxis(axis, c, font());
        const QColor main = each == &throughput_ ? c.state[static_cast<std::size_t>(TaskState::done)].fill : c.accent;
        styleGraph(chart.graph, main);
        chart.ghost->setPen(QPen(c.ghost, 1, Qt::DashLine));
        chart.cursor->setPen(QPen(c.accent, 1));
        chart.formula->setPen(QPen(c.warning, 1, Qt::DotLine));
    }
    replot_.start();
}

void ChartsPanel::setSeries(QCPGraph* graph, const Series* series, double factor) {
    QVector<double> keys, values;
    if (series != nullptr) {
        const auto count = static_cast<qsizetype>(std::min(series->time.size(), series->value.size()));
        keys = QVector<double>(series->time.begin(), series->time.begin() + count);
        values.reserve(count);
        for (qsizetype i = 0; i < count; ++i) values.push_back(series->value[static_cast<std::size_t>(i)] * factor);
    }
    graph->setData(keys, values, true);
}

void ChartsPanel::fill() {
    const DigestPtr now = studio_->digest();
    const DigestPtr before = studio_->ghostDigest();
    setSeries(throughput_.graph, now ? &now->throughput : nullptr, 1);
    setSeries(throughput_.ghost, before ? &before->throughput : nullptr, 1);
    setSeries(utilisation_.graph, now ? &now->utilisation : nullptr, 100);
    setSeries(utilisation_.ghost, before ? &before->utilisation : nullptr, 100);
    double top = 0;
    for (const DigestPtr& digest : {now, before}) {
        if (!digest) continue;
        for (double value : digest->throughput.value) top = std::max(top, value);
    }
    throughput_.rect->axis(QCPAxis::atLeft)->setRange(0, top > 0 ? top * 1.08 : 1);
    replot_.start();
}

void ChartsPanel::setFormula(double seconds) {
    for (const Chart& chart : {throughput_, utilisation_}) {
        chart.formula->setVisible(seconds > 0);
        chart.formula->point1->setCoords(seconds, 0);
        chart.formula->point2->setCoords(seconds, 1);
    }
    replot_.start();
}

void ChartsPanel::moveCursor() {
    const double t = studio_->view().cursor().seconds();
    for (const Chart& chart : {throughput_, utilisation_}) {
        chart.cursor->point1->setCoords(t, 0);
        chart.cursor->point2->setCoords(t, 1);
    }
    if (isVisible()) cursorLayer_->replot();
}

void ChartsPanel::followRange() {
    const QCPRange range(studio_->view().rangeBegin().seconds(), studio_->view().rangeEnd().seconds());
    if (range.size() <= 0) return;
    for (const Chart& chart : {throughput_, utilisation_}) {
        QCPAxis* x = chart.rect->axis(QCPAxis::atBottom);
        const QSignalBlocker block(x);
        x->setRange(range);
    }
    if (!replot_.isActive()) replot_.start();
}

void ChartsPanel::clicked(double pixel) {
    const double t = throughput_.rect->axis(QCPAxis::atBottom)->pixelToCoord(pixel);
    studio_->view().setCursor(Time::fromSeconds(std::max(0.0, t)));
}

void ChartsPanel::paintVector(QPainter& painter, const QRect& target) {
    QPicture picture;  // the plot wants a painter of its own
    QCPPainter own(&picture);
    own.setMode(QCPPainter::pmVectorized);
    plot_->toPainter(&own, target.width(), target.height());
    own.end();
    painter.fillRect(target, Theme::instance().colors().panel);
    painter.drawPicture(target.topLeft(), picture);
}

void ChartsPanel::finishRendering() {
    moveCursor();
    plot_->replot(QCustomPlot::rpImmediateRefresh);
}

}  // namespace loom
