// What the importer did with the document's workload: read, assumed, dropped; and the assumptions, to be changed.
#pragma once

#include <QDialog>

#include "core/io/assumptions.h"
#include "core/io/import_report.h"

class QLabel;
class QPushButton;
class QTextBrowser;

namespace loom {

class AssumptionsForm;
class Studio;

// Something stands in place of what the file leaves out, or is left out itself.
[[nodiscard]] inline bool wantsReading(const ImportReport& report) { return !report.assumed.empty() || !report.dropped.empty(); }

// GUI thread. Follows the document. Applying reads the file again in the background; it is one undoable edit, or none when that
// fails or is cancelled.
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ImportDialog(Studio* studio, QWidget* parent = nullptr);

private:
    void showDocument();
    void showReport();
    void changed();
    void apply();

    Studio* studio_;
    QLabel *file_, *counts_, *state_;
    QTextBrowser* report_;
    AssumptionsForm* form_;
    QPushButton *copy_, *cancel_, *apply_;
    Assumptions shown_;  // of the document, in the form
    QString text_;       // of the report
};

}  // namespace loom
