#include "core/laws/queueing.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace loom::laws {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

QueueMeasures saturated(double utilisation) { return {utilisation, 1, kInfinity, kInfinity, kInfinity, kInfinity}; }

}  // namespace

double little(double arrivalRate, double timeInSystem) { return arrivalRate * timeInSystem; }

QueueMeasures mm1(double arrivalRate, double serviceRate) { return mmc(arrivalRate, serviceRate, 1); }

QueueMeasures mmc(double arrivalRate, double serviceRate, int servers) {
    const double rho = arrivalRate / (servers * serviceRate);
    if (!(rho < 1)) return saturated(rho);
    const double wait = erlangC(arrivalRate / serviceRate, servers);
    const double queueTime = wait / (servers * serviceRate - arrivalRate);
    const double systemTime = queueTime + 1 / serviceRate;
    return {rho, wait, queueTime, systemTime, arrivalRate * queueTime, arrivalRate * systemTime};
}

double mm1TailProbability(double arrivalRate, double serviceRate, double time) {
    return arrivalRate < serviceRate ? std::exp(-(serviceRate - arrivalRate) * time) : 1;
}

double mm1Quantile(double arrivalRate, double serviceRate, double probability) {
    return arrivalRate < serviceRate ? -std::log1p(-probability) / (serviceRate - arrivalRate) : kInfinity;
}

double mmcQueueTail(double arrivalRate, double serviceRate, int servers, double time) {
    if (!(arrivalRate < servers * serviceRate)) return 1;
    return erlangC(arrivalRate / serviceRate, servers) * std::exp(-(servers * serviceRate - arrivalRate) * time);
}

double erlangB(double offeredLoad, int servers) {
    double blocking = 1;
    for (int k = 1; k <= servers; ++k) blocking = offeredLoad * blocking / (k + offeredLoad * blocking);
    return blocking;
}

double erlangC(double offeredLoad, int servers) {
    const double rho = offeredLoad / servers;
    if (!(rho < 1)) return 1;
    const double blocking = erlangB(offeredLoad, servers);
    return blocking / (1 - rho * (1 - blocking));
}

int staffing(double arrivalRate, double serviceRate, double time, double risk) {
    constexpr int kMost = 1'000'000;
    const double load = arrivalRate / serviceRate;
    double blocking = 1;  // Erlang B grows by one server a step, so the search is linear
    for (int c = 1; c <= kMost; ++c) {
        blocking = load * blocking / (c + load * blocking);
        if (load >= c) continue;
        const double wait = blocking / (1 - load / c * (1 - blocking));
        if (wait * std::exp(-(c * serviceRate - arrivalRate) * time) <= risk) return c;
    }
    return 0;
}

QueueMeasures mg1(double arrivalRate, double meanService, double serviceScv) {
    const double rho = arrivalRate * meanService;
    if (!(rho < 1)) return saturated(rho);
    const double queueTime = kingman(rho, 1, serviceScv, meanService);
    const double systemTime = queueTime + meanService;
    return {rho, rho, queueTime, systemTime, arrivalRate * queueTime, arrivalRate * systemTime};
}

double processorSharing(double arrivalRate, double meanService, double work) {
    const double rho = arrivalRate * meanService;
    return rho < 1 ? work / (1 - rho) : kInfinity;
}

double kingman(double utilisation, double arrivalScv, double serviceScv, double meanService) {
    if (!(utilisation < 1)) return kInfinity;
    return utilisation / (1 - utilisation) * (arrivalScv + serviceScv) / 2 * meanService;
}

double choicesTime(double load, int choices) {
    if (!(load < 1) || choices < 1) return kInfinity;
    if (choices == 1) return 1 / (1 - load);
    // Exponents (d^i - d)/(d-1) = 0, d, d + d^2, ...: a term is negligible after a few doublings.
    double sum = 0, exponent = 0, step = choices;
    for (double term = 1; term > 1e-18; term = std::pow(load, exponent)) {
        sum += term;
        exponent += step;
        step *= choices;
    }
    return sum;
}

double diurnalFirstHalf(double base, double amplitude, double period) {
    return base * period / 2 + amplitude * base * period / std::numbers::pi;
}

}  // namespace loom::laws
