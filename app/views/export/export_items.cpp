#include "app/views/export/export_items.h"

#include <QCoreApplication>
#include <QTableView>

#include "app/session/studio.h"
#include "app/session/text.h"

namespace loom {

namespace {

struct ExportItems {
    Q_DECLARE_TR_FUNCTIONS(ExportItems)
};

ExportGroup groupOf(ExportSubject subject) {
    switch (subject) {
        case ExportSubject::run: return ExportGroup::run;
        case ExportSubject::workload: return ExportGroup::workload;
        case ExportSubject::platform: return ExportGroup::platform;
    }
    return ExportGroup::run;
}

QString missingOf(Studio& studio, ExportSubject subject) {
    if (subject != ExportSubject::run) {
        return studio.scenario() ? QString() : ExportItems::tr("The document is still being read, or cannot be.");
    }
    const RunPtr run = studio.view().run();
    if (!run) return ExportItems::tr("There is no run yet.");
    return studio.runs().byRun(run) == nullptr ? ExportItems::tr("The run is still going on.") : QString();
}

}  // namespace

QList<ExportItem> exportItems(Studio& studio, const QWidget* window, const QList<ExportView>& views) {
    QList<ExportItem> items;
    for (const ExportView& view : views) items << ExportItem{ExportGroup::pictures, QStringLiteral("picture/") + view.key, view.title, {}, view.widget};
    for (QTableView* table : window->findChildren<QTableView*>()) {
        if (table->accessibleName().isEmpty() || table->window() != window) continue;
        const QString missing = table->model()->rowCount() == 0 ? ExportItems::tr("Nothing is in this table now.") : QString();
        items << ExportItem{ExportGroup::tables, QStringLiteral("table/") + table->objectName(), table->accessibleName(), missing, nullptr, table->model()};
    }
    for (const ExportSubject subject : {ExportSubject::run, ExportSubject::workload, ExportSubject::platform}) {
        const QString missing = missingOf(studio, subject);
        for (const Exporter& exporter : exporters()) {
            if (exporter.subject != subject) continue;
            items << ExportItem{groupOf(subject), toQString(exporter.name), registryText(exporter.title), missing, nullptr, nullptr, &exporter};
        }
    }
    return items;
}

QString exportGroupName(ExportGroup group) {
    switch (group) {
        case ExportGroup::pictures: return ExportItems::tr("Pictures");
        case ExportGroup::tables: return ExportItems::tr("Tables");
        case ExportGroup::run: return ExportItems::tr("The run");
        case ExportGroup::workload: return ExportItems::tr("The workload");
        case ExportGroup::platform: return ExportItems::tr("The platform");
    }
    return {};
}

ExportSource exportSourceFor(Studio& studio, ExportSubject subject) {
    ExportSource source;
    if (!missingOf(studio, subject).isEmpty()) return source;
    source = exportSource(*studio.scenario());
    if (subject == ExportSubject::run) {
        source.run = studio.view().run();
        source.graph = source.run->scenario->graph;
        source.platform = source.run->scenario->platform;
        source.recordedMakespan = studio.runs().byRun(source.run)->digest->metrics.makespan;
    }
    source.name = studio.document().title().toStdString();
    return source;
}

QString suggestedName(const QString& title) {
    QString name;
    for (const QChar letter : title.trimmed())
        name += letter.isLetterOrNumber() || QStringLiteral("-_.+ ()").contains(letter) ? letter : QLatin1Char('-');
    while (name.startsWith(QLatin1Char('.'))) name.remove(0, 1);
    return name.isEmpty() ? QStringLiteral("clusterloom") : name.left(100);
}

}  // namespace loom
