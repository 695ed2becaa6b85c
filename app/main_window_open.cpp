// Opening: dialogs, dropped files, what was opened before, what went wrong and what an importer did.
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFrame>
#include <QMenu>
#include <QMimeData>
#include <QSettings>

#include "app/file_filters.h"
#include "app/main_window.h"
#include "app/views/import/import_dialog.h"
#include "app/views/import/open_failure.h"
#include "app/views/script/script_panel.h"

namespace loom {

namespace {

constexpr qsizetype kMostRecent = 8;
const QString kRecent = QStringLiteral("recentFiles");

QStringList localFiles(const QMimeData* data) {
    QStringList paths;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile()) paths << url.toLocalFile();
    return paths;
}

}  // namespace

void MainWindow::connectOpening() {
    studio_.setMayReplace([this] { return mayDiscard(); });
    connect(&studio_, &Studio::opened, this, [this](const QString& path) {
        messageBar_->hide();
        if (!path.isEmpty()) rememberRecent(path);
    });
    connect(&studio_, &Studio::platformOpened, this, &MainWindow::rememberRecent);
    connect(&studio_, &Studio::openFailed, this, &MainWindow::showOpenFailure);
    connect(&studio_, &Studio::imported, this, [this] {
        const ScenarioPtr scenario = studio_.scenario();
        if (scenario && wantsReading(scenario->report)) showImportReport();
    });
}

void MainWindow::openPaths(const QStringList& paths) {
    // A scheduler's script is no scenario: it is opened where it is written.
    const bool script = paths.size() == 1 && paths.first().endsWith(QLatin1String(".lua"), Qt::CaseInsensitive);
    if (!script) return studio_.open(paths);
    if (studio_.document().empty()) studio_.openFirstExample();  // something to run it on
    showScript();
    script_->openFile(paths.first());
}

void MainWindow::openDialog() {
    openPaths(QFileDialog::getOpenFileNames(this, tr("Open scenario, workload, saved run or platform"), studio_.document().path(),
                                            openFilters()));
}

void MainWindow::openPlatformDialog() {
    if (studio_.document().empty()) return;
    const QString path = QFileDialog::getOpenFileName(this, tr("Open platform"), studio_.document().path(), platformFilters());
    if (!path.isEmpty()) studio_.usePlatform(path);
}

void MainWindow::showImportReport() {
    auto* dialog = findChild<ImportDialog*>();
    if (dialog == nullptr) {
        dialog = new ImportDialog(&studio_, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void MainWindow::showOpenFailure(const QString& path, const Error& error) {
    const QString open = studio_.document().empty() ? QString() : studio_.document().title();
    auto* dialog = new OpenFailure(path, error, open, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!localFiles(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QStringList paths = localFiles(event->mimeData());
    if (paths.isEmpty()) return;
    event->acceptProposedAction();
    openPaths(paths);
}

void MainWindow::rememberRecent(const QString& path) {
    if (remember_ == Remember::no) return;
    QSettings settings;
    QStringList recent = settings.value(kRecent).toStringList();
    const QString absolute = QFileInfo(path).absoluteFilePath();
    recent.removeAll(absolute);
    recent.prepend(absolute);
    settings.setValue(kRecent, recent.mid(0, kMostRecent));
}

void MainWindow::fillRecent(QMenu* menu) {
    menu->clear();
    const QStringList recent = remember_ == Remember::yes ? QSettings().value(kRecent).toStringList() : QStringList();
    for (const QString& path : recent) {
        QAction* action = menu->addAction(QFileInfo(path).fileName(), this, [this, path] { openPaths({path}); });
        action->setToolTip(path);
    }
    if (recent.isEmpty()) menu->addAction(tr("Nothing opened yet"))->setEnabled(false);
}

}  // namespace loom
