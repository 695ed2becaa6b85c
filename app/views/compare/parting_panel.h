// Where the first two schedulers part: one task, and what each of them compared when it placed it.
#pragma once

#include <QWidget>

#include "app/session/comparison.h"

class QLabel;
class QTableView;
class QToolButton;

namespace loom {

class DecisionModel;

// GUI thread.
class PartingPanel : public QWidget {
    Q_OBJECT

public:
    explicit PartingPanel(Comparison* comparison, QWidget* parent = nullptr);

    // Adds a sentence that stands until something changes: why a step led nowhere.
    void say(const QString& sentence);

signals:
    void stepRequested(int direction);

private:
    struct Half {
        QLabel* title;
        QTableView* table;
        QLabel* rule;
        DecisionModel* model;
    };
    Half makeHalf(const QString& letter);
    void refresh();
    void showHalf(const Half& half, std::size_t place, NodeId node, const std::optional<Decision>* decision);
    [[nodiscard]] QString words() const;

    Comparison* comparison_;
    QLabel* words_;
    QToolButton *back_, *next_;
    Half halves_[2];
};

}  // namespace loom
