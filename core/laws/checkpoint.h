// Work that fails: restarts, checkpoint intervals, mean times between failures of many parts. Exponential failures of
// mean M; every time in one unit.
#pragma once

namespace loom::laws {

double systemMtbf(double partMtbf, double parts);                         // M / N: any part's failure fails the system
double noFailureProbability(double partMtbf, double parts, double time);  // exp(-N t / M)

// Expected time of t units of work that start over at every failure: (M + R)(e^{t/M} - 1), R = restart time.
double withoutCheckpoint(double work, double mtbf, double restart);

// The compute time between checkpoints of cost d that wastes least.
double youngInterval(double cost, double mtbf);  // sqrt(2 d M); Young 1974
double dalyInterval(double cost, double mtbf);   // higher order, M for d >= 2M; Daly 2006
double exactInterval(double cost, double mtbf);  // M (1 + W0(-e^{-d/M-1})): the stationary point of checkpointSlowdown

// Expected time / useful time with checkpoints every `interval`: M e^{R/M} (e^{(tau+d)/M} - 1) / tau.
double checkpointSlowdown(double interval, double cost, double mtbf, double restart);
double firstOrderWaste(double interval, double cost, double mtbf);  // d / tau + tau / 2M

}  // namespace loom::laws
