// The what-if sliders: nodes, bandwidth, task cost, failure rate. Moving one runs the scenario again.
#pragma once

#include <QWidget>

#include "app/session/what_if.h"

class QFormLayout;
class QLabel;
class QSlider;
class QPushButton;

namespace loom {

class Studio;

class WhatIfPanel : public QWidget {
    Q_OBJECT

public:
    explicit WhatIfPanel(Studio* studio, QWidget* parent = nullptr);

private:
    struct Row {
        QSlider* slider = nullptr;
        QLabel* value = nullptr;
    };
    Row addRow(QFormLayout* form, const QString& name, const QString& objectName, int low, int high);
    void readModel();
    void showValues();
    void showDelta();
    void moved(QSlider* slider);
    void explain(const Row& row, WhatIfLimits::Why why, const QString& tip);
    [[nodiscard]] WhatIf fromSliders() const;
    [[nodiscard]] double referenceMakespan() const;

    Studio* studio_;
    Row nodes_, bandwidth_, cost_, failures_;
    QLabel* delta_;
    QPushButton* resetButton_;
    WhatIfLimits limits_;
    double failureBase_ = 0;  // s: the makespan failure rates refer to, fixed for one document
    int drag_ = 0;            // counts drags, so that each is one undo step
    bool reading_ = false;
};

}  // namespace loom
