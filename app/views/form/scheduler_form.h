// The document's scheduler as a form: the families to choose from, and a row for every parameter of the one chosen.
#pragma once

#include <QDialog>

class QLabel;
class QPushButton;

namespace loom {

class SpecEditor;
class Studio;

// GUI thread. Applying is one undoable edit of the document; the form follows edits made elsewhere.
class SchedulerForm : public QDialog {
    Q_OBJECT

public:
    explicit SchedulerForm(Studio* studio, QWidget* parent = nullptr);

private:
    void showDocument();
    void changed();
    bool apply();

    Studio* studio_;
    SpecEditor* editor_;
    QLabel *now_, *wrong_;
    QPushButton *ok_ = nullptr, *apply_ = nullptr;
};

}  // namespace loom
