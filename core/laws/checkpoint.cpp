#include "core/laws/checkpoint.h"

#include <cmath>

namespace loom::laws {

double systemMtbf(double partMtbf, double parts) { return partMtbf / parts; }

double noFailureProbability(double partMtbf, double parts, double time) { return std::exp(-parts * time / partMtbf); }

double withoutCheckpoint(double work, double mtbf, double restart) { return (mtbf + restart) * std::expm1(work / mtbf); }

double youngInterval(double cost, double mtbf) { return std::sqrt(2 * cost * mtbf); }

double dalyInterval(double cost, double mtbf) {
    if (cost >= 2 * mtbf) return mtbf;
    const double half = cost / (2 * mtbf);
    return std::sqrt(2 * cost * mtbf) * (1 + std::sqrt(half) / 3 + half / 9) - cost;
}

double exactInterval(double cost, double mtbf) {
    // With y = -ln(1 - tau/M) the stationary point is y + e^{-y} - 1 = d/M: convex, so Newton falls monotonically from
    // a point on the right, and nothing cancels for tiny d/M as it would in W0 near its branch point.
    const double ratio = cost / mtbf;
    if (!(ratio > 0)) return 0;
    double y = ratio + std::sqrt(2 * ratio);
    for (int i = 0; i < 100; ++i) {
        const double next = y - (y + std::expm1(-y) - ratio) / -std::expm1(-y);
        if (!(next < y)) break;
        y = next;
    }
    return -mtbf * std::expm1(-y);
}

double checkpointSlowdown(double interval, double cost, double mtbf, double restart) {
    return mtbf * std::exp(restart / mtbf) * std::expm1((interval + cost) / mtbf) / interval;
}

double firstOrderWaste(double interval, double cost, double mtbf) { return cost / interval + interval / (2 * mtbf); }

}  // namespace loom::laws
