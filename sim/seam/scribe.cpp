#include "sim/seam/scribe.h"

#include <algorithm>

namespace loom {

void Scribe::note(Time now, const NodeChanged& change) {
    const RecordKind kind = change.up ? RecordKind::nodeUp : RecordKind::nodeDown;
    append(Record{now, kind, 0, 0, change.node.value, static_cast<std::uint32_t>(change.reason), Record::kNone});
}

void Scribe::note(Time now, const NodeSpeedChanged& change) {
    const auto millionths = static_cast<std::uint32_t>(change.factor * 1e6 + 0.5);
    append(Record{now, RecordKind::nodeSpeed, 0, 0, change.node.value, millionths, Record::kNone});
}

void Scribe::note(Time now, const LinkChanged& change) {
    Record record{now, RecordKind::linkUp, 0, 0, change.link.value, Record::kNone, Record::kNone};
    switch (change.what) {
        case LinkChanged::What::up:
            break;
        case LinkChanged::What::down:
            record.kind = RecordKind::linkDown;
            record.a = static_cast<std::uint32_t>(change.reason);
            break;
        case LinkChanged::What::rate:
            record.kind = RecordKind::linkRate;
            record.a = static_cast<std::uint32_t>(std::min(change.value * 1e6 + 0.5, 4294967295.0));
            break;
        case LinkChanged::What::latency: {
            const auto ns = static_cast<std::uint64_t>(Time::fromSeconds(change.value).nanoseconds());
            record.kind = RecordKind::linkLatency;
            record.a = static_cast<std::uint32_t>(ns);
            record.b = static_cast<std::uint32_t>(ns >> 32);
            break;
        }
    }
    append(record);
}

void Scribe::end(Time now, ActivityId id, bool success) {
    const auto [began, weight] = begun_[id.index()];
    Record record = began;
    record.time = now;
    if (record.kind == RecordKind::computeBegin) {
        record.kind = success ? RecordKind::computeEnd : RecordKind::computeFailed;
        ++(success ? totals_.commits : totals_.failedAttempts);
        if (success) {
            totals_.lastCommit = now;
            totals_.busySeconds += (now - began.time).seconds() * weight;
        }
    } else {
        record.kind = success ? RecordKind::transferEnd : RecordKind::transferLost;
        if (success) {
            ++totals_.transfers;
            totals_.bytesMoved += weight;
        }
    }
    append(record);
}

}  // namespace loom
