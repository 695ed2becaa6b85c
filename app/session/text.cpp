#include "app/session/text.h"

#include <cmath>

#include <QCoreApplication>
#include <QLocale>

namespace loom {

QString registryText(std::string_view english) {
    if (english.empty()) return {};
    const QString known = QCoreApplication::translate("registry", std::string(english).c_str());
    // "max-min is the shorter: RULE": each part is known by itself.
    const std::size_t colon = english.find(": ");
    if (known != toQString(english) || colon == std::string_view::npos) return known;
    const auto part = [](std::string_view text) { return QCoreApplication::translate("registry", std::string(text).c_str()); };
    return part(english.substr(0, colon)) + QStringLiteral(": ") + part(english.substr(colon + 2));
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
