// What repeated runs say together.
#pragma once

#include <span>

namespace loom {

// 0 for no values.
double mean(std::span<const double> values);
// Half the width of the 95 % confidence interval of the mean (Student's t); 0 for fewer than two values.
double halfWidth95(std::span<const double> values);

}  // namespace loom
