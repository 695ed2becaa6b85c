// The ratios of the schedulers compared, measured over seeds in the background.
#pragma once

#include <QTimer>
#include <QWidget>

#include "app/session/comparison.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QTableView;

namespace loom {

class RatiosModel;

// GUI thread.
class RatioPanel : public QWidget {
    Q_OBJECT

public:
    explicit RatioPanel(Comparison* comparison, Engine* engine, QWidget* parent = nullptr);

private:
    void refresh();
    void showProgress();
    [[nodiscard]] QString words() const;

    Comparison* comparison_;
    Engine* engine_;
    QSpinBox* seeds_;
    QPushButton *measure_, *stop_;
    QProgressBar* progress_;
    QLabel* words_;
    QTableView* table_;
    RatiosModel* model_;
    QTimer tick_;
};

}  // namespace loom
