// What the export dialog does once it is pressed.
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QMessageBox>

#include "app/session/text.h"
#include "app/views/export/export_dialog.h"
#include "app/views/export/export_widget.h"
#include "core/base/file.h"
#include "core/io/run_tables.h"

namespace loom {

namespace {

PictureFormat pictureFormat(const QString& extension) {
    return extension == QLatin1String("svg") ? PictureFormat::svg : extension == QLatin1String("pdf") ? PictureFormat::pdf : PictureFormat::png;
}

bool holdsTables(const QString& folder) {
    for (const RunTableDef& table : runTableDefs())
        if (QFileInfo::exists(QDir(folder).filePath(QLatin1String(table.name) + QLatin1String(".csv")))) return true;
    return false;
}

}  // namespace

bool ExportDialog::mayWrite(const QString& path) {
    const bool folder = item()->exporter != nullptr && item()->exporter->folder;
    if (folder ? !holdsTables(path) : !QFileInfo::exists(path)) return true;
    const QString question = folder ? tr("%1 holds tables already. Replace them?") : tr("%1 is there already. Replace it?");
    return QMessageBox::question(this, tr("Export"), question.arg(path), QMessageBox::Yes | QMessageBox::No, QMessageBox::No) == QMessageBox::Yes;
}

Exports::Write ExportDialog::writer() const {
    using Written = Result<std::vector<std::string>>;
    const ExportItem& chosen = *item();
    if (chosen.view != nullptr) {
        return [paint = painted(chosen.view, {pictureFormat(extension()), scale_->value(), paper_->isChecked()}),
                empty = tr("the picture is empty").toStdString()](const std::string& path, Progress& progress) -> Written {
            const QByteArray bytes = paint();
            if (bytes.isEmpty()) return Error{path, {}, empty};
            if (progress.cancelled()) return failure({});
            if (const Status done = writeFileAtomically(path, bytes.toStdString()); !done) return done.error();
            return std::vector<std::string>{};
        };
    }
    if (chosen.model != nullptr) {
        return [table = snapshotOf(*chosen.model), format = tableFormat()](const std::string& path, Progress& progress) -> Written {
            const Result<std::string> text = tableText(table, format, progress);
            if (!text) return text.error();
            if (const Status done = writeFileAtomically(path, *text); !done) return done.error();
            return std::vector<std::string>{};
        };
    }
    ExportSource source = exportSourceFor(*studio_, chosen.exporter->subject);
    source.table = table_->currentText().toStdString();
    source.report = {static_cast<ReportLanguage>(language_->currentData().toInt()), QCoreApplication::applicationVersion().toStdString(), {}};
    return [exporter = chosen.exporter, source = std::move(source)](const std::string& path, Progress& progress) {
        return exportTo(*exporter, source, path, progress);
    };
}

void ExportDialog::write() {
    if (item() == nullptr || exports_.busy() || !item()->missing.isEmpty()) return;
    const QString target = path();
    if (target.isEmpty() || !mayWrite(target)) return;
    keepChoices();
    say(tr("Writing %1 …").arg(target));
    exports_.write(target, writer());
    showState();
}

void ExportDialog::copy() {
    if (item() == nullptr || exports_.busy()) return;
    if (item()->view != nullptr) {
        QApplication::clipboard()->setImage(imageOf(item()->view, format_->currentData() == QStringLiteral("png") ? scale_->value() : 1, paper_->isChecked()));
        return say(tr("Copied."));
    }
    copied_ = std::make_shared<std::string>();
    exports_.write({}, [table = snapshotOf(*item()->model), format = tableFormat(), copied = copied_](
                           const std::string&, Progress& progress) -> Result<std::vector<std::string>> {
        Result<std::string> text = tableText(table, format, progress);
        if (!text) return text.error();
        *copied = std::move(*text);
        return std::vector<std::string>{};
    });
    showState();
}

void ExportDialog::done(const QString& path) {
    if (const auto text = std::exchange(copied_, nullptr)) {
        QApplication::clipboard()->setText(toQString(*text));
        say(tr("Copied."));
    } else {
        say(tr("Saved %1.").arg(path));
        emit written(path);
    }
    showState();
}

TableFormat ExportDialog::tableFormat() const { return extension() == QLatin1String("json") ? TableFormat::json : TableFormat::csv; }

void ExportDialog::keepChoices() {
    choices_->folder = QFileInfo(path()).absolutePath();
    choices_->item = item()->key;
    if (item()->group == ExportGroup::pictures) choices_->picture = extension();
    if (item()->group == ExportGroup::tables) choices_->table = extension();
    choices_->scale = scale_->value();
    choices_->paper = paper_->isChecked();
}

}  // namespace loom
