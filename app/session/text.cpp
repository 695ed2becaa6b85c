#include "app/session/text.h"

#include <cmath>

#include <QLocale>

namespace loom {

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
