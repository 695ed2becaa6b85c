// How much of a run is written down.
#pragma once

#include <cstdint>

#include "core/trace/record.h"

namespace loom {

enum class RecordDetail : std::uint8_t {
    full,   // everything: time travel, link loads, the checker's every rule
    tasks,  // what tasks and nodes did, without data and transfers
    none,   // the end alone; totals are counted all the same
};

[[nodiscard]] constexpr bool keeps(RecordDetail detail, RecordKind kind) {
    switch (kind) {
        case RecordKind::transferBegin:
        case RecordKind::transferEnd:
        case RecordKind::transferLost:
        case RecordKind::dataLost:
        case RecordKind::dataInitial:
            return detail == RecordDetail::full;
        case RecordKind::control:
        case RecordKind::runEnd:
            return true;
        default:
            return detail != RecordDetail::none;
    }
}

// The word of a detail level, and back; "full", "tasks", "none".
[[nodiscard]] constexpr const char* wordOf(RecordDetail detail) {
    return detail == RecordDetail::full ? "full" : detail == RecordDetail::tasks ? "tasks" : "none";
}

}  // namespace loom
