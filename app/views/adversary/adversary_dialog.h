// The search for the instance on which one scheduler does worst against another, as it climbs.
#pragma once

#include <QDialog>
#include <QTimer>

#include "app/session/studio.h"
#include "app/view_link.h"

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace loom {

class ClimbChart;
class GanttView;

// GUI thread. Closing it ends a search under way.
class AdversaryDialog : public QDialog {
    Q_OBJECT

public:
    explicit AdversaryDialog(Studio* studio, QWidget* parent = nullptr);
    ~AdversaryDialog() override;

    [[nodiscard]] bool searching() const { return request_ != 0; }
    [[nodiscard]] const AdversaryFindPtr& find() const { return find_; }  // the worst so far; null before the first

private:
    QWidget* makeOrder();
    QWidget* makeTimelines();
    void start();
    void showFind(const AdversaryFindPtr& find);
    void ended(const AdversaryFindPtr& find, const QString& wrong);
    void showProgress();
    void refresh();
    void openInstance();
    void save();

    Studio* studio_;
    QComboBox *loser_, *winner_;
    QSpinBox *evaluations_, *seed_;
    QPushButton *start_, *cancel_, *open_, *save_;
    QProgressBar* progress_;
    QLabel* words_;
    ClimbChart* chart_;
    ViewState views_[2];
    ViewLink link_;
    QLabel* titles_[2];
    GanttView* gantts_[2];
    AdversaryFindPtr find_;
    AdversaryOrder order_;  // of the search under way or shown
    quint64 request_ = 0;
    QTimer tick_;
};

}  // namespace loom
