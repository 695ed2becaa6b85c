#include "sim/sweep/interval.h"

#include <cmath>
#include <cstddef>
#include <iterator>

namespace loom {

namespace {

// Student's t for a 95 % interval; beyond 30 degrees of freedom by its expansion about the normal (Abramowitz, Stegun 26.7.5).
double student95(std::size_t degrees) {
    static constexpr double kTable[] = {12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
                                        2.201,  2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
                                        2.080,  2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042};
    if (degrees == 0) return 0;
    if (degrees <= std::size(kTable)) return kTable[degrees - 1];
    constexpr double z = 1.959963984540054;
    const auto nu = static_cast<double>(degrees);
    return z + (z * z * z + z) / (4 * nu) + (5 * z * z * z * z * z + 16 * z * z * z + 3 * z) / (96 * nu * nu);
}

}  // namespace

double mean(std::span<const double> values) {
    double sum = 0;
    for (const double v : values) sum += v;
    return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

double halfWidth95(std::span<const double> values) {
    if (values.size() < 2) return 0;
    const double centre = mean(values);
    double squares = 0;
    for (const double v : values) squares += (v - centre) * (v - centre);
    const auto n = static_cast<double>(values.size());
    return student95(values.size() - 1) * std::sqrt(squares / (n - 1) / n);
}

}  // namespace loom
