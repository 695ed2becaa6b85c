#include "app/session/figures.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

namespace loom {

namespace {

QString withoutFigures(const QString& line, QStringList& figures) {
    static const QRegularExpression figure(
        QStringLiteral(R"((?<![\w.^-])-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?: (?:[numµ]?s|min|h|d|[kMGTPE]?(?:B|bps)|bytes?)\b)?(?![\w^]))"
                       R"(|(?<!\w)'[^']+'(?!\w)|[\w.-]+\.lua\b|^[\w-]+(?= (?:makes the shortest|did best) ))"));
    QString pattern;
    qsizetype end = 0;
    for (auto found = figure.globalMatch(line); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        figures << match.captured();
        pattern += line.mid(end, match.capturedStart() - end) + QStringLiteral("%%1").arg(figures.size());
        end = match.capturedEnd();
    }
    return pattern + line.mid(end);
}

}  // namespace

QString translateWithFigures(const char* context, const QString& english) {
    QStringList figures;
    const QString pattern = withoutFigures(english, figures);
    QString text = QCoreApplication::translate(context, pattern.toUtf8().constData());
    if (text == pattern) return english;
    for (qsizetype i = figures.size(); i > 0; --i) text.replace(QStringLiteral("%%1").arg(i), figures[i - 1]);
    return text;
}

}  // namespace loom
