#include "app/views/form/spec_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/session/text.h"
#include "app/theme.h"

namespace loom {

namespace {

// "1 … 4096", "≥ 1 bps", "> 0" where the least is only what keeps a number from being zero; empty where the type says it all.
QString rangeText(const ParamDef& param) {
    const bool quantity = param.type == ParamType::quantity;
    if (!quantity && param.type != ParamType::integer && param.type != ParamType::number) return {};
    const auto text = [&](double value) {
        return toQString(quantity ? formatQuantity(value, param.dimension) : formatNumber(value));
    };
    constexpr double kAsGoodAsZero = 1e-6, kNoLimit = 1e15;
    const bool positive = param.low > 0 && param.low <= kAsGoodAsZero;
    if (positive) return param.high >= kNoLimit ? QStringLiteral("> 0") : QStringLiteral("> 0, ≤ ") + text(param.high);
    if (param.high >= kNoLimit) return param.low > 0 ? QStringLiteral("≥ ") + text(param.low) : QString();
    return QStringLiteral("%1 … %2").arg(text(param.low), text(param.high));
}

QString colored(const QString& text, const QColor& color) {
    return QStringLiteral("<span style='color:%1'>%2</span>").arg(color.name(), text.toHtmlEscaped());
}

}  // namespace

SpecEditor::SpecEditor(const std::vector<RegistryEntry>& registry, const QString& noun, QWidget* parent)
    : QWidget(parent), registry_(registry), names_(new QComboBox(this)), description_(new QLabel(this)) {
    names_->setAccessibleName(noun);
    for (const RegistryEntry& entry : registry_) {
        names_->addItem(toQString(entry.name));
        names_->setItemData(names_->count() - 1, registryText(entry.description), Qt::ToolTipRole);
    }
    description_->setWordWrap(true);
    auto* label = new QLabel(noun, this);
    label->setBuddy(names_);
    auto* top = new QHBoxLayout;
    top->addWidget(label);
    top->addWidget(names_, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(top);
    layout->addWidget(description_);
    connect(names_, &QComboBox::activated, this, [this] {
        build(entryCalled(names_->currentText()), spec());
        emit changed();
    });
    build(registry_.front(), {});
}

// By name, because the list may have headings in it and another order.
const RegistryEntry& SpecEditor::entryCalled(const QString& name) const {
    const Result<const RegistryEntry*> entry = findEntry(registry_, name.toStdString(), "entry");
    return entry ? **entry : registry_.front();
}

void SpecEditor::setSpec(const Spec& spec) {
    const RegistryEntry& entry = entryCalled(toQString(spec.name));
    names_->setCurrentIndex(names_->findText(toQString(entry.name)));
    build(entry, spec);
}

// Values of parameters that the new entry has too are kept.
void SpecEditor::build(const RegistryEntry& entry, const Spec& values) {
    entry_ = &entry;
    QString about = registryText(entry.description);
    if (!entry.reference.empty()) about += QStringLiteral(" (%1)").arg(toQString(entry.reference));
    description_->setText(about);
    delete body_;
    fields_.clear();
    body_ = new QWidget(this);
    rows_ = new QFormLayout(body_);
    rows_->setContentsMargins(0, 4, 0, 0);
    rows_->setVerticalSpacing(3);
    layout()->addWidget(body_);
    for (const ParamDef& param : entry.params) {
        const std::string* given = values.find(param.name);
        addField(param, given != nullptr ? *given : param.defaultValue);
    }
    for (const Field& field : fields_) check(field);
}

QWidget* SpecEditor::makeEditor(const ParamDef& param) {
    if (param.type == ParamType::boolean) {
        auto* box = new QCheckBox(body_);
        connect(box, &QCheckBox::toggled, this, &SpecEditor::edited);
        return box;
    }
    if (param.type == ParamType::choice) {
        auto* combo = new QComboBox(body_);
        for (const std::string& choice : param.choices) combo->addItem(toQString(choice));
        connect(combo, &QComboBox::currentIndexChanged, this, &SpecEditor::edited);
        return combo;
    }
    auto* line = new QLineEdit(body_);
    line->setPlaceholderText(param.defaultValue.empty() ? tr("not set") : toQString(param.defaultValue));
    connect(line, &QLineEdit::textChanged, this, &SpecEditor::edited);
    return line;
}

void SpecEditor::addField(const ParamDef& param, const std::string& value) {
    Field field;
    field.param = &param;
    field.editor = makeEditor(param);
    field.editor->setObjectName(QStringLiteral("param_") + toQString(param.name));
    field.editor->setAccessibleName(toQString(param.name));
    field.editor->setAccessibleDescription(registryText(param.help));
    field.help = new QLabel(body_);
    field.help->setObjectName(QStringLiteral("help_") + toQString(param.name));
    field.help->setWordWrap(true);
    field.reset = new QToolButton(body_);
    field.reset->setText(QStringLiteral("↺"));
    field.reset->setAutoRaise(true);
    field.reset->setObjectName(QStringLiteral("reset_") + toQString(param.name));
    field.reset->setToolTip(tr("Back to %1").arg(param.defaultValue.empty() ? tr("not set") : toQString(param.defaultValue)));
    field.reset->setAccessibleName(field.reset->toolTip());
    auto* line = new QHBoxLayout;
    line->addWidget(field.editor, 1);
    line->addWidget(field.reset);
    auto* cell = new QVBoxLayout;
    cell->setSpacing(0);
    cell->addLayout(line);
    cell->addWidget(field.help);
    auto* label = new QLabel(toQString(param.name), body_);
    label->setBuddy(field.editor);
    rows_->addRow(label, cell);
    const QSignalBlocker quiet(field.editor);
    setValue(field, value);
    fields_.push_back(field);
    connect(field.reset, &QToolButton::clicked, this, [field] { setValue(field, field.param->defaultValue); });
}

std::string SpecEditor::valueOf(const Field& field) {
    if (const auto* box = qobject_cast<const QCheckBox*>(field.editor)) return box->isChecked() ? "true" : "false";
    if (const auto* combo = qobject_cast<const QComboBox*>(field.editor)) return combo->currentText().toStdString();
    return static_cast<const QLineEdit*>(field.editor)->text().trimmed().toStdString();
}

void SpecEditor::setValue(const Field& field, const std::string& value) {
    if (auto* box = qobject_cast<QCheckBox*>(field.editor)) return box->setChecked(value == "true");
    if (auto* combo = qobject_cast<QComboBox*>(field.editor)) return combo->setCurrentIndex(std::max(0, combo->findText(toQString(value))));
    static_cast<QLineEdit*>(field.editor)->setText(toQString(value));
}

QString SpecEditor::wrongIn(const Field& field) const {
    const std::string value = valueOf(field);
    if (value.empty() || value == field.param->defaultValue) return {};
    // Text with a bracket or a comma may not be one argument any more: what is typed must survive the text form.
    const Spec one{entry_->name, {{field.param->name, value}}};
    const Result<Spec> again = parseSpec(one.text());
    if (!again || *again != one) return tr("%1 cannot stand in a list of parameters").arg(toQString(value));
    const RegistryEntry alone{entry_->name, {}, {}, {*field.param}};
    const Result<Params> checked = checkParams(one, alone);
    return checked ? QString() : toQString(checked.error().text());
}

void SpecEditor::check(const Field& field) {
    const ThemeColors& colors = Theme::instance().colors();
    const QString wrong = wrongIn(field);
    const QString range = rangeText(*field.param);
    const QString help = registryText(field.param->help) + (range.isEmpty() ? QString() : QStringLiteral(" · ") + range);
    field.help->setText(wrong.isEmpty() ? colored(help, colors.mutedText) : QStringLiteral("⚠ ") + colored(wrong, colors.warning));
    field.reset->setEnabled(valueOf(field) != field.param->defaultValue);
}

void SpecEditor::edited() {
    for (const Field& field : fields_) {
        if (field.editor == sender()) check(field);
    }
    emit changed();
}

Spec SpecEditor::spec() const {
    Spec spec{entry_->name, {}};
    for (const Field& field : fields_) {
        const std::string value = valueOf(field);
        if (!value.empty() && value != field.param->defaultValue) spec.set(field.param->name, value);
    }
    return spec;
}

QString SpecEditor::wrong() const {
    for (const Field& field : fields_) {
        if (const QString wrong = wrongIn(field); !wrong.isEmpty()) return wrong;
    }
    const Result<Params> checked = checkParams(spec(), *entry_);
    return checked ? QString() : toQString(checked.error().text());
}

}  // namespace loom
