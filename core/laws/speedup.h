// How much more hardware can give: scaling laws and bounds that hold whatever the scheduler does.
#pragma once

namespace loom::laws {

double amdahl(double serialFraction, double workers);     // S = 1 / (f + (1-f)/p), fixed size; Amdahl 1967
double amdahlLimit(double serialFraction);                // S(infinity) = 1 / f
double gustafson(double serialFraction, double workers);  // S = p - s (p-1), size grows with p; Gustafson 1988
double karpFlatt(double speedup, double workers);         // e = (1/S - 1/p) / (1 - 1/p); Karp, Flatt 1990

// Universal Scalability Law: C(N) = N / (1 + sigma (N-1) + kappa N (N-1)); Gunther 2007.
double uslCapacity(double contention, double coherency, double workers);
double uslPeak(double contention, double coherency);  // N* = sqrt((1-sigma) / kappa): beyond it capacity falls

// Work-span bounds of any greedy schedule without transfer costs; Brent 1974, Graham 1966.
struct Bounds {
    double lower = 0;  // max(T1/p, Tinf)
    double upper = 0;  // T1/p + Tinf (p-1)/p
};
Bounds brent(double work, double span, double workers);

double roofline(double peak, double bandwidth, double intensity);  // min(P, AI * BW), flop/s; Williams et al. 2009
double rooflineRidge(double peak, double bandwidth);               // flop/B above which compute limits

// T(p) = W/p + c p + r: every worker costs c of serial time. p* = sqrt(W/c), T* = 2 sqrt(W c) + r.
struct OptimalWorkers {
    double workers = 0;
    double time = 0;  // s
};
double timeWithOverhead(double work, double perWorker, double rest, double workers);
OptimalWorkers optimalWorkers(double work, double perWorker, double rest);

// T(p) = A/p + C through two measured points.
struct ScalingFit {
    double parallel = 0;  // A, worker-seconds
    double serial = 0;    // C, s
};
ScalingFit fitScaling(double workers1, double time1, double workers2, double time2);

}  // namespace loom::laws
