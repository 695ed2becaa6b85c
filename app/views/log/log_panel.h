// The event log: a table over the trace with a filter; it follows the cursor and a click moves it.
#pragma once

#include <QTimer>
#include <QWidget>

#include "app/catch_up.h"
#include "app/models/event_log_model.h"

class QLabel;
class QLineEdit;
class QTableView;

namespace loom {

class ViewState;

class LogPanel : public QWidget {
    Q_OBJECT

public:
    explicit LogPanel(ViewState* state, QWidget* parent = nullptr);

private:
    void followCursor();
    void showCount();
    void rowChosen(const QModelIndex& index);
    void applyFilter();
    bool filterOn(std::size_t records);

    ViewState* state_;
    EventLogModel* model_;
    QLineEdit* filter_;
    QLabel* count_;
    QTableView* table_;
    QTimer follow_;  // the table moves at most 20 times a second
    CatchUp filtering_;
    bool choosing_ = false;
};

}  // namespace loom
