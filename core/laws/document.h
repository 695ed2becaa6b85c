// The two formulas of the reference document, and what they leave out. Both are serial totals: one worker does
// everything, one transfer after another. Seconds throughout. Neither knows queueing, stragglers, failures, start-up.
#pragma once

#include <span>

namespace loom::laws {

// T = sum(t_i + c_i) + r and its parallel readings.
struct DocumentOne {
    double serialTotal = 0;        // sum(t_i + c_i) + r: the document's own number
    double privateLinks = 0;       // max(t_i + c_i) + r: a worker and a link for every task
    double sharedCollector = 0;    // one ingress link at the collector: e = max(e, t) + c in order of t, + r
    double overlapLowerBound = 0;  // max(max t, sum c) + r: nothing with one ingress link can be faster
};
// `compute` and `transfer` are of one length: t_i and c_i.
DocumentOne documentOne(std::span<const double> compute, std::span<const double> transfer, double reduce);

// T = n m + n c + r: n items, m compute and c transfer seconds per item, on p workers.
struct DocumentTwo {
    double serialTotal = 0;        // n m + n c + r
    double parallelTransfers = 0;  // (n / p)(m + c) + r: private links
    double serialTransfers = 0;    // n m / p + n c + r: the master receives one message after another, after computing
    double overlapped = 0;         // max(n m / p, n c) + r: the same, overlapped; a lower bound
    double saturation = 0;         // p = m / c: from here on the master's link is the bottleneck
};
DocumentTwo documentTwo(double items, double compute, double transfer, double reduce, double workers);

}  // namespace loom::laws
