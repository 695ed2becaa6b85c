// Barriers and tails: why the slowest of many decides. Times in units of the distribution given.
#pragma once

#include <span>

namespace loom::laws {

double barrierExponential(int tasks);                // E[max of n exp(1)] = H_n
double orderStatisticExponential(int tasks, int k);  // E[k-th of n exp(1)] = H_n - H_{n-k}: k-of-n coding, quorums
double replicatedBarrier(int tasks, int copies);     // each of n tasks runs r times, first wins: H_n / r

// E[k-th smallest of n] of log-normal(mu, sigma) times, by trapezoidal quadrature (relative error < 1e-9).
double orderStatisticLogNormal(int tasks, int k, double mu, double sigma);
double barrierLogNormalRatio(int tasks, double sigma);  // E[max of n] / mean

double anyOf(double probability, double count);  // 1 - (1-p)^n: fan-out tail; Dean, Barroso 2013

// Pareto(xm, a): mean a xm / (a-1); E[max of n] = xm G(n+1) G(1-1/a) / G(n+1-1/a); the first of r copies is
// Pareto(xm, r a). Infinite for a <= 1.
double paretoMean(double scale, double shape);
double paretoBarrier(double scale, double shape, int tasks);

// A straggler is `slowdown` times slower than `time`; a copy started at launch * time takes `time`.
double speculativeFinish(double time, double slowdown, double launch);
struct SpeculatedBarrier {
    double stragglerProbability = 0;  // 1 - (1-p)^n
    double without = 0;               // s, expected
    double with = 0;                  // s, expected
};
SpeculatedBarrier speculatedBarrier(int tasks, double probability, double time, double slowdown, double launch);
double wastedFraction(std::span<const double> useful, std::span<const double> killed);  // killed time / useful time

}  // namespace loom::laws
