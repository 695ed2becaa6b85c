#include "app/session/import_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include "app/session/figures.h"
#include "app/session/text.h"

namespace loom {

namespace {

struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(ImportText)
};

QString translated(const QString& line) { return translateWithFigures("import", line); }

QList<std::pair<QString, QStringList>> sectionsOf(const ImportReport& report) {
    const auto section = [](const QString& heading, const std::vector<std::string>& lines) {
        QStringList said;
        for (const std::string& line : lines) said << importLine(line);
        if (said.isEmpty()) said << ImportText::tr("nothing");
        return std::pair(heading, said);
    };
    return {section(ImportText::tr("Read"), report.read), section(ImportText::tr("Assumed"), report.assumed),
            section(ImportText::tr("Dropped"), report.dropped)};
}

}  // namespace

QString importLine(std::string_view line) {
    static const QRegularExpression commandLine(QStringLiteral("; see --assume \\w+$"));
    static const QRegularExpression example(QStringLiteral(R"(^(.*?) \(first: (.*)\)(; [^()]*)?$)"));
    const QString said = toQString(line).remove(commandLine);
    const QString format = QStringLiteral("format: ");
    if (said.startsWith(format)) return ImportText::tr("format: %1").arg(said.mid(format.size()));
    const QRegularExpressionMatch parts = example.match(said);
    if (!parts.hasMatch()) return translated(said);
    return ImportText::tr("%1 (first: %2)").arg(translated(parts.captured(1) + parts.captured(3)), parts.captured(2));
}

QString importCounts(const Scenario& scenario) {
    const TaskGraph& graph = *scenario.graph;
    double bytes = 0;
    for (std::size_t d = 0; d < graph.dataCount(); ++d) bytes += graph.dataBytes(DataId(d));
    QStringList counts{ImportText::tr("%n task(s)", nullptr, static_cast<int>(graph.taskCount())),
                       ImportText::tr("%n dependency(ies)", nullptr, static_cast<int>(graph.edgeCount())),
                       ImportText::tr("%n data object(s)", nullptr, static_cast<int>(graph.dataCount())) + QStringLiteral(", ") +
                           quantityText(bytes, Dimension::bytes)};
    if (scenario.recordedMakespan)
        counts << ImportText::tr("recorded makespan %1").arg(secondsText(*scenario.recordedMakespan));
    if (scenario.recorded && !scenario.recorded->machines.empty())
        counts << ImportText::tr("%n recorded machine(s)", nullptr, static_cast<int>(scenario.recorded->machines.size()));
    return counts.join(QStringLiteral(" · "));
}

QString importReportHtml(const Scenario& scenario) {
    QString html;
    for (const auto& [heading, lines] : sectionsOf(scenario.report)) {
        html += QStringLiteral("<p><b>%1</b></p><ul>").arg(heading.toHtmlEscaped());
        for (const QString& line : lines) html += QStringLiteral("<li>%1</li>").arg(line.toHtmlEscaped());
        html += QStringLiteral("</ul>");
    }
    return html;
}

QString importReportText(const QString& title, const Scenario& scenario) {
    QString text = title + '\n' + importCounts(scenario) + '\n';
    for (const auto& [heading, lines] : sectionsOf(scenario.report))
        text += '\n' + heading + QStringLiteral("\n- ") + lines.join(QStringLiteral("\n- ")) + '\n';
    return text;
}

}  // namespace loom
