// One of the runs compared: who it is, how long it takes, how far from the best, and its timeline.
#pragma once

#include <QFrame>

#include "app/session/comparison.h"

class QComboBox;
class QLabel;
class QProgressBar;
class QToolButton;

namespace loom {

class GanttView;

// GUI thread. `place` is its place among the sides of the comparison, from 0; the side must outlive it.
class ComparePane : public QFrame {
    Q_OBJECT

public:
    ComparePane(Comparison* comparison, std::size_t place, QWidget* parent = nullptr);

    void refresh();
    [[nodiscard]] GanttView* gantt() { return gantt_; }

signals:
    void removeRequested(int place);
    void crashRequested(loom::NodeId node, loom::Time time);
    void wrong(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showState();
    void fillChoices();
    void chosen();

    Comparison* comparison_;
    std::size_t place_;
    CompareSide* side_;
    QComboBox* choice_;
    QLabel *makespan_, *ratio_, *state_;
    QProgressBar* busy_;
    QToolButton* remove_;
    GanttView* gantt_;
};

}  // namespace loom
