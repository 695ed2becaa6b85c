#include "app/views/export/export_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "app/language.h"
#include "app/session/studio.h"
#include "app/session/text.h"
#include "app/theme.h"
#include "app/views/export/export_widget.h"
#include "core/io/run_tables.h"

namespace loom {

namespace {

constexpr int kWatchPause = 50;  // ms
constexpr int kItemRole = Qt::UserRole;

// Formats that share an extension stand apart by name.
bool sharesExtension(const Exporter& exporter) {
    int users = 0;
    for (const Exporter& other : exporters())
        users += std::find(other.extensions.begin(), other.extensions.end(), exporter.extensions.front()) != other.extensions.end() ? 1 : 0;
    return users > 1;
}

}  // namespace

ExportDialog::ExportDialog(Studio* studio, QList<ExportView> views, const QString& first, ExportChoices* choices, QWidget* window)
    : QDialog(window),
      studio_(studio),
      window_(window),
      views_(std::move(views)),
      choices_(choices),
      tree_(new QTreeWidget),
      format_(new QComboBox),
      language_(new QComboBox),
      table_(new QComboBox),
      scale_(new QDoubleSpinBox),
      paper_(new QCheckBox(tr("Light colours, for &paper"))),
      losses_(new QLabel),
      state_(new QLabel),
      file_(new QLineEdit),
      browse_(new QPushButton(tr("Choo&se…"))),
      progress_(new QProgressBar) {
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export"));
    setModal(true);
    resize(860, 560);
    tree_->setObjectName(QStringLiteral("exportTree"));
    tree_->setAccessibleName(tr("What to export"));
    tree_->setHeaderHidden(true);
    tree_->setRootIsDecorated(false);
    tree_->setUniformRowHeights(true);
    auto* across = new QHBoxLayout;
    across->addWidget(tree_, 5);
    across->addWidget(makeDetails(), 6);
    auto* buttons = new QDialogButtonBox;
    export_ = buttons->addButton(tr("&Export"), QDialogButtonBox::ActionRole);
    copy_ = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    stop_ = buttons->addButton(tr("S&top"), QDialogButtonBox::ActionRole);
    close_ = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    export_->setObjectName(QStringLiteral("exportWrite"));
    copy_->setObjectName(QStringLiteral("exportCopy"));
    stop_->setObjectName(QStringLiteral("exportStop"));
    close_->setObjectName(QStringLiteral("exportClose"));
    copy_->setToolTip(tr("Copies the picture or the table to the clipboard"));
    for (QPushButton* button : {copy_, stop_, close_, browse_}) button->setAutoDefault(false);
    export_->setDefault(true);
    state_->setObjectName(QStringLiteral("exportState"));
    state_->setWordWrap(true);
    state_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    progress_->setObjectName(QStringLiteral("exportProgress"));
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(across, 1);
    layout->addWidget(state_);
    layout->addWidget(progress_);
    layout->addWidget(buttons);
    connect(tree_, &QTreeWidget::currentItemChanged, this, &ExportDialog::itemChosen);
    connect(export_, &QPushButton::clicked, this, &ExportDialog::write);
    connect(copy_, &QPushButton::clicked, this, &ExportDialog::copy);
    connect(stop_, &QPushButton::clicked, this, [this] {
        exports_.stop();
        say(tr("Stopping …"));
    });
    connect(close_, &QPushButton::clicked, this, &QDialog::reject);
    connect(&exports_, &Exports::written, this, &ExportDialog::done);
    connect(&exports_, &Exports::failed, this, [this](const QString& path, const Error& error) {
        say(toQString(error.in(path.toStdString()).text()), true);
        showState();
    });
    connect(&exports_, &Exports::stopped, this, [this] {
        copied_.reset();
        say(tr("Stopped: nothing was written."));
        showState();
    });
    connect(&exports_, &Exports::lossesKnown, this, &ExportDialog::showLosses);
    connect(&studio_->runs(), &RunList::changed, this, &ExportDialog::follow);
    connect(studio_, &Studio::answersChanged, this, &ExportDialog::follow);
    watch_.setInterval(kWatchPause);
    connect(&watch_, &QTimer::timeout, this, &ExportDialog::showState);
    fillTree(first);
    tree_->setFocus();
}

QWidget* ExportDialog::makeDetails() {
    const auto named = [](QWidget* widget, const char* name, const QString& accessible) {
        widget->setObjectName(QLatin1String(name));
        widget->setAccessibleName(accessible);
    };
    named(format_, "exportFormat", tr("Format"));
    named(scale_, "exportScale", tr("Scale"));
    named(paper_, "exportPaper", tr("Light colours, for paper"));
    named(language_, "exportLanguage", tr("Language"));
    named(table_, "exportTable", tr("Table"));
    named(losses_, "exportLosses", tr("Leaves out"));
    named(file_, "exportFile", tr("File"));
    browse_->setObjectName(QStringLiteral("exportBrowse"));
    scale_->setRange(1, kMostPictureScale);
    scale_->setDecimals(1);
    scale_->setSingleStep(0.5);
    scale_->setValue(choices_->scale);
    scale_->setToolTip(tr("Pixels of the picture for each of the screen's"));
    paper_->setChecked(choices_->paper);
    language_->addItem(QStringLiteral("English"), static_cast<int>(ReportLanguage::english));
    language_->addItem(languageName(QStringLiteral("zh_CN")), static_cast<int>(ReportLanguage::chinese));
    language_->setCurrentIndex(QLocale().language() == QLocale::Chinese ? 1 : 0);
    for (const RunTableDef& table : runTableDefs()) table_->addItem(QLatin1String(table.name));
    losses_->setWordWrap(true);
    losses_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    losses_->setTextFormat(Qt::RichText);
    losses_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    losses_->setMinimumHeight(fontMetrics().height() * 9);
    auto* details = new QWidget;
    form_ = new QFormLayout(details);
    form_->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form_->addRow(tr("&Format:"), format_);
    form_->addRow(tr("Sca&le:"), scale_);
    form_->addRow(QString(), paper_);
    form_->addRow(tr("Lan&guage:"), language_);
    form_->addRow(tr("Ta&ble:"), table_);
    form_->addRow(tr("Leaves out:"), losses_);
    auto* line = new QHBoxLayout;
    line->addWidget(file_, 1);
    line->addWidget(browse_);
    form_->addRow(tr("F&ile:"), line);
    if (auto* label = qobject_cast<QLabel*>(form_->labelForField(line))) label->setBuddy(file_);
    connect(format_, &QComboBox::currentIndexChanged, this, &ExportDialog::formatChosen);
    connect(table_, &QComboBox::currentIndexChanged, this, &ExportDialog::suggest);
    connect(browse_, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(file_, &QLineEdit::textChanged, this, &ExportDialog::showState);
    return details;
}

void ExportDialog::fillTree(const QString& chosen) {
    items_ = exportItems(*studio_, window_, views_);
    QString wanted = choices_->item;
    for (const ExportItem& each : items_)
        if (each.key == chosen) wanted = chosen;
    if (wanted.isEmpty()) wanted = items_.first().key;
    const QSignalBlocker quiet(tree_);
    tree_->clear();
    QTreeWidgetItem* heading = nullptr;
    for (qsizetype i = 0; i < items_.size(); ++i) {
        if (i == 0 || items_[i].group != items_[i - 1].group) {
            heading = new QTreeWidgetItem(tree_, {exportGroupName(items_[i].group)});
            heading->setFlags(Qt::ItemIsEnabled);
            QFont bold = tree_->font();
            bold.setBold(true);
            heading->setFont(0, bold);
        }
        auto* line = new QTreeWidgetItem(heading, {items_[i].title});
        line->setData(0, kItemRole, static_cast<int>(i));
        line->setToolTip(0, items_[i].missing.isEmpty() ? items_[i].title : items_[i].missing);
        if (!items_[i].missing.isEmpty()) line->setForeground(0, Theme::instance().colors().mutedText);
        if (items_[i].key == wanted) tree_->setCurrentItem(line);
    }
    tree_->expandAll();
    if (tree_->currentItem() != nullptr) tree_->scrollToItem(tree_->currentItem());
    itemChosen();
}

// Runs come and go while the dialog is open; what is chosen and typed stays.
void ExportDialog::follow() {
    const QString typed = file_->text() == suggested_ ? QString() : file_->text();
    fillTree(item() == nullptr ? QString() : item()->key);
    if (!typed.isEmpty()) file_->setText(typed);
}

const ExportItem* ExportDialog::item() const {
    const QTreeWidgetItem* line = tree_->currentItem();
    const QVariant index = line == nullptr ? QVariant() : line->data(0, kItemRole);
    return index.isValid() ? &items_[index.toInt()] : nullptr;
}

void ExportDialog::itemChosen() {
    const ExportItem* chosen = item();
    {
        const QSignalBlocker quiet(format_);
        format_->clear();
        if (chosen != nullptr && chosen->group == ExportGroup::pictures) {
            format_->addItem(tr("SVG, shapes and text"), QStringLiteral("svg"));
            format_->addItem(tr("PDF, shapes and text"), QStringLiteral("pdf"));
            format_->addItem(tr("PNG, pixels"), QStringLiteral("png"));
            format_->setCurrentIndex(std::max(0, format_->findData(choices_->picture)));
        } else if (chosen != nullptr && chosen->group == ExportGroup::tables) {
            format_->addItem(QStringLiteral("CSV"), QStringLiteral("csv"));
            format_->addItem(QStringLiteral("JSON"), QStringLiteral("json"));
            format_->setCurrentIndex(std::max(0, format_->findData(choices_->table)));
        }
    }
    const auto show = [this](QWidget* field, bool shown) {
        field->setVisible(shown);
        if (QWidget* label = form_->labelForField(field)) label->setVisible(shown);
    };
    const Exporter* exporter = chosen == nullptr ? nullptr : chosen->exporter;
    show(format_, format_->count() > 0);
    show(paper_, chosen != nullptr && chosen->group == ExportGroup::pictures);
    show(language_, exporter != nullptr && exporter->name == "html");
    show(table_, exporter != nullptr && exporter->name == "csv");
    show(losses_, exporter != nullptr);
    state_->clear();
    showLosses({});
    if (exporter != nullptr && chosen->missing.isEmpty()) exports_.askLosses(*exporter, exportSourceFor(*studio_, exporter->subject));
    formatChosen();
}

void ExportDialog::formatChosen() {
    const bool scaled = format_->currentData() == QStringLiteral("png");
    scale_->setVisible(scaled);
    form_->labelForField(scale_)->setVisible(scaled);
    suggest();
    showState();
}

void ExportDialog::showLosses(const QStringList& sentences) {
    const ExportItem* chosen = item();
    if (chosen == nullptr || chosen->exporter == nullptr) return losses_->clear();
    const Exporter& exporter = *chosen->exporter;
    QString text = exporter.loses.empty() ? tr("nothing") : registryText(exporter.loses).toHtmlEscaped();
    if (!sentences.isEmpty()) {
        text += QStringLiteral("<p>%1</p><ul style='margin-left: 12px; -qt-list-indent: 0'>").arg(tr("Here, that is:"));
        for (const QString& sentence : sentences) text += QStringLiteral("<li>%1</li>").arg(sentence.toHtmlEscaped());
        text += QStringLiteral("</ul>");
    }
    losses_->setText(text);
}

QString ExportDialog::extension() const {
    const ExportItem* chosen = item();
    if (chosen == nullptr) return {};
    if (chosen->exporter == nullptr) return format_->currentData().toString();
    return chosen->exporter->extensions.empty() ? QString() : toQString(chosen->exporter->extensions.front());
}

void ExportDialog::suggest() {
    const ExportItem* chosen = item();
    if (chosen == nullptr) return;
    QString name = suggestedName(studio_->document().empty() ? QString() : studio_->document().title());
    if (chosen->exporter == nullptr) {
        name += QLatin1Char('-') + suggestedName(chosen->title).replace(QLatin1Char(' '), QLatin1Char('-')).toLower();
    } else if (chosen->exporter->name == "csv") {
        name += QLatin1Char('-') + table_->currentText();
    } else if (chosen->exporter->folder || sharesExtension(*chosen->exporter)) {
        name += QLatin1Char('-') + toQString(chosen->exporter->name);
    }
    if (!extension().isEmpty()) name += QLatin1Char('.') + extension();
    const QString folder = choices_->folder.isEmpty() ? QDir::homePath() : choices_->folder;
    suggested_ = QDir::toNativeSeparators(QDir(folder).filePath(name));
    file_->setText(suggested_);
}

QString ExportDialog::path() const {
    QString path = file_->text().trimmed();
    if (path.isEmpty()) return path;
    if (QFileInfo(path).isRelative()) path = QDir(choices_->folder.isEmpty() ? QDir::homePath() : choices_->folder).filePath(path);
    const QString wanted = extension();
    if (!wanted.isEmpty() && QFileInfo(path).suffix().isEmpty()) path += QLatin1Char('.') + wanted;
    return path;
}

void ExportDialog::chooseFile() {
    const ExportItem* chosen = item();
    if (chosen == nullptr) return;
    const bool folder = chosen->exporter != nullptr && chosen->exporter->folder;
    const QString filter = QStringLiteral("%1 (*.%2)").arg(chosen->title, extension());
    // Whether an old file is replaced is asked once, when it is written.
    const QString found = folder ? QFileDialog::getExistingDirectory(this, tr("Folder of the tables"), QFileInfo(path()).absolutePath())
                                 : QFileDialog::getSaveFileName(this, tr("Export"), path(), filter, nullptr, QFileDialog::DontConfirmOverwrite);
    if (!found.isEmpty()) file_->setText(QDir::toNativeSeparators(found));
}

void ExportDialog::say(const QString& sentence, bool wrong) { state_->setText(wrong ? QStringLiteral("⚠ ") + sentence : sentence); }

void ExportDialog::showState() {
    const ExportItem* chosen = item();
    const bool busy = exports_.busy();
    if (chosen != nullptr && !chosen->missing.isEmpty() && !busy) say(chosen->missing);
    state_->setVisible(!state_->text().isEmpty());
    progress_->setVisible(busy);
    const auto [done, total] = exports_.progress();
    progress_->setMaximum(total == 0 ? 0 : 1000);
    progress_->setValue(total == 0 ? 0 : static_cast<int>(done * 1000 / total));
    stop_->setVisible(busy);
    const bool possible = chosen != nullptr && chosen->missing.isEmpty() && !busy;
    export_->setEnabled(possible && !file_->text().trimmed().isEmpty());
    copy_->setEnabled(possible && chosen->exporter == nullptr);
    for (QWidget* field : {static_cast<QWidget*>(tree_), static_cast<QWidget*>(file_), static_cast<QWidget*>(browse_)}) field->setEnabled(!busy);
    if (busy != watch_.isActive()) busy ? watch_.start() : watch_.stop();
}

// Closing while something is written gives it up first.
void ExportDialog::reject() {
    if (exports_.busy()) {
        exports_.stop();
        return say(tr("Stopping …"));
    }
    QDialog::reject();
}

}  // namespace loom
