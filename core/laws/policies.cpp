#include "core/laws/policies.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace loom::laws {

int autoscaleReplicas(int current, double metric, double target, double tolerance) {
    const double ratio = metric / target;
    if (std::fabs(ratio - 1) <= tolerance) return current;
    return static_cast<int>(std::clamp(std::ceil(current * ratio), 0.0, 1e9));
}

int autoscaleStepLimit(int current) { return std::max(current + 4, 2 * current); }

std::vector<int> dynamicAllocation(int needed) {
    std::vector<int> targets;
    for (int target = 0, step = 1; target < needed && step > 0; step *= 2) {
        target = step < needed - target ? target + step : needed;
        targets.push_back(target);
        if (target == needed) break;
    }
    return targets;
}

double fairShareFactor(double usage, double share, double damping) { return std::exp2(-(usage / share) / damping); }

DominantShares dominantResourceFairness(std::span<const double> capacity, std::span<const std::vector<double>> demands) {
    DominantShares out{std::vector<int>(demands.size()), std::vector<double>(demands.size())};
    std::vector<double> used(capacity.size());
    const auto fits = [&](std::size_t user) {
        for (std::size_t r = 0; r < capacity.size(); ++r)
            if (used[r] + demands[user][r] > capacity[r]) return false;
        return std::any_of(demands[user].begin(), demands[user].end(), [](double d) { return d > 0; });
    };
    for (;;) {
        std::optional<std::size_t> poorest;
        for (std::size_t user = 0; user < demands.size(); ++user)
            if (fits(user) && (!poorest || out.shares[user] < out.shares[*poorest])) poorest = user;
        if (!poorest) return out;
        ++out.tasks[*poorest];
        for (std::size_t r = 0; r < capacity.size(); ++r) {
            used[r] += demands[*poorest][r];
            out.shares[*poorest] = std::max(out.shares[*poorest], out.tasks[*poorest] * demands[*poorest][r] / capacity[r]);
        }
    }
}

double daskStart(double occupancy, double threads, double missingBytes, double bandwidth) {
    return occupancy / threads + missingBytes / bandwidth;
}

double daskStealRatio(double bytes, double bandwidth, double compute) { return (bytes / bandwidth + 0.1) / compute; }

std::optional<int> daskStealLevel(double ratio) {
    const double level = std::max(1.0, std::round(std::log2(ratio) + 6));
    if (!(level < 15)) return std::nullopt;
    return static_cast<int>(level);
}

StealTest daskSteal(double thiefOccupancy, double thiefTransfer, double victimOccupancy, double victimTransfer, double compute) {
    return {thiefOccupancy + thiefTransfer + compute, victimOccupancy - (victimTransfer + compute) / 2};
}

int daskSlots(double saturation, int threads, int processing) {
    return std::max(static_cast<int>(std::ceil(saturation * threads)), 1) - processing;
}

double rayScore(double utilisation, double threshold) { return utilisation >= threshold ? utilisation : 0; }

std::vector<std::size_t> rayCandidates(std::span<const double> utilisation, std::size_t local, std::size_t count, double threshold) {
    const auto score = [&](std::size_t i) { return rayScore(utilisation[i], threshold); };
    std::vector<std::size_t> order(utilisation.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return score(a) < score(b); });
    if (local < order.size() && score(local) <= score(order.front())) return {local};
    order.resize(std::min(order.size(), count));
    return order;
}

std::size_t rayTop(std::size_t nodes, double fraction) {
    return std::max<std::size_t>(1, static_cast<std::size_t>(std::floor(fraction * static_cast<double>(nodes))));
}

int sparkMinFinished(double quantile, int tasks) { return std::max(static_cast<int>(std::floor(quantile * tasks)), 1); }

double sparkSpeculationAge(double multiplier, double median, double least) { return std::max(multiplier * median, least); }

double ucb1(double mean, double plays, double total) { return mean + std::sqrt(2 * std::log(total) / plays); }

AlertTimes alertTimes(double breach, double scrape, double evaluation, double forDuration) {
    const double sample = std::ceil(breach / scrape) * scrape;
    const double pending = std::ceil(sample / evaluation) * evaluation;
    return {sample, pending, pending + std::ceil(forDuration / evaluation) * evaluation};
}

}  // namespace loom::laws
