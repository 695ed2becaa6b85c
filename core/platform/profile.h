// How a capacity changes over time: a speed, a bandwidth, a latency, being on or off.
#pragma once

#include <vector>

namespace loom {

// Before the first point the nominal value holds; a point's value holds until the next one. With `loopAfter` >= 0 the
// pattern starts again that many seconds after its last point (and again after each repetition); the last value stays
// until then (as SimGrid's profile files do, formats.md 8.5). What a value means is said where the profile stands.
struct Profile {
    struct Point {
        double time = 0;  // s, ascending, not negative
        double value = 0;
        friend bool operator==(const Point&, const Point&) = default;
    };
    std::vector<Point> points;
    double loopAfter = -1;  // s; negative: once
    [[nodiscard]] bool empty() const { return points.empty(); }
    friend bool operator==(const Profile&, const Profile&) = default;
};

}  // namespace loom
