#include "app/session/digest.h"

namespace loom {

namespace {
constexpr std::size_t kBins = 240;  // about one bin every three pixels of the chart dock
}

DigestPtr makeDigest(const Run& run) {
    auto digest = std::make_shared<Digest>();
    digest->records = run.trace->size();
    digest->metrics = computeMetrics(run);
    digest->throughput = throughputSeries(run, kBins);
    digest->utilisation = utilisationSeries(run, kBins);
    digest->ready = readySeries(run);
    return digest;
}

}  // namespace loom
