#include "app/views/form/scheduler_form.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/session/studio.h"
#include "app/session/text.h"
#include "app/views/form/scheduler_names.h"
#include "app/views/form/scrolled.h"
#include "app/views/form/spec_editor.h"

namespace loom {

SchedulerForm::SchedulerForm(Studio* studio, QWidget* parent)
    : QDialog(parent),
      studio_(studio),
      editor_(new SpecEditor(schedulerRegistry(), tr("Scheduler"))),
      now_(new QLabel),
      wrong_(new QLabel) {
    setObjectName(QStringLiteral("schedulerForm"));
    setWindowTitle(tr("Scheduler and its parameters"));
    resize(560, 560);
    editor_->names()->setObjectName(QStringLiteral("schedulerNames"));
    editor_->names()->clear();
    addSchedulerNames(editor_->names());
    for (QLabel* label : {now_, wrong_}) label->setWordWrap(true);
    now_->setObjectName(QStringLiteral("schedulerNow"));
    now_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    wrong_->setObjectName(QStringLiteral("schedulerWrong"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Apply | QDialogButtonBox::Cancel);
    ok_ = buttons->button(QDialogButtonBox::Ok);
    apply_ = buttons->button(QDialogButtonBox::Apply);
    ok_->setText(tr("Run it"));
    apply_->setText(tr("Apply"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Close"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(scrolled(editor_), 1);
    layout->addWidget(now_);
    layout->addWidget(wrong_);
    layout->addWidget(buttons);
    connect(editor_, &SpecEditor::changed, this, &SchedulerForm::changed);
    connect(&studio_->document(), &Document::modelChanged, this, &SchedulerForm::showDocument);
    connect(apply_, &QPushButton::clicked, this, &SchedulerForm::apply);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        if (apply()) accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showDocument();
}

void SchedulerForm::showDocument() {
    const Spec& now = studio_->document().model().file->scheduler;
    if (!namesScript(now)) editor_->setSpec(now);
    changed();
}

void SchedulerForm::changed() {
    const Spec& now = studio_->document().model().file->scheduler;
    const Spec spec = editor_->spec();
    QString text = tr("As text: %1").arg(toQString(spec.text()));
    if (namesScript(now)) text += QStringLiteral("\n") + tr("Now the scenario runs the script %1.").arg(toQString(now.text()));
    now_->setText(text);
    const QString wrong = editor_->wrong();
    wrong_->setText(wrong.isEmpty() ? QString() : QStringLiteral("⚠ ") + wrong);
    ok_->setEnabled(wrong.isEmpty());
    apply_->setEnabled(wrong.isEmpty() && spec != now);
}

bool SchedulerForm::apply() {
    const Spec spec = editor_->spec();
    if (spec == studio_->document().model().file->scheduler) return true;
    QString error;
    if (studio_->setScheduler(toQString(spec.text()), &error)) return true;
    wrong_->setText(QStringLiteral("⚠ ") + error);
    return false;
}

}  // namespace loom
