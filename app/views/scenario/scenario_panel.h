// The scenario as a tree: workload, cluster, policy, failures, and the runs of this sitting.
#pragma once

#include <QWidget>

class QTreeWidget;
class QTreeWidgetItem;

namespace loom {

class Studio;

class ScenarioPanel : public QWidget {
    Q_OBJECT

public:
    explicit ScenarioPanel(Studio* studio, QWidget* parent = nullptr);

private:
    void rebuild();
    void fillWorkload(QTreeWidgetItem* top);
    void fillCluster(QTreeWidgetItem* top);
    void fillPolicy(QTreeWidgetItem* top);
    void fillFailures(QTreeWidgetItem* top);
    void fillRuns(QTreeWidgetItem* top);
    void activate(QTreeWidgetItem* item);

    Studio* studio_;
    QTreeWidget* tree_;
};

}  // namespace loom
