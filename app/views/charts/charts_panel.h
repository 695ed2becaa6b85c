// Throughput and utilisation over time, with the previous run as a ghost behind them.
#pragma once

#include <QTimer>
#include <QWidget>

#include "app/views/export/vector_paintable.h"

class QCPGraph;
class QCPItemStraightLine;
class QCPLayer;
class QCustomPlot;
class QCPAxisRect;

namespace loom {

class Studio;
struct Series;

// Lines are one pixel wide and the cursor has a buffered layer of its own: a moving cursor costs next to nothing.
class ChartsPanel : public QWidget, public VectorPaintable {
    Q_OBJECT

public:
    explicit ChartsPanel(Studio* studio, QWidget* parent = nullptr);

    // The closed form's makespan as a dotted line, in s; 0 takes it away.
    void setFormula(double seconds);
    // Draws what is waiting now; for pictures.
    void finishRendering();
    void paintVector(QPainter& painter, const QRect& target) override;

private:
    struct Chart {
        QCPAxisRect* rect = nullptr;
        QCPGraph* ghost = nullptr;
        QCPGraph* graph = nullptr;
        QCPItemStraightLine* cursor = nullptr;
        QCPItemStraightLine* formula = nullptr;
    };
    Chart addChart(int row, const QString& label);
    void colour();
    void fill();
    void moveCursor();
    void followRange();
    void clicked(double pixel);
    static void setSeries(QCPGraph* graph, const Series* series, double factor);

    Studio* studio_;
    QCustomPlot* plot_;
    QCPLayer* cursorLayer_ = nullptr;
    Chart throughput_, utilisation_;
    QTimer replot_;  // at most 20 times a second
    bool following_ = false;
};

}  // namespace loom
