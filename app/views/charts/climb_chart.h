// How a search climbs: the best value so far over how much was tried.
#pragma once

#include <QWidget>

class QCPGraph;
class QCustomPlot;

namespace loom {

// GUI thread.
class ClimbChart : public QWidget {
    Q_OBJECT

public:
    explicit ClimbChart(QWidget* parent = nullptr);

    void setLabels(const QString& tried, const QString& value);
    // `whole`: how much is to be tried.
    void clear(double whole);
    void addStep(double tried, double value);
    // The curve goes on level to here.
    void extendTo(double tried);
    [[nodiscard]] int stepCount() const { return steps_; }

private:
    void colour();

    QCustomPlot* plot_;
    QCPGraph* graph_;
    int steps_ = 0;
    double last_ = 0;      // the value of the last step
    double end_ = 0;       // how far the curve goes
    double lastStep_ = 0;  // where the last step is
};

}  // namespace loom
