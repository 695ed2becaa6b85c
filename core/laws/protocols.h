// Gossip, failure detection, consensus: what the protocols' simulations are compared with.
#pragma once

#include <vector>

namespace loom::laws {

double pushGossipRounds(double members);      // lg n + ln n; the simulated mean is about 1.1 more; Pittel 1987
double pushPullGossipRounds(double members);  // log3 n + ln ln n, + O(1); Karp et al. 2000
// Infected fraction after each round of the mean-field push recursion s <- s (1 - 1/(n-1))^{n(1-s)}, from one infected
// member until less than half a susceptible member is left.
std::vector<double> pushGossipFractions(double members);
double rumourResidue(double counter);  // s = e^{-(k+1)(1-s)}: never infected; Demers et al. 1987

double swimDetectionPeriods(double members);  // 1 / (1 - (1 - 1/(n-1))^{n-1}) -> e/(e-1); Das et al. 2002

// memberlist's timers (hashicorp/memberlist util.go, suspicion.go, state.go). Seconds.
struct SuspicionTimer {
    double least = 0;       // mult max(1, log10 n) probe
    double most = 0;        // 6 least
    int confirmations = 0;  // k = mult - 2, 0 in clusters too small for it
    // max - (max-min) ln(c+1)/ln(k+1), in whole milliseconds; `least` when k is 0.
    [[nodiscard]] double after(int confirmed) const;
};
SuspicionTimer suspicionTimer(int members, int multiplier, double probeInterval);
int retransmits(int members, int multiplier);           // mult ceil(log10(n+1))
double pushPullInterval(int members, double interval);  // times ceil(lg n - 5) + 1 above 32 members

// phi-accrual (Hayashibara et al. 2004): suspicion after `silence` seconds.
double phiNormal(double silence, double mean, double deviation);    // -log10(1 - Phi((t-m)/sd))
double phiLogistic(double silence, double mean, double deviation);  // Akka's approximation of it
double phiExponential(double silence, double mean);                 // t / (m ln 10): Cassandra
double phiLogisticTime(double phi, double mean, double deviation);  // the silence at which phiLogistic reaches phi

// Raft elections (Ongaro 2014, ch. 9): `latency` = one-way delay as a fraction of the timeout range, `live` of
// `servers` running.
double raftSplitVote(double latency, int live, int servers);
double raftElectionTime(double latency, int live, int servers, double writeTime = 0);  // in timeout ranges
// Time to commit: the (n/2)-th smallest follower (round trip + fsync), not below the leader's own fsync.
double raftCommit(std::vector<double> followerRoundTrips, double fsync);

}  // namespace loom::laws
