// Whether a record's numbers index into a graph and a platform: a loaded trace is input like any other.
#pragma once

#include "core/graph/task_graph.h"
#include "core/platform/platform.h"
#include "core/trace/record.h"

namespace loom {

// True when every id the kind uses is in range, so that columns may be indexed with it. Lanes are not looked at.
// Who reads no link records may leave `links` out.
// Readers of a trace skip records that do not fit; checkTrace names them.
inline bool recordFits(const Record& record, std::size_t tasks, std::size_t data, std::size_t nodes, std::size_t links = 0) {
    switch (record.kind) {
        case RecordKind::taskReady:
        case RecordKind::taskRetry:
            return record.subject < tasks;
        case RecordKind::taskPlaced:
        case RecordKind::computeBegin:
        case RecordKind::computeEnd:
        case RecordKind::computeFailed:
            return record.subject < tasks && record.a < nodes;
        case RecordKind::transferBegin:
        case RecordKind::transferEnd:
        case RecordKind::transferLost:
            return record.subject < data && record.a < nodes && record.b < nodes;
        case RecordKind::dataLost:
        case RecordKind::dataInitial:
            return record.subject < data && record.a < nodes;
        case RecordKind::nodeDown:
        case RecordKind::nodeUp:
        case RecordKind::nodeSpeed:
            return record.subject < nodes;
        case RecordKind::linkDown:
        case RecordKind::linkUp:
        case RecordKind::linkRate:
        case RecordKind::linkLatency:
            return record.subject < links;
        case RecordKind::placementRefused:
            return record.subject < tasks;  // a refused node may well not exist
        case RecordKind::control:
        case RecordKind::runEnd:
            return true;
    }
    return false;
}
inline bool recordFits(const Record& record, const TaskGraph& graph, const Platform& platform) {
    return recordFits(record, graph.taskCount(), graph.dataCount(), platform.nodeCount(), platform.linkCount());
}

}  // namespace loom
