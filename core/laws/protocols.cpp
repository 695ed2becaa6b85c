#include "core/laws/protocols.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/laws/numerics.h"

namespace loom::laws {

double pushGossipRounds(double members) { return std::log2(members) + std::log(members); }

double pushPullGossipRounds(double members) { return std::log(members) / std::log(3.0) + std::log(std::log(members)); }

std::vector<double> pushGossipFractions(double members) {
    constexpr std::size_t kMostRounds = 10000;
    std::vector<double> infected;
    double susceptible = 1 - 1 / members;
    while (susceptible * members >= 0.5 && infected.size() < kMostRounds) {
        susceptible *= std::pow(1 - 1 / (members - 1), members * (1 - susceptible));
        infected.push_back(1 - susceptible);
    }
    return infected;
}

double rumourResidue(double counter) {
    double residue = 0;  // from below the iteration climbs to the smaller root; 1 is the trivial one
    for (int i = 0; i < 1000; ++i) residue = std::exp(-(counter + 1) * (1 - residue));
    return residue;
}

double swimDetectionPeriods(double members) { return 1 / -std::expm1((members - 1) * std::log1p(-1 / (members - 1))); }

double SuspicionTimer::after(int confirmed) const {
    if (confirmations < 1) return least;
    const double raw = most - (most - least) * std::log(confirmed + 1.0) / std::log(confirmations + 1.0);
    return std::max(least, std::floor(1000 * raw) / 1000);
}

SuspicionTimer suspicionTimer(int members, int multiplier, double probeInterval) {
    const double least = multiplier * std::max(1.0, std::log10(static_cast<double>(members))) * probeInterval;
    const int wanted = multiplier - 2;
    return {least, 6 * least, members - 2 < wanted ? 0 : wanted};
}

int retransmits(int members, int multiplier) { return multiplier * static_cast<int>(std::ceil(std::log10(members + 1.0))); }

double pushPullInterval(int members, double interval) {
    if (members <= 32) return interval;
    return interval * (std::ceil(std::log2(static_cast<double>(members)) - 5) + 1);
}

double phiNormal(double silence, double mean, double deviation) { return -std::log10(normalCdf(-(silence - mean) / deviation)); }

double phiLogistic(double silence, double mean, double deviation) {
    const double y = (silence - mean) / deviation;
    const double e = std::exp(-y * (1.5976 + 0.070566 * y * y));
    return silence > mean ? -std::log10(e / (1 + e)) : -std::log10(1 - 1 / (1 + e));
}

double phiExponential(double silence, double mean) { return silence / (mean * std::numbers::ln10); }

double phiLogisticTime(double phi, double mean, double deviation) {
    const double target = std::log(std::pow(10.0, phi) - 1);  // y (1.5976 + 0.070566 y^2) = target, increasing in y
    double low = 0, high = 100;
    for (int i = 0; i < 200; ++i) {
        const double middle = (low + high) / 2;
        (middle * (1.5976 + 0.070566 * middle * middle) < target ? low : high) = middle;
    }
    return mean + deviation * high;
}

double raftSplitVote(double latency, int live, int servers) { return binomialTail(live, live - servers / 2, latency); }

double raftElectionTime(double latency, int live, int servers, double writeTime) {
    const double round = 1 + 1.0 / (live + 1) + latency;
    return round / (1 - raftSplitVote(latency, live, servers)) + latency + writeTime - 0.25;
}

double raftCommit(std::vector<double> followerRoundTrips, double fsync) {
    if (followerRoundTrips.empty()) return fsync;
    std::sort(followerRoundTrips.begin(), followerRoundTrips.end());
    const std::size_t needed = (followerRoundTrips.size() + 1) / 2;
    return std::max(fsync, followerRoundTrips[needed - 1] + fsync);
}

}  // namespace loom::laws
