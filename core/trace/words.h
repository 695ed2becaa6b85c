// Words for what a trace holds in numbers: the same in files, JSON and on the command line.
#pragma once

#include "core/trace/record.h"
#include "core/trace/replay.h"

namespace loom {

inline const char* outcomeWord(Outcome outcome) {
    switch (outcome) {
        case Outcome::finished:
            return "finished";
        case Outcome::failed:
            return "failed";
        case Outcome::stuck:
            return "stuck";
        case Outcome::cancelled:
            return "cancelled";
    }
    return "unknown";
}

inline const char* stateWord(TaskState state) {
    switch (state) {
        case TaskState::waiting:
            return "waiting";
        case TaskState::ready:
            return "ready";
        case TaskState::transfer:
            return "transfer";
        case TaskState::running:
            return "running";
        case TaskState::done:
            return "done";
        case TaskState::failed:
            return "failed";
        case TaskState::retry:
            return "retry";
    }
    return "unknown";
}

}  // namespace loom
