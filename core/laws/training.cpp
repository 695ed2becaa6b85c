#include "core/laws/training.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace loom::laws {

OverlappedTraining overlappedTraining(const TrainingStep& step) {
    OverlappedTraining out;
    const double least = std::max(step.bucketCap, step.bytes / 1e6);  // a hostile cap must not make endless buckets
    for (double rest = step.bytes, cap = step.firstBucket; rest > 0; cap = least) {
        out.buckets.push_back(std::min(rest, cap > 0 ? cap : least));
        rest -= out.buckets.back();
    }
    double ready = 0, end = 0, reductions = 0;
    for (double bucket : out.buckets) {
        const double reduction = allReduceRing(step.cost, step.ranks, bucket);
        ready += bucket;
        end = std::max(end, step.backward * ready / step.bytes) + reduction;
        reductions += reduction;
    }
    out.communicationEnd = end;
    out.iteration = step.forward + std::max(step.backward, end) + step.optimizer;
    out.withoutOverlap = step.forward + step.backward + reductions + step.optimizer;
    out.singleBucket = step.forward + step.backward + allReduceRing(step.cost, step.ranks, step.bytes) + step.optimizer;
    out.exposed = std::max(0.0, end - step.backward);
    return out;
}

double syncThroughput(double workers, double time, double slowdown) { return workers / (slowdown * time); }

double asyncThroughput(double workers, double time, double slowdown) { return (workers - 1) / time + 1 / (slowdown * time); }

double staleSyncThroughput(double workers, double time, double slowdown) { return syncThroughput(workers, time, slowdown); }

double parameterServerTime(double bytes, double workers, double servers, double bandwidth, bool fullDuplex) {
    return (fullDuplex ? 1 : 2) * workers * bytes / (servers * bandwidth);
}

double ringTime(double bytes, int ranks, double bandwidth) { return 2.0 * (ranks - 1) / ranks * bytes / bandwidth; }

double staleDescentLimit(double staleness) { return 2 * std::sin(std::numbers::pi / (2 * (2 * staleness + 1))); }

}  // namespace loom::laws
