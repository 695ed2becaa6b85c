// Decision formulas of named systems: what their schedulers and autoscalers compute. Defaults are those of the systems.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace loom::laws {

// Kubernetes horizontal autoscaler: ceil(current metric / target), unchanged within 10 %.
int autoscaleReplicas(int current, double metric, double target, double tolerance = 0.1);
int autoscaleStepLimit(int current);             // one 15 s step up: at most +4 or +100 %
std::vector<int> dynamicAllocation(int needed);  // Spark's executor targets: +1, +2, +4, ... while backlogged

double fairShareFactor(double usage, double share, double damping = 1);  // Slurm: 2^{-(U/S)/d}

// Dominant Resource Fairness (Ghodsi et al. 2011): tasks granted to each user of constant demand by progressive
// filling, ties to the lower user, until no user's next task fits.
struct DominantShares {
    std::vector<int> tasks;
    std::vector<double> shares;  // dominant share of each user
};
DominantShares dominantResourceFairness(std::span<const double> capacity, std::span<const std::vector<double>> demands);

// Dask distributed (scheduler.py, stealing.py).
double daskStart(double occupancy, double threads, double missingBytes, double bandwidth);
double daskStealRatio(double bytes, double bandwidth, double compute);  // (bytes/bw + 0.1) / compute
std::optional<int> daskStealLevel(double ratio);  // max(1, round(lg ratio + 6)); none from 15 on: never stolen
struct StealTest {
    double thief = 0;   // occupancy + transfer + compute there
    double victim = 0;  // occupancy - (transfer + compute) / 2
    [[nodiscard]] bool steal() const { return thief <= victim; }
};
StealTest daskSteal(double thiefOccupancy, double thiefTransfer, double victimOccupancy, double victimTransfer, double compute);
int daskSlots(double saturation, int threads, int processing);  // max(ceil(sat n), 1) - processing

double rayScore(double utilisation, double threshold = 0.5);  // u from the threshold on, else 0: pack, then spread
// The candidates among which Ray's hybrid policy draws: only `local` when no node scores lower, else the best `count`.
// `local` may be no candidate: utilisation.size().
std::vector<std::size_t> rayCandidates(std::span<const double> utilisation, std::size_t local, std::size_t count,
                                       double threshold = 0.5);
std::size_t rayTop(std::size_t nodes, double fraction = 0.2);  // max(1, floor(fraction n))

int sparkMinFinished(double quantile, int tasks);                                  // max(floor(q n), 1)
double sparkSpeculationAge(double multiplier, double median, double least = 0.1);  // s

double ucb1(double mean, double plays, double total);  // mean + sqrt(2 ln t / n); Auer et al. 2002

// Alert with a `for` duration on a grid of scrapes and evaluations starting at 0. Seconds.
struct AlertTimes {
    double firstSample = 0, pending = 0, firing = 0;
};
AlertTimes alertTimes(double breach, double scrape, double evaluation, double forDuration);

}  // namespace loom::laws
