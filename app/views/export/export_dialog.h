// Everything that is open, as files for other programs: what to write, as what, what that leaves out, and where to.
#pragma once

#include <QDialog>
#include <QTimer>

#include "app/models/table_text.h"
#include "app/session/exports.h"
#include "app/views/export/export_items.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace loom {

// What was chosen last.
struct ExportChoices {
    QString folder;
    QString item;  // key; empty: none yet
    QString picture = QStringLiteral("svg"), table = QStringLiteral("csv");
    double scale = 2;
    bool paper = false;
};

// GUI thread, modal to its window. Pictures and small tables are taken when they are written; the rest happens elsewhere. `studio`,
// the views and `choices`, which it reads and changes, outlive it.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    // `first` is the key of what is chosen to begin with; one that is not there falls back to the last choice.
    ExportDialog(Studio* studio, QList<ExportView> views, const QString& first, ExportChoices* choices, QWidget* window);

    void reject() override;

signals:
    void written(const QString& path);

private:
    QWidget* makeDetails();
    void fillTree(const QString& chosen);
    void follow();
    [[nodiscard]] const ExportItem* item() const;
    void itemChosen();
    void formatChosen();
    void showLosses(const QStringList& sentences);
    void suggest();
    void chooseFile();
    [[nodiscard]] QString extension() const;
    [[nodiscard]] QString path() const;
    void say(const QString& sentence, bool wrong = false);
    void showState();

    // export_dialog_write.cpp
    [[nodiscard]] bool mayWrite(const QString& path);
    [[nodiscard]] TableFormat tableFormat() const;
    [[nodiscard]] Exports::Write writer() const;
    void write();
    void copy();
    void done(const QString& path);
    void keepChoices();

    Studio* studio_;
    QWidget* window_;
    QList<ExportView> views_;
    ExportChoices* choices_;
    Exports exports_;
    QList<ExportItem> items_;
    QTreeWidget* tree_;
    QFormLayout* form_;
    QComboBox *format_, *language_, *table_;
    QDoubleSpinBox* scale_;
    QCheckBox* paper_;
    QLabel *losses_, *state_;
    QLineEdit* file_;
    QPushButton *browse_, *export_, *copy_, *stop_, *close_;
    QProgressBar* progress_;
    QTimer watch_;
    QString suggested_;  // what the file field was filled with
    std::shared_ptr<std::string> copied_;  // a table on its way to the clipboard; null: none
};

}  // namespace loom
