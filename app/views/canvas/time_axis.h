// Times as text and as ticks of an axis.
#pragma once

#include <vector>

#include <QString>

#include "core/base/time.h"

class QPainter;
class QRect;

namespace loom {

// "27.4 s", "3 min 20 s", "850 ms": four significant digits in the person's locale.
QString timeText(Time time);

struct TimeTick {
    Time at;
    QString label;  // unit included
};

// Ticks at round times in [begin, end], at most `most` of them, labelled with as many digits as they need.
std::vector<TimeTick> timeTicks(Time begin, Time end, int most);

// A linear map between times and horizontal pixels.
struct TimeScale {
    Time begin, end;
    double left = 0, right = 1;

    [[nodiscard]] double nanosecondsPerPixel() const {
        return static_cast<double>((end - begin).nanoseconds()) / (right > left ? right - left : 1.0);
    }
    [[nodiscard]] double x(Time time) const {
        const double span = static_cast<double>((end - begin).nanoseconds());
        return span <= 0 ? left : left + static_cast<double>((time - begin).nanoseconds()) / span * (right - left);
    }
    [[nodiscard]] Time time(double x) const {
        const double ns = static_cast<double>(begin.nanoseconds()) + (x - left) * nanosecondsPerPixel();
        return Time::fromNanoseconds(static_cast<std::int64_t>(ns));
    }
};

// What all strips over time have in common, in logical pixels: left of the first moment, right of the last, and the axis.
inline constexpr int kTimelineGutter = 84;
inline constexpr int kTimelineMargin = 14;
inline constexpr int kTimeAxisHeight = 22;
// Of a strip that is `width` wide; an empty range is a nanosecond long.
TimeScale timelineScale(Time begin, Time end, int width);

// Ticks with their labels below a line; in the theme's colours.
void paintTimeAxis(QPainter& painter, const TimeScale& scale, const QRect& area);

}  // namespace loom
