// The three answers in one table, and the laws with what each leaves out.
#pragma once

#include <QWidget>

class QLabel;
class QTableView;

namespace loom {

class AnswersModel;
class LawsModel;
class Studio;

class AnswersPanel : public QWidget {
    Q_OBJECT

public:
    explicit AnswersPanel(Studio* studio, QWidget* parent = nullptr);

private:
    void refresh();

    Studio* studio_;
    AnswersModel* model_;
    LawsModel* laws_;
    QTableView* table_;
    QTableView* lawsTable_;
    QLabel* note_;
};

}  // namespace loom
