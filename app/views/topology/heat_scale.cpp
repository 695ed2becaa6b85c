#include "app/views/topology/heat_scale.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QLocale>
#include <QPainter>

#include "app/theme.h"

namespace loom {

namespace {

constexpr double kOverfull = 1.0005;
// Of the ten equal steps of viridis those that keep 3:1 contrast at the busy end and stay visible at the idle one.
constexpr std::array<QRgb, 8> kOnDark{0xff3e4989, 0xff31688e, 0xff26828e, 0xff1f9e89, 0xff35b779, 0xff6ece58, 0xffb5de2b, 0xfffde725};
constexpr std::array<QRgb, 8> kOnLight{0xff6ece58, 0xff35b779, 0xff1f9e89, 0xff26828e, 0xff31688e, 0xff3e4989, 0xff482878, 0xff440154};

int channel(double a, double b, double part) { return static_cast<int>(std::lround(a + (b - a) * part)); }

}  // namespace

QColor heatColor(double utilisation, bool dark) {
    if (utilisation > kOverfull) return Theme::instance().colors().warning;
    const auto& steps = dark ? kOnDark : kOnLight;
    const double place = std::clamp(utilisation, 0.0, 1.0) * static_cast<double>(steps.size() - 1);
    const auto low = std::min(static_cast<std::size_t>(place), steps.size() - 2);
    const double part = place - static_cast<double>(low);
    const QRgb a = steps[low], b = steps[low + 1];
    return {channel(qRed(a), qRed(b), part), channel(qGreen(a), qGreen(b), part), channel(qBlue(a), qBlue(b), part)};
}

double heatWidth(double utilisation) { return 1 + 3 * std::clamp(utilisation, 0.0, 1.0); }

QString utilisationText(double utilisation) {
    const QLocale locale;
    if (utilisation > 0 && utilisation < 0.01) return QStringLiteral("< 1 %");
    return QStringLiteral("%1 %").arg(locale.toString(utilisation * 100, 'f', 0));
}

void paintHeatLegend(QPainter& painter, const QRectF& box, const QString& title) {
    const ThemeColors& colors = Theme::instance().colors();
    const bool dark = Theme::instance().isDark();
    const QFontMetrics metrics = painter.fontMetrics();
    QColor plate = colors.panel;
    plate.setAlphaF(0.88f);
    painter.fillRect(box, plate);
    painter.setPen(colors.mutedText);
    const QRectF line(box.left() + 6, box.top() + 2, box.width() - 12, metrics.height());
    painter.drawText(line, Qt::AlignLeft, metrics.elidedText(title, Qt::ElideRight, static_cast<int>(line.width())));
    const QRectF bar(line.left(), line.bottom() + 2, line.width(), 8);
    const int columns = std::max(1, static_cast<int>(bar.width()));
    for (int i = 0; i < columns; ++i) {
        const double u = (i + 0.5) / columns;
        const double high = 2 + 6 * u;
        painter.fillRect(QRectF(bar.left() + i, bar.bottom() - high, 1.2, high), heatColor(u, dark));
    }
    const QRectF foot(line.left(), bar.bottom() + 1, line.width(), metrics.height());
    painter.drawText(foot, Qt::AlignLeft, utilisationText(0));
    painter.drawText(foot, Qt::AlignHCenter, utilisationText(0.5));
    painter.drawText(foot, Qt::AlignRight, utilisationText(1));
}

}  // namespace loom
