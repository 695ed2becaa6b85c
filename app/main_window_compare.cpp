// The mode in which schedulers stand side by side: it has the canvas to itself, and its actions.
#include <QDockWidget>
#include <QMenuBar>
#include <QTabWidget>

#include "app/main_window.h"
#include "app/views/compare/compare_view.h"
#include "app/views/dag/dag_view.h"
#include "app/views/timeline/timeline_view.h"

namespace loom {

void MainWindow::buildCompareMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&Compare"));
    addTo(menu, QStringLiteral("showCompare"), tr("Schedulers &side by side"), {QKeySequence(QStringLiteral("Ctrl+3"))},
          [this] { showCompare(); });
    link_ = addTo(menu, QStringLiteral("linkPanes"), tr("&Link the panes"), {QKeySequence(Qt::Key_L)}, [] {});
    link_->setCheckable(true);
    link_->setChecked(studio_.comparison().linked());
    connect(link_, &QAction::toggled, &studio_.comparison(), &Comparison::setLinked);
    menu->addSeparator();
    addTo(menu, QStringLiteral("nextParting"), tr("&Next divergent decision"), {QKeySequence(Qt::Key_N)},
          [this] { stepParting(1); });
    addTo(menu, QStringLiteral("previousParting"), tr("&Previous divergent decision"), {QKeySequence(Qt::SHIFT | Qt::Key_N)},
          [this] { stepParting(-1); });
    menu->addSeparator();
    addTo(menu, QStringLiteral("ratios"), tr("&Ratios over many seeds"), {}, [this] {
        showCompare();
        compare_->showRatios();
    });
    addTo(menu, QStringLiteral("adversary"), tr("&Worst instance for a scheduler…"),
          {QKeySequence(QStringLiteral("Ctrl+Shift+A"))}, [this] { showAdversary(); });
}

void MainWindow::buildCompareView() {
    const QSignalBlocker quiet(pictures_);  // it stays in front, or behind
    const bool inFront = compare_ != nullptr && pictures_->currentWidget() == compare_;
    delete compare_;
    compare_ = new CompareView(&studio_);
    connect(compare_, &CompareView::crashRequested, this, [this](NodeId node, Time time) { studio_.crash(node, time); });
    connect(compare_, &CompareView::message, this, &MainWindow::showMessage);
    pictures_->addTab(compare_, tr("Compare"));
    if (inFront) pictures_->setCurrentWidget(compare_);
}

void MainWindow::showCompare() { showPicture(compare_); }

void MainWindow::stepParting(int direction) {
    if (pictures_->currentWidget() != compare_) showCompare();
    compare_->step(direction);
}

// The panes have timelines of their own, and need the room of the docks below.
void MainWindow::pictureChanged() {
    const bool comparing = pictures_->currentWidget() == compare_ && compare_ != nullptr;
    if (comparing == comparing_) return;
    comparing_ = comparing;
    timeline_->setVisible(!comparing);
    if (comparing) {
        hiddenDocks_.clear();
        for (QDockWidget* dock : docks_) {
            if (dockWidgetArea(dock) != Qt::BottomDockWidgetArea || dock->isHidden() || dock->isFloating()) continue;
            hiddenDocks_ << dock->objectName();
            dock->hide();
        }
    } else {
        for (QDockWidget* dock : docks_)
            if (hiddenDocks_.contains(dock->objectName())) dock->show();
        hiddenDocks_.clear();
    }
    studio_.comparison().setActive(comparing);
}

}  // namespace loom
