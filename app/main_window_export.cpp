// What is open, as files for other programs.
#include <QApplication>
#include <QFileInfo>
#include <QSettings>
#include <QTableView>

#include "app/main_window.h"
#include "app/views/charts/charts_panel.h"
#include "app/views/cluster/cluster_view.h"
#include "app/views/compare/compare_pane.h"
#include "app/views/compare/compare_view.h"
#include "app/views/dag/dag_view.h"
#include "app/views/timeline/gantt_view.h"
#include "app/views/timeline/timeline_view.h"
#include "app/views/topology/topology_view.h"

namespace loom {

namespace {

const QString kExports = QStringLiteral("export");

ExportChoices remembered() {
    QSettings settings;
    settings.beginGroup(kExports);
    ExportChoices choices;
    choices.folder = settings.value(QStringLiteral("folder")).toString();
    choices.item = settings.value(QStringLiteral("item")).toString();
    choices.picture = settings.value(QStringLiteral("picture"), choices.picture).toString();
    choices.table = settings.value(QStringLiteral("table"), choices.table).toString();
    choices.scale = settings.value(QStringLiteral("scale"), choices.scale).toDouble();
    choices.paper = settings.value(QStringLiteral("paper"), choices.paper).toBool();
    return choices;
}

void remember(const ExportChoices& choices) {
    QSettings settings;
    settings.beginGroup(kExports);
    settings.setValue(QStringLiteral("folder"), choices.folder);
    settings.setValue(QStringLiteral("item"), choices.item);
    settings.setValue(QStringLiteral("picture"), choices.picture);
    settings.setValue(QStringLiteral("table"), choices.table);
    settings.setValue(QStringLiteral("scale"), choices.scale);
    settings.setValue(QStringLiteral("paper"), choices.paper);
}

}  // namespace

QList<ExportView> MainWindow::exportViews() const {
    QList<ExportView> views{{QStringLiteral("graph"), tr("Task graph"), dag_},
                            {QStringLiteral("timeline"), tr("Timeline"), timeline_},
                            {QStringLiteral("cluster"), tr("Cluster"), cluster_},
                            {QStringLiteral("network"), tr("Network"), topology_},
                            {QStringLiteral("charts"), tr("Throughput and utilisation"), charts_},
                            {QStringLiteral("comparison"), tr("Comparison"), compare_}};
    for (ComparePane* pane : compare_->findChildren<ComparePane*>())
        views << ExportView{pane->objectName(), pane->gantt()->accessibleName(), pane};
    views << ExportView{QStringLiteral("window"), tr("Window"), const_cast<MainWindow*>(this)};
    return views;
}

// The innermost view or table that has the focus; empty when it is elsewhere.
QString MainWindow::focusedExport() const {
    const QWidget* focus = QApplication::focusWidget();
    const QList<ExportView> views = exportViews();
    for (; focus != nullptr && focus != this; focus = focus->parentWidget()) {
        if (qobject_cast<const QTableView*>(focus) != nullptr && !focus->accessibleName().isEmpty()) return QStringLiteral("table/") + focus->objectName();
        for (const ExportView& view : views)
            if (view.widget == focus) return QStringLiteral("picture/") + view.key;
    }
    return {};
}

void MainWindow::showExport() {
    if (remember_ == Remember::yes) exports_ = remembered();
    const QString folder = QFileInfo(studio_.document().path()).absolutePath();
    if (exports_.folder.isEmpty() && !studio_.document().path().isEmpty()) exports_.folder = folder;
    auto* dialog = new ExportDialog(&studio_, exportViews(), focusedExport(), &exports_, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::written, this, [this] {
        if (remember_ == Remember::yes) remember(exports_);
    });
    dialog->show();
}

}  // namespace loom
