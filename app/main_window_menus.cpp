// Every action with its keys. The keyboard map is gui.md's, as far as its functions exist.
#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QInputDialog>
#include <QMenuBar>
#include <QSettings>
#include <QSplitter>
#include <QTabWidget>

#include "app/icons.h"
#include "app/language.h"
#include "app/main_window.h"
#include "app/session/examples.h"
#include "app/session/text.h"
#include "app/theme.h"
#include "app/views/compare/compare_view.h"
#include "app/views/dag/dag_view.h"
#include "app/views/timeline/gantt_view.h"
#include "app/views/timeline/recorded_pane.h"
#include "app/views/timeline/scrubber_view.h"
#include "app/views/timeline/timeline_view.h"
#include "app/views/topology/topology_view.h"

namespace loom {

QAction* MainWindow::addTo(QMenu* menu, const QString& name, const QString& text, const QList<QKeySequence>& keys,
                           const std::function<void()>& action, const QString& icon) {
    auto* added = new QAction(text, words_);
    added->setObjectName(name);
    added->setShortcuts(keys);
    added->setProperty("iconName", icon);
    const QString plain = QString(text).remove('&').remove(QStringLiteral("…"));
    added->setToolTip(keys.isEmpty() ? plain
                                     : QStringLiteral("%1 (%2)").arg(plain, keys.first().toString(QKeySequence::NativeText)));
    connect(added, &QAction::triggered, this, action);
    menu->addAction(added);
    addAction(added);
    return added;
}

void MainWindow::buildMenus() {
    buildFileMenu();
    buildEditMenu();
    buildViewMenu();
    buildSimulateMenu();
    buildCompareMenu();
    buildPlayMenu();
    buildHelpMenu();
}

void MainWindow::buildFileMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&File"));
    addTo(
        menu, QStringLiteral("open"), tr("&Open…"), {QKeySequence::Open}, [this] { openDialog(); }, QStringLiteral("open"));
    addTo(menu, QStringLiteral("openPlatform"), tr("Open &platform…"), {QKeySequence(QStringLiteral("Ctrl+Shift+O"))},
          [this] { openPlatformDialog(); });
    QMenu* recent = menu->addMenu(tr("Open &recent"));
    recent->setObjectName(QStringLiteral("recentMenu"));
    recent->setToolTipsVisible(true);
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(recent); });
    QMenu* examples = menu->addMenu(tr("&Examples"));
    connect(examples, &QMenu::aboutToShow, this, [this, examples] { fillExamples(examples); });
    addTo(menu, QStringLiteral("importReport"), tr("&Import report…"), {QKeySequence(QStringLiteral("Ctrl+I"))},
          [this] { showImportReport(); });
    menu->addSeparator();
    addTo(
        menu, QStringLiteral("save"), tr("&Save scenario"), {QKeySequence::Save}, [this] { save(); }, QStringLiteral("save"));
    addTo(menu, QStringLiteral("saveAs"), tr("Save scenario &as…"), {QKeySequence(QStringLiteral("Ctrl+Shift+S"))},
          [this] { saveAs(); });
    menu->addSeparator();
    addTo(menu, QStringLiteral("export"), tr("&Export…"), {QKeySequence(QStringLiteral("Ctrl+E"))}, [this] { showExport(); });
    menu->addSeparator();
    addTo(menu, QStringLiteral("quit"), tr("&Quit"), {QKeySequence::Quit}, [this] { close(); });
}

void MainWindow::fillExamples(QMenu* menu) {
    menu->clear();
    for (const QString& path : exampleFiles()) {
        menu->addAction(exampleName(path), this, [this, path] { openPaths({path}); });
    }
    if (!menu->isEmpty()) return;
    menu->addAction(QStringLiteral("Cholesky"), this, [this] { studio_.openFirstExample(); });
}

void MainWindow::buildEditMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&Edit"));
    QUndoStack& stack = studio_.document().undoStack();
    QAction* undo = stack.createUndoAction(words_, tr("&Undo"));
    undo->setShortcuts(QKeySequence::Undo);
    undo->setObjectName(QStringLiteral("undo"));
    QAction* redo = stack.createRedoAction(words_, tr("&Redo"));
    redo->setShortcuts({QKeySequence(QStringLiteral("Ctrl+Shift+Z")), QKeySequence(QStringLiteral("Ctrl+Y"))});
    redo->setObjectName(QStringLiteral("redo"));
    menu->addActions({undo, redo});
    addActions({undo, redo});
    menu->addSeparator();
    addTo(menu, QStringLiteral("clusterForm"), tr("&Platform and network…"), {QKeySequence(QStringLiteral("Ctrl+P"))},
          [this] { showClusterForm(); });
    addTo(
        menu, QStringLiteral("schedulerForm"), tr("&Scheduler and its parameters…"), {QKeySequence(QStringLiteral("Ctrl+H"))},
        [this] { showSchedulerForm(); }, QStringLiteral("parameters"));
    addTo(menu, QStringLiteral("showScript"), tr("Scheduler's s&cript"), {QKeySequence(QStringLiteral("Ctrl+4"))},
          [this] { showScript(); });
    addTo(menu, QStringLiteral("nextSeed"), tr("&Next seed"), {QKeySequence(QStringLiteral("Ctrl+Shift+N"))},
          [this] { studio_.nextSeed(); });
}

void MainWindow::buildViewMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&View"));
    addTo(menu, QStringLiteral("fit"), tr("&Fit everything"), {QKeySequence(Qt::Key_Z)}, [this] { fit(); });
    addTo(menu, QStringLiteral("showGraph"), tr("&Task graph"), {QKeySequence(QStringLiteral("Ctrl+1"))},
          [this] { showPicture(dag_); });
    addTo(menu, QStringLiteral("showNetwork"), tr("&Network"), {QKeySequence(QStringLiteral("Ctrl+2"))},
          [this] { showNetwork(); });
    addTo(menu, QStringLiteral("busiestLink"), tr("Select the &busiest link"), {QKeySequence(Qt::Key_B)}, [this] {
        showNetwork();
        selectBusiestLink();
    });
    QAction* critical = addTo(menu, QStringLiteral("criticalPath"), tr("&Critical path"), {QKeySequence(Qt::Key_C)}, [] {});
    critical->setCheckable(true);
    critical->setChecked(dag_->showsCriticalPath());
    connect(critical, &QAction::toggled, dag_, &DagView::setCriticalPathShown);
    RecordedPane* pane = timeline_->recorded();
    QAction* recorded = addTo(menu, QStringLiteral("recordedRun"), tr("Re&corded run"), {QKeySequence(Qt::Key_R)}, [] {});
    recorded->setToolTip(tr("What the workload's file says happened in reality, beneath the timeline"));
    recorded->setCheckable(true);
    const auto show = [recorded, pane] {
        recorded->setEnabled(pane->available());
        recorded->setChecked(pane->wanted());
    };
    connect(recorded, &QAction::toggled, pane, &RecordedPane::setWanted);
    connect(pane, &RecordedPane::wantedChanged, recorded, show);
    connect(pane, &RecordedPane::availableChanged, recorded, show);
    show();
    menu->addSeparator();
    QMenu* docks = menu->addMenu(tr("&Docks"));
    docks->setObjectName(QStringLiteral("docksMenu"));
    connect(docks, &QMenu::aboutToShow, this, [this, docks] {
        docks->clear();
        for (QDockWidget* dock : docks_) docks->addAction(dock->toggleViewAction());
    });
    for (int i = 0; i < 8; ++i) {
        auto* action = new QAction(words_);
        action->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + i)));
        connect(action, &QAction::triggered, this, [this, i] {
            if (i >= docks_.size()) return;
            docks_[i]->show();
            docks_[i]->raise();
            docks_[i]->widget()->setFocus(Qt::ShortcutFocusReason);
        });
        addAction(action);
    }
    addTo(menu, QStringLiteral("nextPane"), tr("Next &pane"), {QKeySequence(Qt::Key_F6)}, [this] { cyclePanes(1); });
    addTo(menu, QStringLiteral("previousPane"), tr("Previous p&ane"), {QKeySequence(Qt::SHIFT | Qt::Key_F6)},
          [this] { cyclePanes(-1); });
    addTo(menu, QStringLiteral("resetLayout"), tr("&Reset layout"), {}, [this] { resetLayout(); });
    menu->addSeparator();
    QAction* dark = addTo(
        menu, QStringLiteral("dark"), tr("&Dark theme"), {QKeySequence(QStringLiteral("Ctrl+D"))}, [] {},
        QStringLiteral("theme"));
    dark->setCheckable(true);
    dark->setChecked(Theme::instance().isDark());
    connect(dark, &QAction::toggled, this, &MainWindow::setDark);
    QMenu* language = menu->addMenu(tr("&Language"));
    auto* group = new QActionGroup(words_);
    for (const QString& code : languages()) {
        QAction* action = group->addAction(languageName(code));
        action->setObjectName(QStringLiteral("language_") + code);
        action->setCheckable(true);
        action->setChecked(code == language_);
        // The menu is made anew in the other language: not while its own action is at work.
        connect(
            action, &QAction::triggered, this,
            [this, code] {
                setLanguage(code);
                // Only a choice made by hand is kept; otherwise the machine's language decides anew each time.
                if (remember_ == Remember::yes) QSettings().setValue(QStringLiteral("language"), code);
            },
            Qt::QueuedConnection);
        language->addAction(action);
    }
    menu->addSeparator();
    addTo(menu, QStringLiteral("fullScreen"), tr("F&ull screen"), {QKeySequence(Qt::Key_F11)},
          [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
}

void MainWindow::buildSimulateMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&Simulate"));
    QMenu* fork = menu->addMenu(tr("&Fork here"));
    fork->menuAction()->setObjectName(QStringLiteral("forkMenu"));
    connect(fork, &QMenu::aboutToShow, this, [this, fork] { fillForkMenu(fork); });
    QAction* crash = addTo(
        menu, QStringLiteral("crash"), tr("&Crash the selected node here"), {QKeySequence(Qt::Key_X)},
        [this] { crashSelected(); }, QStringLiteral("crash"));
    crash->setIconText(tr("Crash"));
    menu->addSeparator();
    addTo(
        menu, QStringLiteral("real"), tr("Run for &real on this machine"), {QKeySequence(QStringLiteral("Ctrl+R"))},
        [this] { studio_.startReal(); }, QStringLiteral("real"));
    cancel_ = addTo(
        menu, QStringLiteral("cancel"), tr("C&ancel"), {QKeySequence(QStringLiteral("Ctrl+."))},
        [this] { studio_.engine().cancel(); }, QStringLiteral("cancel"));
}

void MainWindow::buildPlayMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&Play"));
    Playback* play = &studio_.playback();
    play_ = addTo(
        menu, QStringLiteral("play"), tr("&Play"), {QKeySequence(Qt::Key_Space), QKeySequence(Qt::Key_Period)},
        [play] { play->toggle(); }, QStringLiteral("play"));
    menu->addSeparator();
    addTo(
        menu, QStringLiteral("toStart"), tr("To the &start"), {QKeySequence(Qt::Key_Home)}, [play] { play->toStart(); },
        QStringLiteral("to-start"));
    addTo(
        menu, QStringLiteral("stepBack"), tr("Event &back"), {QKeySequence(Qt::Key_Left)}, [play] { play->stepEvent(-1); },
        QStringLiteral("step-back"));
    addTo(
        menu, QStringLiteral("stepForward"), tr("Event &forward"), {QKeySequence(Qt::Key_Right)}, [play] { play->stepEvent(1); },
        QStringLiteral("step-forward"));
    addTo(
        menu, QStringLiteral("toEnd"), tr("To the &end"), {QKeySequence(Qt::Key_End)}, [play] { play->toEnd(); },
        QStringLiteral("to-end"));
    menu->addSeparator();
    addTo(menu, QStringLiteral("decisionBack"), tr("Decision back"), {QKeySequence(Qt::SHIFT | Qt::Key_Left)},
          [play] { play->stepDecision(-1); });
    addTo(menu, QStringLiteral("decisionForward"), tr("Decision forward"), {QKeySequence(Qt::SHIFT | Qt::Key_Right)},
          [play] { play->stepDecision(1); });
    addTo(menu, QStringLiteral("failureBack"), tr("Failure back"), {QKeySequence(Qt::CTRL | Qt::Key_Left)},
          [play] { play->stepFailure(-1); });
    addTo(menu, QStringLiteral("failureForward"), tr("Failure forward"), {QKeySequence(Qt::CTRL | Qt::Key_Right)},
          [play] { play->stepFailure(1); });
    menu->addSeparator();
    addTo(menu, QStringLiteral("goTo"), tr("&Go to time…"), {QKeySequence(Qt::Key_G)}, [this] { goToTime(); });
    addTo(menu, QStringLiteral("slower"), tr("S&lower"), {QKeySequence(Qt::Key_Minus)},
          [play] { play->setGear(play->gear() - 1); });
    addTo(menu, QStringLiteral("faster"), tr("Fas&ter"), {QKeySequence(Qt::Key_Plus), QKeySequence(Qt::Key_Equal)},
          [play] { play->setGear(play->gear() + 1); });
}

void MainWindow::buildHelpMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&Help"));
    addTo(menu, QStringLiteral("lesson"), tr("&Write your own scheduler…"), {}, [this] { showLesson(); });
    menu->addSeparator();
    addTo(menu, QStringLiteral("shortcuts"), tr("&Keyboard shortcuts"),
          {QKeySequence(Qt::Key_Question), QKeySequence(Qt::Key_F1)}, [this] { showShortcuts(); });
    addTo(menu, QStringLiteral("about"), tr("&About Clusterloom"), {}, [this] { showAbout(); });
}

void MainWindow::fit() {
    dag_->fit();
    topology_->fit();
    timeline_->fit();
    compare_->fit();
}

void MainWindow::showPicture(QWidget* picture) {
    pictures_->setCurrentWidget(picture);
    picture->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::showNetwork() { showPicture(topology_); }
void MainWindow::selectBusiestLink() { topology_->selectBusiest(); }

void MainWindow::goToTime() {
    bool entered = false;
    const QString text = QInputDialog::getText(this, tr("Go to time"), tr("Time, for instance 12.5 s or 300 ms:"),
                                               QLineEdit::Normal, momentText(studio_.view().cursor()), &entered);
    if (!entered) return;
    const Result<double> seconds = parseQuantity(text.trimmed().toStdString(), Dimension::time);
    if (!seconds) return showMessage(QString::fromStdString(seconds.error().text()));
    studio_.playback().setPlaying(false);
    studio_.view().setCursor(Time::fromSeconds(*seconds));
}

void MainWindow::cyclePanes(int direction) {
    QList<QWidget*> panes = {pictures_->currentWidget()};
    if (timeline_->isVisible()) {
        panes << timeline_->gantt();
        if (timeline_->recorded()->isVisible()) panes << timeline_->recorded()->gantt();
        panes << timeline_->scrubber();
    }
    for (QDockWidget* dock : docks_) {
        if (dock->isVisible() && !dock->visibleRegion().isEmpty()) panes << dock->widget();
    }
    qsizetype at = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes[i]->hasFocus() || panes[i]->isAncestorOf(QApplication::focusWidget())) at = i;
    }
    const qsizetype next = (at + direction + panes.size()) % panes.size();
    QWidget* pane = panes[at < 0 ? 0 : next];
    // A panel without a focus of its own passes it to the first thing in it that takes one.
    if (pane->focusPolicy() == Qt::NoFocus) {
        for (QWidget* child : pane->findChildren<QWidget*>()) {
            if (child->focusPolicy() & Qt::TabFocus && child->isVisible() && child->isEnabled()) {
                pane = child;
                break;
            }
        }
    }
    pane->setFocus(Qt::TabFocusReason);
}

}  // namespace loom
