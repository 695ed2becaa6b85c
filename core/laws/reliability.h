// Lifetimes, availability, durability, retries. Times in one unit, rates per that unit.
#pragma once

#include <vector>

namespace loom::laws {

struct Weibull {
    double shape = 1;  // below 1: failures become rarer with age (Schroeder, Gibson 2006)
    double scale = 1;
    [[nodiscard]] double mean() const;                                // s G(1 + 1/k)
    [[nodiscard]] double variation() const;                           // standard deviation / mean
    [[nodiscard]] double median() const;                              // s (ln 2)^{1/k}
    [[nodiscard]] double survival(double age) const;                  // exp(-(t/s)^k)
    [[nodiscard]] double failsWithin(double age, double span) const;  // P(fails in (t, t+d) | alive at t)
    [[nodiscard]] double sample(double uniform) const;                // s (-ln u)^{1/k}
};

struct LogNormal {
    double mu = 0;
    double sigma = 1;
    static LogNormal fromMean(double mean, double variation);  // sigma^2 = ln(1 + cv^2), mu = ln m - sigma^2/2
    [[nodiscard]] double mean() const;
    [[nodiscard]] double median() const;
    [[nodiscard]] double quantile(double probability) const;
};

double availability(double mtbf, double mttr);                // MTBF / (MTBF + MTTR)
double allUp(double availability, int parts);                 // series: A^n
double anyUp(double availability, int parts);                 // parallel: 1 - (1-A)^n
double enoughUp(double availability, int parts, int needed);  // k of n; a majority for a quorum

enum class Repair { serial, parallel };  // one unit at a time, or all missing ones at once
// Mean time until fewer than `needed` of `units` are live: the exact birth-death chain.
double meanTimeToDataLoss(int units, int needed, double failureRate, double repairRate, Repair repair);
// Erasure code of data + parity units, or replicas (data 1): P(fewer than `data` live) at unit unavailability p.
double unavailability(int data, int parity, double p);

double expectedAttempts(double failure);                                                  // 1 / (1-q), unbounded retries
double expectedAttempts(double failure, int most);                                        // (1 - q^n) / (1-q)
double allAttemptsFail(double failure, int most);                                         // q^n
double allTasksSucceed(double failure, int most, double tasks);                           // (1 - q^n)^tasks
std::vector<double> backoffWaits(double base, double multiplier, double cap, int count);  // min(cap, base mult^i)
double retryAmplification(double tries, int layers);                                      // r^d calls at the bottom of d layers

}  // namespace loom::laws
