// The tables about data and machines: transfers, nodes, links.
#include <vector>

#include "core/io/run_table_writers.h"
#include "core/trace/link_use.h"
#include "core/trace/metrics.h"
#include "core/trace/record_fits.h"
#include "core/trace/replay.h"

namespace loom {

namespace {

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

}  // namespace

Status writeTransferRows(const Run& run, RowSink& sink) {
    const TaskGraph& graph = *run.scenario->graph;
    for (const Transfer& transfer : transfersOf(run)) {
        const DataId data = transfer.begin.data();
        sink.integer(data.value);
        sink.text(graph.dataName(data));
        sink.integer(transfer.begin.a);
        sink.integer(transfer.begin.b);
        sink.real(transfer.begin.time.seconds());
        sink.real(transfer.end.seconds());
        sink.real(graph.dataBytes(data));
        sink.text(transfer.outcome);
        if (Status status = sink.endRow(); !status) return status;
    }
    return Done{};
}

Status writeNodeRows(const Run& run, RowSink& sink) {
    const Platform& platform = *run.scenario->platform;
    const Metrics metrics = computeMetrics(run);
    Replay replay(*run.scenario->graph, platform, *run.trace);
    replay.seekRecord(run.trace->size());
    for (std::size_t n = 0; n < platform.nodeCount(); ++n) {
        const NodeInfo& node = platform.node(NodeId(n));
        const NodeStatus& status = replay.nodes()[n];
        sink.integer(static_cast<std::int64_t>(n));
        sink.text(node.name);
        sink.text(node.group);
        sink.real(node.speed);
        sink.integer(node.cores);
        sink.real(node.memory);
        sink.text(status.up ? "up" : "down");
        sink.integer(status.crashes);
        sink.integer(status.done);
        sink.real(metrics.nodeUtilisation[n]);
        sink.real(status.bytesIn);
        sink.real(status.bytesOut);
        if (Status ended = sink.endRow(); !ended) return ended;
    }
    return Done{};
}

Status writeLinkRows(const Run& run, RowSink& sink) {
    const Platform& platform = *run.scenario->platform;
    const std::vector<LinkUse> uses = linkUse(run);
    for (std::size_t l = 0; l < platform.linkCount(); ++l) {
        const LinkInfo& link = platform.link(LinkId(l));
        sink.integer(static_cast<std::int64_t>(l));
        sink.text(link.name);
        sink.real(link.bandwidth);
        sink.real(link.latency);
        sink.text(link.sharing == Sharing::shared ? "shared" : "fatpipe");
        sink.integer(static_cast<std::int64_t>(uses[l].transfers));
        sink.integer(uses[l].peak);
        sink.real(uses[l].bytes);
        sink.real(uses[l].busySeconds);
        if (Status status = sink.endRow(); !status) return status;
    }
    return Done{};
}

}  // namespace loom
