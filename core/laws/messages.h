// What messages and collectives cost in the classic models: LogP, LogGP, BSP, alpha-beta-gamma.
#pragma once

#include <span>
#include <vector>

namespace loom::laws {

// LogP (Culler et al. 1993): latency L, overhead o, gap g, in any one unit of time; LogGP adds G per byte.
double logpMessage(double latency, double overhead);                             // o + L + o
double logpMessages(double latency, double overhead, double gap, int count);     // 2o + L + (k-1) max(g, o)
double loggp(double latency, double overhead, double gapPerByte, double bytes);  // o + (k-1) G + L + o
// When each of `ranks` ranks has the message under the optimal (greedy) broadcast tree, ascending; the last is the end.
std::vector<double> logpBroadcast(int ranks, double latency, double overhead, double gap);

// One superstep: max w + g max h + l; Valiant 1990. w in s, h in bytes, g in s/B, l in s.
double bspSuperstep(std::span<const double> work, std::span<const double> bytes, double gap, double barrier);

// Collectives between p ranks of n bytes: latency alpha s, beta s/B, reduction gamma s/B; one port, no contention.
// Thakur, Rabenseifner, Gropp 2005. Where a power of two is assumed, log2 p is rounded up.
struct LinkCost {
    double alpha = 0;
    double beta = 0;
    double gamma = 0;
};
double broadcastFlat(const LinkCost& cost, int ranks, double bytes);                    // (p-1)(a + n b)
double broadcastBinomial(const LinkCost& cost, int ranks, double bytes);                // lg p (a + n b)
double broadcastScatterRing(const LinkCost& cost, int ranks, double bytes);             // (lg p + p-1) a + 2(p-1)/p n b
double broadcastScatterDoubling(const LinkCost& cost, int ranks, double bytes);         // 2 lg p a + 2(p-1)/p n b
double broadcastChain(const LinkCost& cost, int ranks, double bytes, double segments);  // (p-2+k)(a + n b / k)
double bestSegments(const LinkCost& cost, int ranks, double bytes);                     // k* = sqrt((p-2) n b / a), real
int bestWholeSegments(const LinkCost& cost, int ranks, double bytes);                   // the better whole neighbour of k*
double allReduceTree(const LinkCost& cost, int ranks, double bytes);                    // reduce + broadcast
double allReduceDoubling(const LinkCost& cost, int ranks, double bytes);                // lg p (a + n b + n g)
double allReduceRing(const LinkCost& cost, int ranks, double bytes);                    // 2(p-1) a + 2(p-1)/p n b + (p-1)/p n g
double allReduceRabenseifner(const LinkCost& cost, int ranks, double bytes);            // 2 lg p a + the same
double allReduceCentral(const LinkCost& cost, int ranks, double bytes);                 // 2 p n b through one server's port
double reduceScatterRing(const LinkCost& cost, int ranks, double bytes);                // (p-1) a + (p-1)/p n (b + g)
double allGatherRing(const LinkCost& cost, int ranks, double bytes);                    // (p-1) a + (p-1)/p n b
double allToAllPairwise(const LinkCost& cost, int ranks, double bytes);                 // the same; n = total of one rank
double gatherBinomial(const LinkCost& cost, int ranks, double bytes);                   // lg p a + (p-1)/p n b
double barrierDissemination(const LinkCost& cost, int ranks);                           // lg p a
// The size from which Rabenseifner beats recursive doubling.
double allReduceCrossover(const LinkCost& cost, int ranks);

}  // namespace loom::laws
