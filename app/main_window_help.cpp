// The dialogs: platform and network, the scheduler, the lesson, the shortcuts overlay, the about box.
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "app/icons.h"
#include "app/main_window.h"
#include "app/session/examples.h"
#include "app/session/text.h"
#include "app/views/adversary/adversary_dialog.h"
#include "app/views/form/cluster_form.h"
#include "app/views/form/scheduler_form.h"
#include "app/views/script/lesson_dialog.h"
#include "app/views/script/script_panel.h"

namespace loom {

namespace {

// Brings the dialog to the front where there is one.
template <class Dialog>
bool isOpen(QWidget* window) {
    auto* open = window->findChild<Dialog*>();
    if (open == nullptr || !open->isVisible()) return false;
    open->raise();
    open->activateWindow();
    return true;
}

}  // namespace

void MainWindow::showClusterForm() {
    if (studio_.document().empty()) return;
    if (isOpen<ClusterForm>(this)) return;
    auto* form = new ClusterForm(&studio_, this);
    form->setAttribute(Qt::WA_DeleteOnClose);
    form->show();
}

void MainWindow::showSchedulerForm() {
    if (studio_.document().empty()) return;
    if (isOpen<SchedulerForm>(this)) return;
    auto* form = new SchedulerForm(&studio_, this);
    form->setAttribute(Qt::WA_DeleteOnClose);
    form->show();
}

void MainWindow::showAdversary() {
    if (isOpen<AdversaryDialog>(this)) return;
    auto* dialog = new AdversaryDialog(&studio_, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::showLesson() {
    if (isOpen<LessonDialog>(this)) return;
    auto* dialog = new LessonDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LessonDialog::exampleRequested, this, [this] {
        for (const QString& path : exampleFiles())
            if (exampleName(path).endsWith(QLatin1String("write-your-own"))) openPaths({path});
        showScript();
    });
    connect(dialog, &LessonDialog::copyRequested, this, [this] {
        showScript();
        script_->startFrom(QStringLiteral("heft"));
    });
    connect(dialog, &LessonDialog::comparisonRequested, this, [this] {
        showCompare();
        Comparison& comparison = studio_.comparison();
        if (comparison.sides().empty()) return;
        QString error;
        const QString own = toQString(studio_.document().model().file->scheduler.text());
        if (!comparison.setScheduler(0, own, &error) || !comparison.setScheduler(1, QStringLiteral("heft"), &error))
            showMessage(error);
    });
    dialog->show();
}

void MainWindow::showShortcuts() {
    auto* dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("shortcutsDialog"));
    dialog->setWindowTitle(tr("Keyboard shortcuts"));
    dialog->resize(460, 560);
    auto* tree = new QTreeWidget;
    tree->setColumnCount(2);
    tree->setHeaderLabels({tr("Action"), tr("Keys")});
    tree->setRootIsDecorated(false);
    // Read from the actions themselves, so that the list is never behind.
    for (const QAction* menu : menuBar()->actions()) {
        if (menu->menu() == nullptr) continue;
        auto* group = new QTreeWidgetItem(tree, {QString(menu->text()).remove('&')});
        QFont font = group->font(0);
        font.setBold(true);
        group->setFont(0, font);
        for (const QAction* action : menu->menu()->actions()) {
            if (action->shortcuts().isEmpty()) continue;
            QStringList keys;
            for (const QKeySequence& key : action->shortcuts()) keys << key.toString(QKeySequence::NativeText);
            new QTreeWidgetItem(
                group, {QString(action->text()).remove('&').remove(QStringLiteral("…")), keys.join(QStringLiteral(", "))});
        }
        if (group->childCount() == 0) delete group;
    }
    auto* canvas = new QTreeWidgetItem(tree, {tr("On the canvas")});
    new QTreeWidgetItem(canvas, {tr("Zoom and pan"), QStringLiteral("W A S D")});
    new QTreeWidgetItem(canvas, {tr("Predecessor, successor"), QStringLiteral("[ ]")});
    new QTreeWidgetItem(canvas, {tr("Walk the graph"), QStringLiteral("Alt+←↑→↓")});
    auto* editor = new QTreeWidgetItem(tree, {tr("In the script's editor")});
    new QTreeWidgetItem(editor, {tr("Save and run"), QKeySequence(QKeySequence::Save).toString(QKeySequence::NativeText)});
    tree->expandAll();
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    tree->header()->setStretchLastSection(false);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(tree);
    layout->addWidget(buttons);
    dialog->show();
}

void MainWindow::showAbout() {
    auto* box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(QStringLiteral("aboutBox"));
    box->setWindowTitle(tr("About Clusterloom"));
    box->setIconPixmap(programIcon().pixmap(64, 64));
    box->setText(QStringLiteral("<h3>Clusterloom %1</h3>").arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(
        tr("One scenario, three answers: the formula, a simulation of the cluster, and a real run on this "
           "machine's threads.<br><br>Free software under the GNU General Public License, version 3 or later."));
    box->open();
}

}  // namespace loom
