#include "sim/seam/scribe.h"

#include <algorithm>

namespace loom {

namespace {

Record recordOf(Time now, const LinkChanged& change) {
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
    return record;
}

}  // namespace

void Scribe::write(Time now, const Effect& effect) {
    if (const auto* note = std::get_if<Note>(&effect)) {
        Record record = note->record;
        record.time = now;
        append(record);
    } else if (const auto* transfer = std::get_if<Transfer>(&effect)) {
        begin(transfer->id, Record{now, RecordKind::transferBegin, 0, 0, transfer->data.value, transfer->from.value, transfer->to.value},
              transfer->bytes);
    } else if (const auto* compute = std::get_if<Compute>(&effect)) {
        ++totals_.attempts;
        begin(compute->id,
              Record{now, RecordKind::computeBegin, 0, compute->attempt, compute->task.value, compute->node.value, compute->lane},
              compute->cores);
    } else if (const auto* cancel = std::get_if<Cancel>(&effect)) {
        end(now, cancel->id, false);
    }
}

void Scribe::write(Time now, const Event& event) {
    ++totals_.events;
    if (const auto* arrived = std::get_if<Arrived>(&event)) return end(now, arrived->id, true);
    if (const auto* done = std::get_if<ComputeDone>(&event)) return end(now, done->id, true);
    if (const auto* failed = std::get_if<ComputeFailed>(&event)) return end(now, failed->id, false);
    if (const auto* lost = std::get_if<Lost>(&event)) return end(now, lost->id, false);
    if (const auto* change = std::get_if<NodeChanged>(&event)) {
        const RecordKind kind = change->up ? RecordKind::nodeUp : RecordKind::nodeDown;
        return append(Record{now, kind, 0, 0, change->node.value, static_cast<std::uint32_t>(change->reason), Record::kNone});
    }
    if (const auto* speed = std::get_if<NodeSpeedChanged>(&event)) {
        const auto millionths = static_cast<std::uint32_t>(speed->factor * 1e6 + 0.5);
        return append(Record{now, RecordKind::nodeSpeed, 0, 0, speed->node.value, millionths, Record::kNone});
    }
    if (const auto* link = std::get_if<LinkChanged>(&event)) append(recordOf(now, *link));
}

void Scribe::begin(ActivityId id, const Record& record, double weight) {
    if (id.index() >= begun_.size()) begun_.resize(std::max(id.index() + 1, begun_.size() * 2));
    begun_[id.index()] = Begun{record, weight};
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
