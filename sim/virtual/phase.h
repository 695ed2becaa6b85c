// The order of what happens at one instant (model-spec.md A.1).
#pragma once

#include <cstdint>

namespace loom {

enum class Phase : std::uint8_t { completion = 0, fault = 1, message = 2, timer = 3 };

}  // namespace loom
