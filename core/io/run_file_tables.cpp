// The tables of a saved run that people read.
#include <optional>
#include <string>
#include <vector>

#include "core/io/run_file_parts.h"
#include "core/trace/metrics.h"
#include "core/trace/record_fits.h"
#include "core/trace/replay.h"
#include "core/trace/timeline.h"
#include "core/trace/words.h"

namespace loom {

namespace {

// The first error of many inserts; the rest is skipped.
class Filler {
public:
    Filler(SqliteFile& file, const std::string& sql) : statement_(file.prepare(sql)) {
        if (!statement_) status_ = statement_.error();
    }
    [[nodiscard]] bool ok() const { return status_.ok(); }
    [[nodiscard]] const Status& status() const { return status_; }
    SqliteStatement& row() { return *statement_; }
    void insert() { status_ = statement_->insert(); }

private:
    Result<SqliteStatement> statement_;
    Status status_ = Done{};
};

void optionalId(SqliteStatement& row, std::uint32_t id) {
    if (id == Record::kNone)
        row.null();
    else
        row.integer(id);
}

struct Span {
    std::uint32_t attempts = 0;
    std::optional<Time> begin, finish;  // of the last attempt; finish only if it committed
};

Status writeNodes(SqliteFile& file, const Platform& platform) {
    Filler nodes(file, "INSERT INTO nodes VALUES(?, ?, ?, ?)");
    for (std::size_t n = 0; n < platform.nodeCount() && nodes.ok(); ++n) {
        const NodeInfo& node = platform.node(NodeId(n));
        nodes.row().integer(static_cast<std::int64_t>(n)).text(node.name).real(node.speed).integer(node.cores);
        nodes.insert();
    }
    return nodes.status();
}

Status writeAttempts(SqliteFile& file, const Run& run, std::vector<Span>& spans) {
    Timeline timeline(*run.scenario->graph, *run.scenario->platform, *run.trace);
    timeline.update();
    Filler attempts(file, "INSERT INTO attempts VALUES(?, ?, ?, ?, ?, ?, ?)");
    for (const Bar& bar : timeline.bars()) {
        const bool attempt = bar.kind == BarKind::compute || bar.kind == BarKind::lost || bar.kind == BarKind::running;
        if (!attempt) continue;
        if (!attempts.ok()) break;
        const bool committed = bar.kind == BarKind::compute;
        Span& span = spans[bar.task.index()];
        ++span.attempts;
        span.begin = bar.begin;
        span.finish = committed ? std::optional(bar.end) : std::nullopt;
        SqliteStatement& row = attempts.row();
        row.integer(bar.task.value).integer(bar.attempt).integer(bar.node.value);
        optionalId(row, bar.lane);
        row.real(bar.begin.seconds()).real(bar.end.seconds());
        row.text(committed ? "committed" : bar.kind == BarKind::lost ? "lost" : "open");
        attempts.insert();
    }
    return attempts.status();
}

Status writeTasks(SqliteFile& file, const Run& run, const std::vector<Span>& spans) {
    const TaskGraph& graph = *run.scenario->graph;
    Replay replay(graph, *run.scenario->platform, *run.trace);
    replay.seekRecord(run.trace->size());
    Filler tasks(file, "INSERT INTO tasks VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    for (std::size_t t = 0; t < graph.taskCount() && tasks.ok(); ++t) {
        const TaskStatus& status = replay.tasks()[t];
        SqliteStatement& row = tasks.row();
        row.integer(static_cast<std::int64_t>(t)).text(graph.name(TaskId(t))).text(graph.kindName(graph.kind(TaskId(t))));
        optionalId(row, status.node.value);
        row.text(stateWord(status.state));
        for (const std::optional<Time>& time : {spans[t].begin, spans[t].finish}) {
            if (time)
                row.real(time->seconds());
            else
                row.null();
        }
        row.integer(spans[t].attempts);
        tasks.insert();
    }
    return tasks.status();
}

struct Transfer {
    Record begin;
    Time end;
    const char* outcome = "open";
};

// Begun transfers in the order of their begin; a timeline's bars do not tell arrived from lost.
std::vector<Transfer> transfersOf(const Run& run) {
    std::vector<Transfer> transfers;
    TransferTable open;
    for (std::size_t i = 0; i < run.trace->size(); ++i) {
        const Record& record = (*run.trace)[i];
        const bool begins = record.kind == RecordKind::transferBegin;
        const bool ends = record.kind == RecordKind::transferEnd || record.kind == RecordKind::transferLost;
        if ((!begins && !ends) || !recordFits(record, *run.scenario->graph, *run.scenario->platform)) continue;
        const std::uint32_t* known = open.find(record);
        if (begins && known == nullptr) {
            open.insert(record.subject, record.a, record.b, static_cast<std::uint32_t>(transfers.size()));
            transfers.push_back({record, run.trace->end(), "open"});
        } else if (ends && known != nullptr) {
            transfers[*known].end = record.time;
            transfers[*known].outcome = record.kind == RecordKind::transferEnd ? "arrived" : "lost";
            open.erase(record.subject, record.a, record.b);
        }
    }
    return transfers;
}

Status writeTransfers(SqliteFile& file, const Run& run) {
    const TaskGraph& graph = *run.scenario->graph;
    Filler rows(file, "INSERT INTO transfers VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    for (const Transfer& transfer : transfersOf(run)) {
        if (!rows.ok()) break;
        const DataId data = transfer.begin.data();
        SqliteStatement& row = rows.row();
        row.integer(data.value).text(graph.dataName(data)).integer(transfer.begin.a).integer(transfer.begin.b);
        row.real(transfer.begin.time.seconds()).real(transfer.end.seconds()).real(graph.dataBytes(data)).text(transfer.outcome);
        rows.insert();
    }
    return rows.status();
}

Status writeMetrics(SqliteFile& file, const Run& run) {
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
    Filler rows(file, "INSERT INTO metrics VALUES(?, ?, ?)");
    for (const Line& line : lines) {
        if (!rows.ok()) break;
        rows.row().text(line.name).real(line.value).text(line.unit);
        rows.insert();
    }
    return rows.status();
}

}  // namespace

Status writeReadableTables(SqliteFile& file, const Run& run) {
    std::vector<Span> spans(run.scenario->graph->taskCount());
    if (Status status = writeNodes(file, *run.scenario->platform); !status) return status;
    if (Status status = writeAttempts(file, run, spans); !status) return status;
    if (Status status = writeTasks(file, run, spans); !status) return status;
    if (Status status = writeTransfers(file, run); !status) return status;
    return writeMetrics(file, run);
}

}  // namespace loom
