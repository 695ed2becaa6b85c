#include "core/laws/messages.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <queue>

namespace loom::laws {

namespace {

// Rounds of a tree over p ranks: log2 p, rounded up.
double rounds(int ranks) { return ranks <= 1 ? 0 : std::bit_width(static_cast<unsigned>(ranks - 1)); }

// The share of the bytes a rank does not keep: (p-1)/p.
double share(int ranks) { return (ranks - 1.0) / ranks; }

}  // namespace

double logpMessage(double latency, double overhead) { return overhead + latency + overhead; }

double logpMessages(double latency, double overhead, double gap, int count) {
    return logpMessage(latency, overhead) + (count - 1) * std::max(gap, overhead);
}

double loggp(double latency, double overhead, double gapPerByte, double bytes) {
    return overhead + (bytes - 1) * gapPerByte + latency + overhead;
}

std::vector<double> logpBroadcast(int ranks, double latency, double overhead, double gap) {
    // Every rank that has the message sends as often as it may; the earliest possible send informs the next rank.
    std::priority_queue<double, std::vector<double>, std::greater<>> nextSend;
    std::vector<double> arrivals{0};
    nextSend.push(0);
    while (arrivals.size() < static_cast<std::size_t>(std::max(ranks, 1))) {
        const double send = nextSend.top();
        nextSend.pop();
        const double arrival = send + logpMessage(latency, overhead);
        arrivals.push_back(arrival);
        nextSend.push(send + std::max(gap, overhead));
        nextSend.push(arrival);
    }
    std::sort(arrivals.begin(), arrivals.end());
    return arrivals;
}

double bspSuperstep(std::span<const double> work, std::span<const double> bytes, double gap, double barrier) {
    const double slowest = work.empty() ? 0 : *std::max_element(work.begin(), work.end());
    const double relation = bytes.empty() ? 0 : *std::max_element(bytes.begin(), bytes.end());
    return slowest + gap * relation + barrier;
}

double broadcastFlat(const LinkCost& cost, int ranks, double bytes) { return (ranks - 1) * (cost.alpha + bytes * cost.beta); }

double broadcastBinomial(const LinkCost& cost, int ranks, double bytes) {
    return rounds(ranks) * (cost.alpha + bytes * cost.beta);
}

double broadcastScatterRing(const LinkCost& cost, int ranks, double bytes) {
    return (rounds(ranks) + ranks - 1) * cost.alpha + 2 * share(ranks) * bytes * cost.beta;
}

double broadcastScatterDoubling(const LinkCost& cost, int ranks, double bytes) {
    return 2 * rounds(ranks) * cost.alpha + 2 * share(ranks) * bytes * cost.beta;
}

double broadcastChain(const LinkCost& cost, int ranks, double bytes, double segments) {
    return (ranks - 2 + segments) * (cost.alpha + bytes * cost.beta / segments);
}

double bestSegments(const LinkCost& cost, int ranks, double bytes) {
    return std::sqrt((ranks - 2) * bytes * cost.beta / cost.alpha);
}

int bestWholeSegments(const LinkCost& cost, int ranks, double bytes) {
    const double real = std::clamp(bestSegments(cost, ranks, bytes), 1.0, 1e9);
    const double low = std::floor(real), high = std::ceil(real);
    const bool lowWins = broadcastChain(cost, ranks, bytes, low) <= broadcastChain(cost, ranks, bytes, high);
    return static_cast<int>(lowWins ? low : high);
}

double allReduceTree(const LinkCost& cost, int ranks, double bytes) {
    return rounds(ranks) * (2 * cost.alpha + 2 * bytes * cost.beta + bytes * cost.gamma);
}

double allReduceDoubling(const LinkCost& cost, int ranks, double bytes) {
    return rounds(ranks) * (cost.alpha + bytes * cost.beta + bytes * cost.gamma);
}

double allReduceRing(const LinkCost& cost, int ranks, double bytes) {
    return 2.0 * (ranks - 1) * cost.alpha + share(ranks) * bytes * (2 * cost.beta + cost.gamma);
}

double allReduceRabenseifner(const LinkCost& cost, int ranks, double bytes) {
    return 2 * rounds(ranks) * cost.alpha + share(ranks) * bytes * (2 * cost.beta + cost.gamma);
}

double allReduceCentral(const LinkCost& cost, int ranks, double bytes) { return 2 * ranks * bytes * cost.beta; }

double reduceScatterRing(const LinkCost& cost, int ranks, double bytes) {
    return (ranks - 1) * cost.alpha + share(ranks) * bytes * (cost.beta + cost.gamma);
}

double allGatherRing(const LinkCost& cost, int ranks, double bytes) {
    return (ranks - 1) * cost.alpha + share(ranks) * bytes * cost.beta;
}

double allToAllPairwise(const LinkCost& cost, int ranks, double bytes) { return allGatherRing(cost, ranks, bytes); }

double gatherBinomial(const LinkCost& cost, int ranks, double bytes) {
    return rounds(ranks) * cost.alpha + share(ranks) * bytes * cost.beta;
}

double barrierDissemination(const LinkCost& cost, int ranks) { return rounds(ranks) * cost.alpha; }

double allReduceCrossover(const LinkCost& cost, int ranks) {
    const double perByte = rounds(ranks) * (cost.beta + cost.gamma) - share(ranks) * (2 * cost.beta + cost.gamma);
    return rounds(ranks) * cost.alpha / perByte;
}

}  // namespace loom::laws
