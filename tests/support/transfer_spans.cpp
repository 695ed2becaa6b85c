#include "tests/support/transfer_spans.h"

#include "core/trace/timeline.h"

namespace loom::test {

std::vector<TransferSpan> transfersOf(const Run& run) {
    Timeline timeline(*run.scenario->graph, *run.scenario->platform, *run.trace);
    timeline.update();
    std::vector<TransferSpan> spans;
    for (const Bar& bar : timeline.bars())
        if (bar.kind == BarKind::transfer) spans.push_back({bar.data, bar.from, bar.node, bar.begin, bar.end});
    return spans;
}

double at(const Series& series, double seconds) {
    std::size_t i = 0;
    while (i + 1 < series.time.size() && series.time[i + 1] <= seconds) ++i;
    return series.value[i];
}

}  // namespace loom::test
