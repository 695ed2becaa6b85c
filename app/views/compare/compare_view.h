// Schedulers side by side: panes of timelines on one time axis, the difference of the first two, why they part, and ratios.
#pragma once

#include <vector>

#include <QWidget>

#include "app/session/studio.h"

class QCheckBox;
class QLabel;
class QPushButton;
class QSplitter;
class QTabWidget;
class QVBoxLayout;

namespace loom {

class ComparePane;
class DifferenceStrip;
class PartingPanel;
class RatioPanel;

// GUI thread. Made anew when the language changes; what is compared stays in the comparison.
class CompareView : public QWidget {
    Q_OBJECT

public:
    explicit CompareView(Studio* studio, QWidget* parent = nullptr);
    ~CompareView() override;

    // The next (or previous) decision in which the first two part, with both tables in front.
    void step(int direction);
    void showRatios();
    void fit();
    // Blocks until every pane has drawn what the state says; for pictures.
    void finishRendering();

signals:
    void crashRequested(loom::NodeId node, loom::Time time);
    void message(const QString& sentence);

private:
    void buildPanes();
    void dropPanes();
    void refreshPanes();

    Studio* studio_;
    Comparison* comparison_;
    QCheckBox* link_;
    QPushButton* add_;
    QLabel* empty_;  // in place of all below while nothing can be compared
    QSplitter* split_;
    QVBoxLayout* rows_;
    std::vector<ComparePane*> panes_;
    QWidget* stripRow_ = nullptr;
    DifferenceStrip* strip_ = nullptr;
    QTabWidget* below_;
    PartingPanel* parting_;
    RatioPanel* ratios_;
};

}  // namespace loom
