#include "app/session/digest.h"

#include <algorithm>

namespace loom {

namespace {
// Enough tasks in a bin that the curve is one; never finer than about three pixels of the chart dock.
std::size_t binsFor(std::size_t tasks) { return std::clamp<std::size_t>(tasks / 4, 16, 240); }
}  // namespace

DigestPtr makeDigest(const Run& run, WithFormulas withFormulas) {
    auto digest = std::make_shared<Digest>();
    digest->metrics = computeMetrics(run);
    const std::size_t bins = binsFor(run.scenario->graph->taskCount());
    digest->throughput = throughputSeries(run, bins);
    digest->utilisation = utilisationSeries(run, 240);
    digest->ready = readySeries(run);
    if (withFormulas == WithFormulas::yes) {
        auto formulas = std::make_shared<Formulas>();
        formulas->makespan = formulaMakespan(*run.scenario);
        formulas->laws = scenarioLaws(*run.scenario);
        digest->formulas = std::move(formulas);
    }
    return digest;
}

}  // namespace loom
