// The three answers in one table, with the recorded run beside them where there is one, and the laws with what each leaves out.
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
    void fitTable(int rows);
    void sayOf(int row);

    Studio* studio_;
    AnswersModel* model_;
    LawsModel* laws_;
    QTableView* table_;
    QTableView* lawsTable_;
    QLabel* note_;
};

}  // namespace loom
