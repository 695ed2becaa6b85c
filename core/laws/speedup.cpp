#include "core/laws/speedup.h"

#include <algorithm>
#include <cmath>

namespace loom::laws {

double amdahl(double serialFraction, double workers) { return 1 / (serialFraction + (1 - serialFraction) / workers); }

double amdahlLimit(double serialFraction) { return 1 / serialFraction; }

double gustafson(double serialFraction, double workers) { return workers - serialFraction * (workers - 1); }

double karpFlatt(double speedup, double workers) { return (1 / speedup - 1 / workers) / (1 - 1 / workers); }

double uslCapacity(double contention, double coherency, double workers) {
    return workers / (1 + contention * (workers - 1) + coherency * workers * (workers - 1));
}

double uslPeak(double contention, double coherency) { return std::sqrt((1 - contention) / coherency); }

Bounds brent(double work, double span, double workers) {
    return {std::max(work / workers, span), work / workers + span * (workers - 1) / workers};
}

double roofline(double peak, double bandwidth, double intensity) { return std::min(peak, intensity * bandwidth); }

double rooflineRidge(double peak, double bandwidth) { return peak / bandwidth; }

double timeWithOverhead(double work, double perWorker, double rest, double workers) {
    return work / workers + perWorker * workers + rest;
}

OptimalWorkers optimalWorkers(double work, double perWorker, double rest) {
    return {std::sqrt(work / perWorker), 2 * std::sqrt(work * perWorker) + rest};
}

ScalingFit fitScaling(double workers1, double time1, double workers2, double time2) {
    const double parallel = (time1 - time2) / (1 / workers1 - 1 / workers2);
    return {parallel, time1 - parallel / workers1};
}

}  // namespace loom::laws
