// The scheduler's script: an editor that saves and runs it, and says where it is wrong.
#pragma once

#include <QWidget>

#include "app/session/studio.h"

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace loom {

class CodeEdit;

// GUI thread. The text lives in the studio's script, so nothing is lost when the panel is made anew.
class ScriptPanel : public QWidget {
    Q_OBJECT

public:
    explicit ScriptPanel(Studio* studio, QWidget* parent = nullptr);

    // Asks what to do with unsaved changes; false: stay.
    bool mayDiscard();
    // Asks before changes are lost; what cannot be read is said and leaves all as it was.
    void openFile(const QString& path);
    // A new script, not saved anywhere, with the text of one of ScriptFile::templates().
    void startFrom(const QString& name);

private:
    void fillTemplates(QMenu* menu);
    void open();
    void read(const QString& path);
    void saveAndRun();
    void saveAs();
    [[nodiscard]] QString askForPath();  // empty when it is thought better of
    bool save(const QString& path);
    void saveAndRunAt(const QString& path);
    void refresh();

    Studio* studio_;
    ScriptFile* script_;
    CodeEdit* edit_;
    QLabel *name_, *words_;
    QToolButton* new_;
    QPushButton *open_, *save_, *saveAs_, *toMistake_;
};

}  // namespace loom
