#include "app/session/text.h"

#include <cmath>

#include <QCoreApplication>
#include <QLocale>

#include "app/session/figures.h"

namespace loom {

namespace {

constexpr int kMostCuts = 4;

// By itself, else with its figures taken out, else part by part; nothing when no part is known. A text of a person's own
// script may hold any number of marks: it is parted `cuts` times at most.
QString known(const QString& english, int cuts) {
    const QString exact = QCoreApplication::translate("registry", english.toUtf8().constData());
    if (exact != english) return exact;
    const QString figured = translateWithFigures("registry", english);
    if (figured != english) return figured;
    if (cuts == 0) return {};
    // "NOTE; NOTE", and "max-min is the shorter: RULE" with marks in the rule: rather where both parts are known.
    QString half;
    for (const QString& mark : {QStringLiteral("; "), QStringLiteral(": ")}) {
        const qsizetype at = english.indexOf(mark);
        if (at < 0) continue;
        const QString left = english.left(at), right = english.mid(at + mark.size());
        const QString knownLeft = known(left, cuts - 1), knownRight = known(right, cuts - 1);
        const QString said = (knownLeft.isEmpty() ? left : knownLeft) +
                             QCoreApplication::translate("registry", mark.toUtf8().constData()) +
                             (knownRight.isEmpty() ? right : knownRight);
        if (!knownLeft.isEmpty() && !knownRight.isEmpty()) return said;
        if (half.isEmpty() && knownLeft.isEmpty() != knownRight.isEmpty()) half = said;
    }
    return half;
}

}  // namespace

QString registryText(std::string_view english) {
    const QString text = toQString(english);
    const QString said = text.isEmpty() ? text : known(text, kMostCuts);
    return said.isEmpty() ? text : said;
}

QString momentText(Time time) { return time.isNever() ? QStringLiteral("–") : secondsText(time.seconds()); }

QString secondsText(double seconds) {
    if (!std::isfinite(seconds)) return QStringLiteral("–");
    return quantityText(seconds, Dimension::time);
}

QString quantityText(double value, Dimension dimension) {
    if (!std::isfinite(value)) return QStringLiteral("–");
    return QString::fromStdString(formatQuantity(value, dimension));
}

QString changeText(double value, double reference) {
    if (!std::isfinite(value) || !std::isfinite(reference) || reference <= 0) return QStringLiteral("–");
    const double percent = (value / reference - 1) * 100;
    const QString sign = percent < -0.05 ? QStringLiteral("−") : percent > 0.05 ? QStringLiteral("+") : QStringLiteral("±");
    return sign + QLocale().toString(std::abs(percent), 'f', 1) + QStringLiteral(" %");
}

QString countText(qulonglong count) { return QLocale().toString(count); }

}  // namespace loom
