// What one `--vary` means: a path of the scenario and the values it takes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace loom {

struct Axis {
    std::string path;                 // see core/scenario/variation.h
    std::vector<std::string> values;  // at least one, as text, in the order of the sweep
    friend bool operator==(const Axis&, const Axis&) = default;
};

// Reads "path=a,b,c" (commas inside brackets belong to a value), "path=a..b" (steps of 1), "path=a..b:step" or
// "path=a..b*factor". Numbers may have units ("1Gbps..16Gbps*2"); a unit given once holds for all, different ones are
// converted. Ranges go down when b < a, and hold b if a step falls on it. At most kMostAxisValues values.
Result<Axis> parseAxis(std::string_view text);

inline constexpr std::size_t kMostAxisValues = 100'000;

// Splits at commas outside brackets: "fifo,heft[average=pairs,insertion=false]" has two parts.
std::vector<std::string> splitList(std::string_view text);

}  // namespace loom
