// Colours that differ from kind of task to kind of task.
#pragma once

#include <array>
#include <cstddef>

namespace loom {

// Red, green, blue from 0 to 1, light enough for black text on it: steps around the circle of hues near the golden ratio.
inline std::array<double, 3> kindColor(std::size_t kind) {
    const std::size_t hue = (210 + kind % 360 * 222) % 360;
    const double part = static_cast<double>(hue % 60) / 60;
    constexpr double kHigh = 0.9, kLow = 0.45;
    const double up = kLow + (kHigh - kLow) * part, down = kHigh - (kHigh - kLow) * part;
    switch (hue / 60) {
        case 0: return {kHigh, up, kLow};
        case 1: return {down, kHigh, kLow};
        case 2: return {kLow, kHigh, up};
        case 3: return {kLow, down, kHigh};
        case 4: return {up, kLow, kHigh};
        default: return {kHigh, kLow, down};
    }
}

}  // namespace loom
