// Data-parallel training: overlap of all-reduce with the backward pass, parameter servers, staleness. Seconds, bytes.
#pragma once

#include <vector>

#include "core/laws/messages.h"

namespace loom::laws {

// Gradients of `bytes` become ready linearly during `backward`; buckets are reduced by rings one after another.
struct OverlappedTraining {
    std::vector<double> buckets;  // bytes
    double communicationEnd = 0;  // after the forward pass
    double iteration = 0;
    double withoutOverlap = 0;  // the same buckets after the backward pass
    double singleBucket = 0;    // one all-reduce after the backward pass
    double exposed = 0;         // communication the backward pass does not hide
};
struct TrainingStep {
    double bytes = 0, firstBucket = 0, bucketCap = 0;
    double forward = 0, backward = 0, optimizer = 0;
    int ranks = 1;
    LinkCost cost;
};
OverlappedTraining overlappedTraining(const TrainingStep& step);

// Iterations/s of n workers of time T, one of them k times slower.
double syncThroughput(double workers, double time, double slowdown);       // n / (k T)
double asyncThroughput(double workers, double time, double slowdown);      // (n-1)/T + 1/(k T)
double staleSyncThroughput(double workers, double time, double slowdown);  // SSP, any slack, long run: as sync

// Push and pull of the parameters through the servers' ports; full duplex halves it.
double parameterServerTime(double bytes, double workers, double servers, double bandwidth, bool fullDuplex);
double ringTime(double bytes, int ranks, double bandwidth);  // 2 (p-1)/p n / B

// Largest eta lambda for which descent on a quadratic with staleness tau is stable: 2 sin(pi/(2(2 tau+1)));
// Levin, May 1976.
double staleDescentLimit(double staleness);

}  // namespace loom::laws
