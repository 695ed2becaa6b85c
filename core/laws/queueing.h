// Queues in steady state. Rates per second, times in seconds; infinite when the queue is not stable (rho >= 1).
#pragma once

namespace loom::laws {

double little(double arrivalRate, double timeInSystem);  // L = lambda W, any stable system; Little 1961

struct QueueMeasures {
    double utilisation = 0;      // rho
    double waitProbability = 0;  // P(an arrival waits)
    double queueTime = 0;        // Wq
    double systemTime = 0;       // W
    double queueLength = 0;      // Lq
    double systemLength = 0;     // L
};
QueueMeasures mm1(double arrivalRate, double serviceRate);                              // Poisson arrivals, exponential service
QueueMeasures mmc(double arrivalRate, double serviceRate, int servers);                 // Erlang C
double mm1TailProbability(double arrivalRate, double serviceRate, double time);         // P(T > t) = exp(-(mu - lambda) t)
double mm1Quantile(double arrivalRate, double serviceRate, double probability);         // -ln(1-p) / (mu - lambda)
double mmcQueueTail(double arrivalRate, double serviceRate, int servers, double time);  // P(Wq > t)

double erlangB(double offeredLoad, int servers);  // blocking of M/M/c/c: B(k) = aB(k-1) / (k + aB(k-1)); Erlang 1917
double erlangC(double offeredLoad, int servers);  // P(wait) = B / (1 - rho (1 - B))

// The smallest number of servers with P(Wq > time) <= risk; 0 when more than a million would be needed.
int staffing(double arrivalRate, double serviceRate, double time, double risk);

// M/G/1 by Pollaczek-Khinchine: Wq = rho/(1-rho) (1+cs2)/2 E[S]; cs2 = squared coefficient of variation (0: M/D/1).
QueueMeasures mg1(double arrivalRate, double meanService, double serviceScv);
// Processor sharing, insensitive to the distribution: E[T | x] = x / (1-rho).
double processorSharing(double arrivalRate, double meanService, double work);
// G/G/1 approximation and upper bound: rho/(1-rho) (ca2+cs2)/2 E[S]; Kingman 1961.
double kingman(double utilisation, double arrivalScv, double serviceScv, double meanService);
// Each job joins the shortest of d random queues, unit service rate, many servers: E[T]; Mitzenmacher 2001.
double choicesTime(double load, int choices);

// Sinusoidal arrivals b (1 + a sin(2 pi t / P)): expected arrivals in the first half period; peak is b (1 + a).
double diurnalFirstHalf(double base, double amplitude, double period);

}  // namespace loom::laws
