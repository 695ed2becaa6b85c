#include "app/views/canvas/time_axis.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include "app/theme.h"

namespace loom {

namespace {

struct Unit {
    double nanoseconds;
    const char* name;
};
constexpr Unit kUnits[] = {{1, "ns"}, {1e3, "\u00b5s"}, {1e6, "ms"}, {1e9, "s"}, {60e9, "min"}, {3600e9, "h"}, {86400e9, "d"}};

// The largest unit in which `ns` is at least one; minutes and more only from two of them on.
const Unit& unitFor(double ns) {
    const Unit* best = &kUnits[0];
    for (const Unit& unit : kUnits) {
        const double least = unit.nanoseconds > 1e9 ? 5 * unit.nanoseconds : unit.nanoseconds;
        if (ns >= least) best = &unit;
    }
    return *best;
}

QString unitName(const Unit& unit) { return QCoreApplication::translate("TimeUnit", unit.name); }

// 1, 2 or 5 times a power of ten; for minutes and hours what divides sixty.
double roundStep(double raw, const Unit& unit) {
    if (unit.nanoseconds >= 60e9) {
        for (const double step : {1.0, 2.0, 5.0, 10.0, 15.0, 30.0}) {
            if (step >= raw) return step;
        }
    }
    const double power = std::pow(10, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= raw * 0.999) return factor * power;
    }
    return 10 * power;
}

}  // namespace

QString timeText(Time time) {
    if (time.isNever()) return QCoreApplication::translate("TimeUnit", "never");
    const double ns = static_cast<double>(time.nanoseconds());
    if (ns == 0) return QLocale().toString(0) + QLatin1Char(' ') + unitName(kUnits[3]);
    const Unit& unit = unitFor(std::abs(ns));
    const double value = ns / unit.nanoseconds;
    const int whole = static_cast<int>(std::floor(std::log10(std::max(1.0, std::abs(value))))) + 1;
    return QLocale().toString(value, 'f', std::clamp(4 - whole, 0, 3)) + QLatin1Char(' ') + unitName(unit);
}

std::vector<TimeTick> timeTicks(Time begin, Time end, int most) {
    std::vector<TimeTick> ticks;
    const double span = static_cast<double>((end - begin).nanoseconds());
    if (span <= 0 || most < 1) return ticks;
    const Unit& unit = unitFor(std::max(span, static_cast<double>(end.nanoseconds()) / 1000));
    const double step = std::max(1.0 / unit.nanoseconds, roundStep(span / unit.nanoseconds / most, unit));
    const int decimals = std::clamp(static_cast<int>(-std::floor(std::log10(step) + 1e-9)), 0, 6);
    const double first = std::ceil(static_cast<double>(begin.nanoseconds()) / unit.nanoseconds / step - 1e-9);
    for (int i = 0; i <= most + 1; ++i) {
        const double value = (first + i) * step;
        const Time at = Time::fromNanoseconds(static_cast<std::int64_t>(std::round(value * unit.nanoseconds)));
        if (at > end) break;
        ticks.push_back({at, QLocale().toString(value, 'f', decimals) + QLatin1Char(' ') + unitName(unit)});
    }
    return ticks;
}

TimeScale timelineScale(Time begin, Time end, int width) {
    return {begin, std::max(end, begin + Time::fromNanoseconds(1)), static_cast<double>(kTimelineGutter),
            std::max<double>(kTimelineGutter + 10, width - kTimelineMargin)};
}

void paintTimeAxis(QPainter& painter, const TimeScale& scale, const QRect& area) {
    const ThemeColors& colors = Theme::instance().colors();
    painter.fillRect(area, colors.panel);
    painter.setPen(colors.grid);
    painter.drawLine(QPointF(scale.left, area.top() + 0.5), QPointF(scale.right, area.top() + 0.5));
    const QFontMetrics metrics(painter.font());
    const int most = std::max(2, static_cast<int>((scale.right - scale.left) / 90));
    for (const TimeTick& tick : timeTicks(scale.begin, scale.end, most)) {
        const double x = scale.x(tick.at);
        const double width = metrics.horizontalAdvance(tick.label);
        painter.setPen(colors.grid);
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.top() + 4));
        painter.setPen(colors.mutedText);
        const double left = std::clamp(x - width / 2, 2.0, area.right() - width - 2);
        painter.drawText(QPointF(left, area.top() + 5 + metrics.ascent()), tick.label);
    }
}

}  // namespace loom
