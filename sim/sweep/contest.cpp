#include "sim/sweep/contest.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/sweep/interval.h"

namespace loom {

namespace {

double normalDensity(double x) { return std::exp(-x * x / 2) / std::sqrt(2 * M_PI); }
double normalBelow(double x) { return std::erfc(-x / std::sqrt(2.0)) / 2; }

// P(range <= q) = k * integral of density(z) * (below(z) - below(z - q))^(k - 1) dz, by Simpson's rule.
double rangeBelow(double q, std::size_t groups) {
    constexpr int kSteps = 2000;
    constexpr double kFrom = -8, kTo = 16;  // z is the largest of the group
    const double step = (kTo - kFrom) / kSteps;
    double sum = 0;
    for (int i = 0; i <= kSteps; ++i) {
        const double z = kFrom + i * step;
        const double weight = i == 0 || i == kSteps ? 1 : i % 2 == 1 ? 4 : 2;
        sum += weight * normalDensity(z) * std::pow(normalBelow(z) - normalBelow(z - q), static_cast<double>(groups - 1));
    }
    return static_cast<double>(groups) * sum * step / 3;
}

}  // namespace

double studentizedRange95(std::size_t groups) {
    double low = 0, high = 16;
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        (rangeBelow(middle, groups) < 0.95 ? low : high) = middle;
    }
    return high;
}

std::vector<ContestCase> independentCases(std::vector<ContestCase> bySeed) {
    if (bySeed.size() < 2) return bySeed;
    const ContestCase& first = bySeed.front();
    const auto isSteady = [&](std::size_t c) {
        return std::all_of(bySeed.begin(), bySeed.end(), [&](const ContestCase& one) { return one.makespans[c] == first.makespans[c]; });
    };
    bool drawn = true;
    for (std::size_t c = 0; c < first.makespans.size(); ++c) drawn = drawn && !isSteady(c);
    if (drawn) return bySeed;
    ContestCase one{first.name, first.lowerBound, {}, bySeed.size()};
    for (std::size_t c = 0; c < first.makespans.size(); ++c) {
        std::vector<double> values;
        for (const ContestCase& seed : bySeed) values.push_back(seed.makespans[c]);
        one.makespans.push_back(isSteady(c) ? values.front() : mean(values));  // a mean of equals may round
    }
    return {std::move(one)};
}

Contest::Contest(std::vector<std::string> contestants, std::vector<ContestCase> cases)
    : contestants_(std::move(contestants)), cases_(std::move(cases)) {}

double Contest::best(const ContestCase& one) const { return *std::min_element(one.makespans.begin(), one.makespans.end()); }

std::vector<Standing> Contest::standings() const {
    std::vector<Standing> standings(contestants_.size());
    if (cases_.empty()) return standings;
    const auto count = static_cast<double>(cases_.size());
    std::vector<double> ratios(cases_.size());
    for (std::size_t c = 0; c < contestants_.size(); ++c) {
        Standing& standing = standings[c];
        standing.meanRank = standing.boundRatio = 0;
        for (std::size_t i = 0; i < cases_.size(); ++i) {
            const ContestCase& one = cases_[i];
            const double own = one.makespans[c];
            ratios[i] = own / best(one);
            standing.boundRatio += (one.lowerBound > 0 ? own / one.lowerBound : 1) / count;
            if (own == best(one)) ++standing.best;
            const auto better = std::count_if(one.makespans.begin(), one.makespans.end(), [&](double other) { return other < own; });
            const auto equal = std::count(one.makespans.begin(), one.makespans.end(), own);
            standing.meanRank += (static_cast<double>(better) + (static_cast<double>(equal) + 1) / 2) / count;
        }
        standing.meanRatio = mean(ratios);
        standing.ratio95 = halfWidth95(ratios);
        standing.worstRatio = *std::max_element(ratios.begin(), ratios.end());
    }
    return standings;
}

PairedDifference Contest::difference(std::size_t a, std::size_t b) const {
    std::vector<double> differences;
    for (const ContestCase& one : cases_) differences.push_back((one.makespans[a] - one.makespans[b]) / one.makespans[b]);
    return {mean(differences), halfWidth95(differences)};
}

std::size_t Contest::wins(std::size_t a, std::size_t b) const {
    return static_cast<std::size_t>(
        std::count_if(cases_.begin(), cases_.end(), [&](const ContestCase& one) { return one.makespans[a] < one.makespans[b]; }));
}

double Contest::profile(std::size_t contestant, double factor) const {
    if (cases_.empty()) return 0;
    const auto within = std::count_if(cases_.begin(), cases_.end(), [&](const ContestCase& one) {
        return one.makespans[contestant] <= factor * best(one);
    });
    return static_cast<double>(within) / static_cast<double>(cases_.size());
}

double Contest::criticalDifference() const {
    if (cases_.size() < 2 || contestants_.size() < 2) return std::numeric_limits<double>::infinity();
    const auto k = static_cast<double>(contestants_.size());
    const auto n = static_cast<double>(cases_.size());
    return studentizedRange95(contestants_.size()) / std::sqrt(2.0) * std::sqrt(k * (k + 1) / (6 * n));
}

}  // namespace loom
