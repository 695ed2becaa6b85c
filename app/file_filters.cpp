#include "app/file_filters.h"

#include <QCoreApplication>
#include <QStringList>

namespace loom {

namespace {

struct FileFilters {
    Q_DECLARE_TR_FUNCTIONS(FileFilters)
};

struct Format {
    QString name;
    QStringList patterns;
    bool packed = true;  // also inside gzip or zstd
};

QStringList patternsOf(const Format& format) {
    QStringList patterns = format.patterns;
    if (!format.packed) return patterns;
    for (const char* packing : {".gz", ".zst", ".zstd"})
        for (const QString& plain : format.patterns) patterns << plain + QLatin1String(packing);
    return patterns;
}

QString filterOf(const QString& name, const QStringList& patterns) { return QStringLiteral("%1 (%2)").arg(name, patterns.join(' ')); }

// `all` names what the formats have in common.
QString filters(const QString& all, const QList<Format>& formats) {
    QStringList every, each;
    for (const Format& format : formats) {
        const QStringList patterns = patternsOf(format);
        every << patterns;
        each << filterOf(format.name, patterns);
    }
    every.removeDuplicates();
    each.prepend(filterOf(all, every));
    each << filterOf(FileFilters::tr("All files"), {QStringLiteral("*")});
    return each.join(QStringLiteral(";;"));
}

QList<Format> platforms() {
    return {{FileFilters::tr("SimGrid platforms"), {QStringLiteral("*.xml")}},
            {FileFilters::tr("Clusterloom platforms"), {QStringLiteral("*.json")}}};
}

}  // namespace

QString openFilters() {
    const auto one = [](const char* pattern) { return QStringList{QLatin1String(pattern)}; };
    return filters(FileFilters::tr("Everything that can be opened"),
                   QList<Format>{{FileFilters::tr("Scenarios"), one("*.json"), false},
                                 {FileFilters::tr("Saved runs"), one("*.loom"), false},
                                 {FileFilters::tr("WfFormat workflows"), one("*.json")},
                                 {FileFilters::tr("Pegasus workflows"), {QStringLiteral("*.dax"), QStringLiteral("*.xml")}},
                                 {FileFilters::tr("Task graphs in DOT"), {QStringLiteral("*.dot"), QStringLiteral("*.gv")}},
                                 {FileFilters::tr("Standard Task Graphs"), one("*.stg")},
                                 {FileFilters::tr("Workflows of the Cloud Workflow Simulator"), one("*.dag")},
                                 {FileFilters::tr("Logs in the Standard Workload Format"), one("*.swf")},
                                 {FileFilters::tr("Alibaba batch tasks"), one("*.csv")},
                                 {FileFilters::tr("Spark event logs"),
                                  {QStringLiteral("*eventlog*"), QStringLiteral("app-*"), QStringLiteral("application_*"),
                                   QStringLiteral("local-*")},
                                  false},
                                 {FileFilters::tr("Dask task streams and Chrome traces"), one("*.json")},
                                 {FileFilters::tr("Task lists"), one("*.txt")},
                                 {FileFilters::tr("Schedulers' scripts"), one("*.lua"), false}} +
                       platforms());
}

QString platformFilters() { return filters(FileFilters::tr("Platforms"), platforms()); }

}  // namespace loom
