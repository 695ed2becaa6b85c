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

inline const char* reasonWord(Reason reason) {
    switch (reason) {
        case Reason::none:
            return "";
        case Reason::nodeCrashed:
            return "node crashed";
        case Reason::nodeKilled:
            return "node killed";
        case Reason::taskError:
            return "task error";
        case Reason::outputLost:
            return "output lost";
        case Reason::noSuchNode:
            return "no such node";
        case Reason::nodeBusy:
            return "node busy";
        case Reason::nodeIsDown:
            return "node is down";
        case Reason::notReady:
            return "not ready";
        case Reason::cannotRun:
            return "cannot run";
        case Reason::attemptsUsedUp:
            return "attempts used up";
        case Reason::linkFailed:
            return "link failed";
        case Reason::linkIsDown:
            return "link is down";
        case Reason::switchedOff:
            return "switched off";
    }
    return "unknown";
}

// The name of the kind in record.h.
inline const char* recordWord(RecordKind kind) {
    switch (kind) {
        case RecordKind::taskReady:
            return "taskReady";
        case RecordKind::taskPlaced:
            return "taskPlaced";
        case RecordKind::transferBegin:
            return "transferBegin";
        case RecordKind::transferEnd:
            return "transferEnd";
        case RecordKind::transferLost:
            return "transferLost";
        case RecordKind::computeBegin:
            return "computeBegin";
        case RecordKind::computeEnd:
            return "computeEnd";
        case RecordKind::computeFailed:
            return "computeFailed";
        case RecordKind::taskRetry:
            return "taskRetry";
        case RecordKind::dataLost:
            return "dataLost";
        case RecordKind::nodeDown:
            return "nodeDown";
        case RecordKind::nodeUp:
            return "nodeUp";
        case RecordKind::nodeSpeed:
            return "nodeSpeed";
        case RecordKind::placementRefused:
            return "placementRefused";
        case RecordKind::control:
            return "control";
        case RecordKind::runEnd:
            return "runEnd";
        case RecordKind::dataInitial:
            return "dataInitial";
        case RecordKind::linkDown:
            return "linkDown";
        case RecordKind::linkUp:
            return "linkUp";
        case RecordKind::linkRate:
            return "linkRate";
        case RecordKind::linkLatency:
            return "linkLatency";
    }
    return "unknown";
}

}  // namespace loom
