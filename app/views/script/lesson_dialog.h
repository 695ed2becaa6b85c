// The lesson "write your own scheduler": four steps, each with the button that takes it, and what a script may call.
#pragma once

#include <QDialog>

class QGridLayout;
class QPushButton;

namespace loom {

// GUI thread. It stands beside the window, which does what its signals ask for.
class LessonDialog : public QDialog {
    Q_OBJECT

public:
    explicit LessonDialog(QWidget* parent = nullptr);

signals:
    void exampleRequested();
    void copyRequested();
    void comparisonRequested();

private:
    QPushButton* addStep(QGridLayout* steps, const QString& words, const QString& button);
    [[nodiscard]] static QString calls();
};

}  // namespace loom
