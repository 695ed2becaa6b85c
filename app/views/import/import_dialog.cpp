#include "app/views/import/import_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QGroupBox>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "app/session/import_text.h"
#include "app/session/studio.h"
#include "app/session/text.h"
#include "app/views/import/assumptions_form.h"

namespace loom {

namespace {

const FileReference* referenceIn(const Document& document) {
    return document.empty() ? nullptr : std::get_if<FileReference>(&document.model().file->workload);
}

}  // namespace

ImportDialog::ImportDialog(Studio* studio, QWidget* parent)
    : QDialog(parent),
      studio_(studio),
      file_(new QLabel),
      counts_(new QLabel),
      state_(new QLabel),
      report_(new QTextBrowser),
      form_(new AssumptionsForm) {
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import report"));
    resize(640, 620);
    for (QLabel* label : {file_, counts_, state_}) label->setWordWrap(true);
    for (QLabel* label : {file_, counts_}) label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    counts_->setObjectName(QStringLiteral("importCounts"));
    state_->setObjectName(QStringLiteral("importState"));
    report_->setObjectName(QStringLiteral("importReport"));
    report_->setAccessibleName(tr("What was read, assumed and dropped"));
    report_->setOpenLinks(false);
    report_->document()->setIndentWidth(fontMetrics().averageCharWidth() * 2);
    auto* group = new QGroupBox(tr("In place of what the file leaves out"));
    auto* inside = new QVBoxLayout(group);
    inside->addWidget(form_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    copy_ = buttons->addButton(tr("Co&py the report"), QDialogButtonBox::ActionRole);
    cancel_ = buttons->addButton(tr("Stop reading"), QDialogButtonBox::ActionRole);
    apply_ = buttons->addButton(tr("Read again with &these"), QDialogButtonBox::ApplyRole);
    copy_->setObjectName(QStringLiteral("importCopy"));
    cancel_->setObjectName(QStringLiteral("importCancel"));
    apply_->setObjectName(QStringLiteral("importApply"));
    // Return in a field reads again, wherever the focus was before.
    for (QAbstractButton* button : buttons->buttons()) qobject_cast<QPushButton*>(button)->setAutoDefault(false);
    apply_->setDefault(true);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(file_);
    layout->addWidget(counts_);
    layout->addWidget(report_, 1);
    layout->addWidget(group);
    layout->addWidget(state_);
    layout->addWidget(buttons);
    connect(form_, &AssumptionsForm::changed, this, &ImportDialog::changed);
    connect(apply_, &QPushButton::clicked, this, &ImportDialog::apply);
    connect(cancel_, &QPushButton::clicked, this, [this] { studio_->engine().stopLoading(); });
    connect(copy_, &QPushButton::clicked, this, [this] {
        if (const ScenarioPtr scenario = studio_->scenario())
            QApplication::clipboard()->setText(importReportText(studio_->workloadPath(), *scenario));
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&studio_->document(), &Document::modelChanged, this, &ImportDialog::showDocument);
    connect(studio_, &Studio::answersChanged, this, &ImportDialog::showReport);
    connect(&studio_->engine(), &Engine::busyChanged, this, &ImportDialog::changed);
    showDocument();
}

void ImportDialog::showDocument() {
    const FileReference* reference = referenceIn(studio_->document());
    const QFileInfo file(studio_->workloadPath());
    file_->setText(reference == nullptr ? tr("The workload of this scenario does not stand in a file of its own: nothing was imported.")
                                        : QStringLiteral("<b>%1</b><br>%2").arg(file.fileName().toHtmlEscaped(),
                                                                                file.absolutePath().toHtmlEscaped()));
    form_->setEnabled(reference != nullptr);
    // Edits of other things leave what is being typed alone.
    const Assumptions now = reference == nullptr ? Assumptions{} : reference->assume;
    if (now != shown_) form_->setAssumptions(now);
    shown_ = now;
    showReport();
}

void ImportDialog::showReport() {
    const ScenarioPtr scenario = referenceIn(studio_->document()) == nullptr ? nullptr : studio_->scenario();
    counts_->setText(scenario ? importCounts(*scenario) : QString());
    const QString text = scenario ? importReportHtml(*scenario) : QString();
    if (text != text_) report_->setHtml(text);  // the same report stays scrolled as it is
    text_ = text;
    changed();
}

void ImportDialog::changed() {
    const bool imported = referenceIn(studio_->document()) != nullptr;
    const bool reading = studio_->engine().loading();
    const QString wrong = form_->wrong();
    QString state = wrong.isEmpty() ? QString() : QStringLiteral("⚠ ") + wrong;
    if (reading) state = tr("Reading the file …");
    state_->setText(state);
    state_->setVisible(!state.isEmpty());
    cancel_->setVisible(reading);
    copy_->setEnabled(imported && studio_->scenario() != nullptr);
    apply_->setEnabled(imported && wrong.isEmpty() && !reading && form_->assumptions() != shown_);
}

void ImportDialog::apply() { studio_->assume(form_->assumptions()); }

}  // namespace loom
