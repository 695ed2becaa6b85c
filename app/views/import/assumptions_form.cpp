#include "app/views/import/assumptions_form.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>

#include "app/session/text.h"
#include "core/base/units.h"

namespace loom {

namespace {
const QString kStated = QStringLiteral("seconds");  // of the runtime's rules, the one with a field
}  // namespace

AssumptionsForm::AssumptionsForm(QWidget* parent) : QWidget(parent), rule_(new QComboBox) {
    auto* rows = new QFormLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rule_->setObjectName(QStringLiteral("assumeRule"));
    rule_->setAccessibleName(tr("How long a task without a runtime takes"));
    rule_->addItem(tr("a stated time"), kStated);
    rule_->addItem(tr("the mean of the known ones"), QStringLiteral("mean"));
    rule_->addItem(tr("the median of the known ones"), QStringLiteral("median"));
    rule_->setToolTip(tr("Of the known runtimes of the same kind of task; of all where none of that kind is known."));
    runtime_ = addField("assumeRuntime", tr("Missing runtimes"), tr("0 s"), tr("A time, such as 10 s or 2 min"));
    auto* line = new QHBoxLayout;
    line->addWidget(rule_);
    line->addWidget(runtime_, 1);
    rows->addRow(tr("Missing &runtimes:"), line);
    qobject_cast<QLabel*>(rows->labelForField(line))->setBuddy(rule_);
    size_ = addField("assumeSize", tr("Missing sizes"), tr("0 B"), tr("An amount of data, such as 1 MB"));
    rows->addRow(tr("Missing si&zes:"), size_);
    cores_ = addField("assumeCores", tr("Missing core counts"), tr("1 core"), tr("A whole number of cores"));
    rows->addRow(tr("Missing core &counts:"), cores_);
    sizeFactor_ = addField("assumeSizeFactor", tr("Factor of stated sizes"), tr("1"),
                           tr("Every size the file states times this: 1000 for sizes in kB"));
    rows->addRow(tr("Stated sizes &times:"), sizeFactor_);
    connect(rule_, &QComboBox::currentIndexChanged, this, &AssumptionsForm::edited);
    edited();
}

QLineEdit* AssumptionsForm::addField(const char* name, const QString& label, const QString& placeholder, const QString& help) {
    auto* field = new QLineEdit;
    field->setObjectName(QLatin1String(name));
    field->setAccessibleName(label);
    field->setPlaceholderText(placeholder);
    field->setToolTip(help);
    connect(field, &QLineEdit::textChanged, this, &AssumptionsForm::edited);
    return field;
}

void AssumptionsForm::setAssumptions(const Assumptions& assumptions) {
    const QSignalBlocker quiet(this);
    const bool ruled = assumptions.runtime && assumptions.runtime->of != Assumptions::RuntimeRule::Of::seconds;
    rule_->setCurrentIndex(ruled ? rule_->findData(toQString(wordOf(*assumptions.runtime))) : 0);
    const auto number = [](double value, const char* unit) { return toQString(exactNumber(value) + unit); };
    runtime_->setText(assumptions.runtime && !ruled ? number(assumptions.runtime->seconds, " s") : QString());
    size_->setText(assumptions.size ? number(*assumptions.size, " B") : QString());
    cores_->setText(assumptions.cores ? QString::number(*assumptions.cores) : QString());
    sizeFactor_->setText(assumptions.sizeFactor == 1 ? QString() : number(assumptions.sizeFactor, ""));
}

Status AssumptionsForm::read(Assumptions& assumptions) const {
    const bool stated = rule_->currentData() == kStated;
    const std::pair<const char*, QString> words[] = {{"runtime", stated ? runtime_->text() : rule_->currentData().toString()},
                                                     {"size", size_->text()},
                                                     {"cores", cores_->text()},
                                                     {"sizeFactor", sizeFactor_->text()}};
    Status first = Done{};
    for (const auto& [key, word] : words) {
        if (word.trimmed().isEmpty()) continue;
        const Status one = readAssumption(key + ("=" + word.trimmed().toStdString()), assumptions);
        if (first && !one) first = one;
    }
    return first;
}

Assumptions AssumptionsForm::assumptions() const {
    Assumptions assumptions;
    (void)read(assumptions);
    return assumptions;
}

QString AssumptionsForm::wrong() const {
    Assumptions assumptions;
    const Status status = read(assumptions);
    return status ? QString() : toQString(status.error().text());
}

void AssumptionsForm::edited() {
    runtime_->setEnabled(rule_->currentData() == kStated);
    emit changed();
}

}  // namespace loom
