// What is selected, in detail: the task with "Why here?", the node, the link or the transfer, or the run as a whole.
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace loom {

class DecisionModel;
class NetworkSection;
class Studio;

class InspectorPanel : public QWidget {
    Q_OBJECT

public:
    explicit InspectorPanel(Studio* studio, QWidget* parent = nullptr);
    ~InspectorPanel() override;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void askForNetwork();
    void refresh();
    void showTask();
    void showNode();
    void showRun();
    void showDecision();
    void updateWhyVisibility();

    Studio* studio_;
    QLabel* title_;
    QLabel* facts_;
    QLabel* whyTitle_;
    QTableView* table_;
    QLabel* rule_;
    QPushButton* crash_;
    NetworkSection* network_;
    DecisionModel* model_;
    QTimer pause_;  // the facts follow the cursor at most ten times a second
};

}  // namespace loom
