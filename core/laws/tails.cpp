#include "core/laws/tails.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

#include "core/laws/numerics.h"

namespace loom::laws {

double barrierExponential(int tasks) { return harmonic(tasks); }

double orderStatisticExponential(int tasks, int k) { return harmonic(tasks) - harmonic(tasks - k); }

double replicatedBarrier(int tasks, int copies) { return harmonic(tasks) / copies; }

double orderStatisticLogNormal(int tasks, int k, double mu, double sigma) {
    // Integral of exp(mu + sigma z) times the density of the k-th smallest normal; the integrand is smooth and dies out
    // at both ends, so equal steps converge faster than any power.
    constexpr int kSteps = 4000;
    const double low = -12, high = 12 + 2 * sigma, step = (high - low) / kSteps;
    const double logChoose = std::lgamma(tasks + 1.0) - std::lgamma(static_cast<double>(k)) - std::lgamma(tasks - k + 1.0);
    double sum = 0;
    for (int i = 0; i <= kSteps; ++i) {
        const double z = low + step * i;
        double logDensity = logChoose - z * z / 2;
        if (k > 1) logDensity += (k - 1) * std::log(normalCdf(z));
        if (tasks > k) logDensity += (tasks - k) * std::log(normalCdf(-z));
        sum += std::exp(logDensity + sigma * z);
    }
    return std::exp(mu) * sum * step / std::sqrt(2 * std::numbers::pi);
}

double barrierLogNormalRatio(int tasks, double sigma) {
    return orderStatisticLogNormal(tasks, tasks, 0, sigma) / std::exp(sigma * sigma / 2);
}

double anyOf(double probability, double count) { return -std::expm1(count * std::log1p(-probability)); }

double paretoMean(double scale, double shape) {
    return shape > 1 ? shape * scale / (shape - 1) : std::numeric_limits<double>::infinity();
}

double paretoBarrier(double scale, double shape, int tasks) {
    if (!(shape > 1)) return std::numeric_limits<double>::infinity();
    return scale * std::exp(std::lgamma(tasks + 1.0) + std::lgamma(1 - 1 / shape) - std::lgamma(tasks + 1 - 1 / shape));
}

double speculativeFinish(double time, double slowdown, double launch) { return std::min(slowdown * time, launch * time + time); }

SpeculatedBarrier speculatedBarrier(int tasks, double probability, double time, double slowdown, double launch) {
    const double any = anyOf(probability, tasks);
    return {any, time + any * (slowdown * time - time), time + any * (speculativeFinish(time, slowdown, launch) - time)};
}

double wastedFraction(std::span<const double> useful, std::span<const double> killed) {
    return std::accumulate(killed.begin(), killed.end(), 0.0) / std::accumulate(useful.begin(), useful.end(), 0.0);
}

}  // namespace loom::laws
