// The inspector's part about the network: the selected link's load over time, the selected transfer's rate and what
// limits it, and the flows under way at the cursor on what is selected.
#pragma once

#include <QWidget>

#include "app/session/network_watch.h"

class QLabel;
class QTableView;

namespace loom {

class CourseChart;
class FlowTableModel;
class Studio;

class NetworkSection : public QWidget {
    Q_OBJECT

public:
    explicit NetworkSection(Studio* studio, QWidget* parent = nullptr);

    // Title and facts of the selected link or transfer, as rich text.
    struct Words {
        QString title, facts;
    };
    [[nodiscard]] Words words() const;
    // Shows what belongs to the selection; hides itself when nothing does.
    void refresh();

signals:
    // Something `words` speaks of is known now.
    void wordsChanged();

private:
    [[nodiscard]] NetworkMomentPtr moment() const;  // of the run on show; may be null
    [[nodiscard]] Words linkWords() const;
    [[nodiscard]] Words transferWords() const;
    void showCourse();
    void showFlows();

    Studio* studio_;
    QLabel* chartTitle_;
    CourseChart* chart_;
    QLabel* flowsTitle_;
    QTableView* table_;
    FlowTableModel* model_;
};

}  // namespace loom
