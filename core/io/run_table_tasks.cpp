// The tables about tasks: what became of each, every attempt, every placement.
#include <algorithm>
#include <optional>
#include <vector>

#include "core/io/run_table_writers.h"
#include "core/trace/record_fits.h"
#include "core/trace/replay.h"
#include "core/trace/timeline.h"
#include "core/trace/words.h"

namespace loom {

namespace {

Timeline attemptsOf(const Run& run) {
    Timeline timeline(*run.scenario->graph, *run.scenario->platform, *run.trace, TransferBars::no);
    timeline.update();
    return timeline;
}

void timeOrNull(RowSink& sink, const std::optional<Time>& time) {
    if (time)
        sink.real(time->seconds());
    else
        sink.null();
}

struct Span {
    std::uint32_t attempts = 0;
    std::optional<Time> ready, begin, finish;  // of the last attempt; finish only if it committed
};

std::vector<Span> spansOf(const Run& run) {
    std::vector<Span> spans(run.scenario->graph->taskCount());
    const Timeline timeline = attemptsOf(run);
    for (const Bar& bar : timeline.bars()) {
        if (!isAttempt(bar)) continue;
        Span& span = spans[bar.task.index()];
        ++span.attempts;
        span.begin = bar.begin;
        span.finish = bar.kind == BarKind::compute ? std::optional(bar.end) : std::nullopt;
    }
    for (std::size_t i = 0; i < run.trace->size(); ++i) {
        const Record& record = (*run.trace)[i];
        if (record.kind == RecordKind::taskReady && record.subject < spans.size()) spans[record.subject].ready = record.time;
    }
    return spans;
}

}  // namespace

Status writeTaskRows(const Run& run, RowSink& sink) {
    const TaskGraph& graph = *run.scenario->graph;
    const std::vector<Span> spans = spansOf(run);
    Replay replay(graph, *run.scenario->platform, *run.trace);
    replay.seekRecord(run.trace->size());
    for (std::size_t t = 0; t < graph.taskCount(); ++t) {
        const TaskId task(t);
        const TaskStatus& status = replay.tasks()[t];
        sink.integer(static_cast<std::int64_t>(t));
        sink.text(graph.name(task));
        sink.text(graph.kindName(graph.kind(task)));
        sink.real(graph.work(task));
        sink.integer(graph.cores(task));
        idOrNull(sink, status.node.value);
        sink.text(stateWord(status.state));
        for (const std::optional<Time>& time : {spans[t].ready, spans[t].begin, spans[t].finish}) timeOrNull(sink, time);
        sink.integer(spans[t].attempts);
        sink.real(graph.release(task));
        if (Status ended = sink.endRow(); !ended) return ended;
    }
    return Done{};
}

Status writeAttemptRows(const Run& run, RowSink& sink) {
    const Timeline timeline = attemptsOf(run);
    for (const Bar& bar : timeline.bars()) {
        if (!isAttempt(bar)) continue;
        sink.integer(bar.task.value);
        sink.integer(bar.attempt);
        sink.integer(bar.node.value);
        idOrNull(sink, bar.lane);
        sink.integer(bar.lanes);
        sink.real(bar.begin.seconds());
        sink.real(bar.end.seconds());
        sink.text(bar.kind == BarKind::compute ? "committed" : bar.kind == BarKind::lost ? "lost" : "open");
        if (Status status = sink.endRow(); !status) return status;
    }
    return Done{};
}

// Every placement a scheduler made, taken or refused, with what a static one had planned for the task.
Status writeDecisionRows(const Run& run, RowSink& sink) {
    const TaskGraph& graph = *run.scenario->graph;
    std::vector<const Placement*> planned(graph.taskCount(), nullptr);
    for (const Placement& p : run.plan) planned[p.task.index()] = &p;
    std::vector<std::optional<Time>> ready(graph.taskCount());
    for (std::size_t i = 0; i < run.trace->size(); ++i) {
        const Record& record = (*run.trace)[i];
        if (!recordFits(record, graph, *run.scenario->platform)) continue;
        if (record.kind == RecordKind::taskReady) ready[record.subject] = record.time;
        const bool refused = record.kind == RecordKind::placementRefused;
        if (!refused && record.kind != RecordKind::taskPlaced) continue;
        sink.integer(static_cast<std::int64_t>(i));
        sink.real(record.time.seconds());
        sink.integer(record.subject);
        idOrNull(sink, record.a);
        idOrNull(sink, refused ? Record::kNone : record.b);
        sink.text(refused ? "refused" : "placed");
        sink.text(refused ? reasonWord(static_cast<Reason>(record.b)) : "");
        timeOrNull(sink, ready[record.subject]);
        const Placement* plan = planned[record.subject];
        timeOrNull(sink, plan != nullptr ? std::optional(plan->start) : std::nullopt);
        timeOrNull(sink, plan != nullptr ? std::optional(plan->finish) : std::nullopt);
        if (Status status = sink.endRow(); !status) return status;
    }
    return Done{};
}

}  // namespace loom
