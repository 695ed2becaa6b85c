// The tables of single facts: the metrics, what a search found, and the records as they are.
#include "core/io/run_table_writers.h"
#include "core/trace/metrics.h"
#include "core/trace/words.h"

namespace loom {

Status writeMetricRows(const Run& run, RowSink& sink) {
    const Metrics m = computeMetrics(run);
    struct Line {
        const char* name;
        double value;
        const char* unit;
    };
    const auto count = [](std::size_t n) { return static_cast<double>(n); };
    const Line lines[] = {
        {"makespan", m.makespan, "s"},
        {"tasks", count(m.tasks), ""},
        {"committed", count(m.committed), ""},
        {"attempts", count(m.attempts), ""},
        {"failedAttempts", count(m.failedAttempts), ""},
        {"bytesMoved", m.bytesMoved, "B"},
        {"transfers", count(m.transfers), ""},
        {"busySeconds", m.busySeconds, "core s"},
        {"wastedSeconds", m.wastedSeconds, "core s"},
        {"downSeconds", m.downSeconds, "node s"},
        {"utilisation", m.utilisation, ""},
        {"throughput", m.throughput, "1/s"},
        {"meanReady", m.meanReady, ""},
        {"peakReady", count(m.peakReady), ""},
        {"serialSeconds", m.serialSeconds, "s"},
        {"speedup", m.speedup, ""},
        {"efficiency", m.efficiency, ""},
        {"criticalPath", m.criticalPathSeconds, "s"},
        {"areaBound", m.areaBound, "s"},
        {"slr", m.slr, ""},
    };
    for (const Line& line : lines) {
        sink.text(line.name);
        sink.real(line.value);
        sink.text(line.unit);
        if (Status status = sink.endRow(); !status) return status;
    }
    return Done{};
}

Status writeIncumbentRows(const Run& run, RowSink& sink) {
    if (!run.search) return Done{};
    for (const SearchReport::Incumbent& found : run.search->incumbents) {
        sink.integer(static_cast<std::int64_t>(found.evaluations));
        sink.real(found.makespan.seconds());
        sink.real(run.search->bound.seconds());
        if (Status status = sink.endRow(); !status) return status;
    }
    return Done{};
}

Status writeRecordRows(const Run& run, RowSink& sink) {
    for (std::size_t i = 0; i < run.trace->size(); ++i) {
        const Record& record = (*run.trace)[i];
        sink.integer(static_cast<std::int64_t>(i));
        sink.real(record.time.seconds());
        sink.text(recordWord(record.kind));
        idOrNull(sink, record.subject);
        idOrNull(sink, record.a);
        idOrNull(sink, record.b);
        sink.integer(record.extra);
        if (Status status = sink.endRow(); !status) return status;
    }
    return Done{};
}

}  // namespace loom
