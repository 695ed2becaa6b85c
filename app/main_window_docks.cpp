// The docks around the canvas and their first arrangement.
#include <QDockWidget>
#include <QSplitter>

#include "app/main_window.h"
#include "app/views/answers/answers_panel.h"
#include "app/views/charts/charts_panel.h"
#include "app/views/cluster/cluster_view.h"
#include "app/views/inspector/inspector_panel.h"
#include "app/views/log/log_panel.h"
#include "app/views/scenario/scenario_panel.h"
#include "app/views/script/script_panel.h"
#include "app/views/whatif/whatif_panel.h"

namespace loom {

QDockWidget* MainWindow::addDock(Qt::DockWidgetArea area, const QString& name, const QString& title, QWidget* content) {
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setWidget(content);
    addDockWidget(area, dock);
    docks_.push_back(dock);
    return dock;
}

void MainWindow::buildDocks() {
    charts_ = new ChartsPanel(&studio_);
    answers_ = new AnswersPanel(&studio_);
    auto* scenario = addDock(Qt::LeftDockWidgetArea, QStringLiteral("scenarioDock"), tr("Scenario"), new ScenarioPanel(&studio_));
    auto* whatIf = addDock(Qt::LeftDockWidgetArea, QStringLiteral("whatIfDock"), tr("What if"), new WhatIfPanel(&studio_));
    auto* inspector =
        addDock(Qt::RightDockWidgetArea, QStringLiteral("inspectorDock"), tr("Inspector"), new InspectorPanel(&studio_));
    auto* cluster = addDock(Qt::RightDockWidgetArea, QStringLiteral("clusterDock"), tr("Cluster"), cluster_);
    auto* charts = addDock(Qt::BottomDockWidgetArea, QStringLiteral("chartsDock"), tr("Throughput and utilisation"), charts_);
    auto* answers = addDock(Qt::BottomDockWidgetArea, QStringLiteral("answersDock"), tr("Answers"), answers_);
    auto* log = addDock(Qt::BottomDockWidgetArea, QStringLiteral("logDock"), tr("Event log"), new LogPanel(&studio_.view()));
    script_ = new ScriptPanel(&studio_);
    auto* script = addDock(Qt::RightDockWidgetArea, QStringLiteral("scriptDock"), tr("Scheduler's script"), script_);
    cluster_->show();
    tabifyDockWidget(answers, log);
    tabifyDockWidget(inspector, script);
    script->hide();  // until somebody writes one
    answers->raise();
    resizeDocks({scenario, inspector}, {width() * 17 / 100, width() * 19 / 100}, Qt::Horizontal);
    resizeDocks({scenario, whatIf}, {height() * 62 / 100, height() * 22 / 100}, Qt::Vertical);
    resizeDocks({inspector, cluster}, {height() * 50 / 100, height() * 38 / 100}, Qt::Vertical);
    resizeDocks({charts, answers}, {width() * 28 / 100, width() * 36 / 100}, Qt::Horizontal);
    resizeDocks({charts}, {height() * 26 / 100}, Qt::Vertical);
}

void MainWindow::showScript() {
    auto* dock = qobject_cast<QDockWidget*>(script_->parentWidget());
    const bool first = dock->isHidden();
    dock->show();
    dock->raise();
    // A program needs longer lines than the inspector's.
    if (first) resizeDocks({dock}, {width() * 34 / 100}, Qt::Horizontal);
    script_->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::resetLayout() {
    restoreState(firstLayout_);
    canvas_->setSizes({3, 2});
}

}  // namespace loom
