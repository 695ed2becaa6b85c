// Quantities as SimGrid platforms write them: case matters, no blank before the unit (formats.md 8.1).
#pragma once

#include <string_view>

#include "core/base/result.h"

namespace loom {

enum class SimgridUnit { speed, bandwidth, latency };

struct SimgridValue {
    double value = 0;      // flop/s, B/s or s
    bool unitless = false;  // a bare number other than 0: SimGrid reads it so, with a warning
};

// Refuses unknown units, what is not finite, and trailing text. May be negative or zero: what that means, the caller knows.
Result<SimgridValue> parseSimgridValue(std::string_view text, SimgridUnit unit);

}  // namespace loom
