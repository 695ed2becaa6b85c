// What can be written now: views as pictures, tables, and what the exporters take of the run, the workload and the platform.
#pragma once

#include <QAbstractItemModel>
#include <QList>
#include <QPointer>
#include <QString>
#include <QWidget>

#include "core/io/exporter.h"

namespace loom {

class Studio;

enum class ExportGroup { pictures, tables, run, workload, platform };

struct ExportView {
    QString key;  // "timeline"
    QString title;
    QWidget* widget;
};

// One of a picture's view, a table's model and an exporter.
struct ExportItem {
    ExportGroup group = ExportGroup::pictures;
    QString key;  // not translated: "picture/timeline", "table/logTable", "chrome"
    QString title;
    QString missing;  // why there is nothing to write now; empty: there is
    QPointer<QWidget> view = nullptr;
    QPointer<QAbstractItemModel> model = nullptr;
    const Exporter* exporter = nullptr;
};

// In the order of the groups. The tables are those of `window` that have a name.
QList<ExportItem> exportItems(Studio& studio, const QWidget* window, const QList<ExportView>& views);
QString exportGroupName(ExportGroup group);

// What an exporter takes: the run on show or, of a workload or a platform, the document. Empty when it is not there.
ExportSource exportSourceFor(Studio& studio, ExportSubject subject);
// Of a file without extension, safe in every file system.
QString suggestedName(const QString& title);

}  // namespace loom
