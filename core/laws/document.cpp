#include "core/laws/document.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace loom::laws {

namespace {

// Messages reach the one ingress link in the order their tasks finish and pass it one at a time.
double oneIngressLink(std::span<const double> compute, std::span<const double> transfer) {
    std::vector<std::size_t> order(compute.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return compute[a] < compute[b]; });
    double end = 0;
    for (std::size_t i : order) end = std::max(end, compute[i]) + transfer[i];
    return end;
}

}  // namespace

DocumentOne documentOne(std::span<const double> compute, std::span<const double> transfer, double reduce) {
    DocumentOne out;
    double longest = 0, transfers = 0;
    const std::size_t count = std::min(compute.size(), transfer.size());
    for (std::size_t i = 0; i < count; ++i) {
        out.serialTotal += compute[i] + transfer[i];
        out.privateLinks = std::max(out.privateLinks, compute[i] + transfer[i]);
        longest = std::max(longest, compute[i]);
        transfers += transfer[i];
    }
    out.serialTotal += reduce;
    out.privateLinks += reduce;
    out.sharedCollector = oneIngressLink(compute.first(count), transfer.first(count)) + reduce;
    out.overlapLowerBound = std::max(longest, transfers) + reduce;
    return out;
}

DocumentTwo documentTwo(double items, double compute, double transfer, double reduce, double workers) {
    DocumentTwo out;
    out.serialTotal = items * compute + items * transfer + reduce;
    out.parallelTransfers = items / workers * (compute + transfer) + reduce;
    out.serialTransfers = items * compute / workers + items * transfer + reduce;
    out.overlapped = std::max(items * compute / workers, items * transfer) + reduce;
    out.saturation = compute / transfer;
    return out;
}

}  // namespace loom::laws
