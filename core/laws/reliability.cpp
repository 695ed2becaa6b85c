#include "core/laws/reliability.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/base/rng.h"
#include "core/laws/numerics.h"

namespace loom::laws {

double Weibull::mean() const { return scale * std::tgamma(1 + 1 / shape); }

double Weibull::variation() const {
    const double first = std::tgamma(1 + 1 / shape);
    return std::sqrt(std::tgamma(1 + 2 / shape) / (first * first) - 1);
}

double Weibull::median() const { return scale * std::pow(std::numbers::ln2, 1 / shape); }

double Weibull::survival(double age) const { return std::exp(-std::pow(age / scale, shape)); }

double Weibull::failsWithin(double age, double span) const {
    return -std::expm1(std::pow(age / scale, shape) - std::pow((age + span) / scale, shape));
}

double Weibull::sample(double uniform) const { return scale * std::pow(-std::log(uniform), 1 / shape); }

LogNormal LogNormal::fromMean(double mean, double variation) {
    const double variance = std::log1p(variation * variation);
    return {std::log(mean) - variance / 2, std::sqrt(variance)};
}

double LogNormal::mean() const { return std::exp(mu + sigma * sigma / 2); }

double LogNormal::median() const { return std::exp(mu); }

double LogNormal::quantile(double probability) const { return std::exp(mu + sigma * inverseNormal(probability)); }

double availability(double mtbf, double mttr) { return mtbf / (mtbf + mttr); }

double allUp(double availability, int parts) { return std::pow(availability, parts); }

double anyUp(double availability, int parts) { return 1 - std::pow(1 - availability, parts); }

double enoughUp(double availability, int parts, int needed) { return binomialTail(parts, needed, availability); }

double meanTimeToDataLoss(int units, int needed, double failureRate, double repairRate, Repair repair) {
    // d_k: expected time spent going from k live units to k-1.
    double total = 0, above = 0;
    for (int live = units; live >= needed; --live) {
        const int repairs = repair == Repair::parallel ? units - live : std::min(units - live, 1);
        above = (1 + repairs * repairRate * above) / (live * failureRate);
        total += above;
    }
    return total;
}

double unavailability(int data, int parity, double p) { return binomialTail(data + parity, parity + 1, p); }

double expectedAttempts(double failure) { return 1 / (1 - failure); }

double expectedAttempts(double failure, int most) { return (1 - std::pow(failure, most)) / (1 - failure); }

double allAttemptsFail(double failure, int most) { return std::pow(failure, most); }

double allTasksSucceed(double failure, int most, double tasks) {
    return std::exp(tasks * std::log1p(-allAttemptsFail(failure, most)));
}

std::vector<double> backoffWaits(double base, double multiplier, double cap, int count) {
    std::vector<double> waits;
    double wait = base;
    for (int i = 0; i < count; ++i, wait *= multiplier) waits.push_back(std::min(cap, wait));
    return waits;
}

double retryAmplification(double tries, int layers) { return std::pow(tries, layers); }

}  // namespace loom::laws
