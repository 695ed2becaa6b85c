// What a trace is made of: one fixed-size record for everything that happened, in order.
#pragma once

#include <cstdint>

#include "core/base/id.h"
#include "core/base/time.h"

namespace loom {

// What happened. The comment says what `subject`, `a`, `b` and `extra` hold. Append only: numbers are stored.
enum class RecordKind : std::uint8_t {
    taskReady = 1,          // subject task: all inputs exist somewhere, the scheduler may place it
    taskPlaced = 2,         // subject task, a node; b first lane if a slot is held from now on, else none
    transferBegin = 3,      // subject data, a from node, b to node
    transferEnd = 4,        // subject data, a from node, b to node: it is on b now
    transferLost = 5,       // subject data, a from node, b to node: an end failed or the transfer was cancelled
    computeBegin = 6,       // subject task, a node, b first lane, extra attempt (0-based)
    computeEnd = 7,         // subject task, a node, b first lane, extra attempt: its outputs exist on a now (committed)
    computeFailed = 8,      // subject task, a node, b first lane, extra attempt; why is a `reason` record's business
    taskRetry = 9,          // subject task, a Reason, extra failures counted so far: it must run (again)
    dataLost = 10,          // subject data, a node: that copy is gone
    nodeDown = 11,          // subject node, a Reason
    nodeUp = 12,            // subject node
    nodeSpeed = 13,         // subject node, a factor in millionths of nominal speed
    placementRefused = 14,  // subject task, a node, b Reason
    control = 15,           // subject ControlKind, a node: a person's input, so that the run can be run again
    runEnd = 16,            // subject Outcome
    dataInitial = 17,       // subject data, a node: a workflow input is there from the start
    linkDown = 18,          // subject link, a Reason: what flows over it stands still
    linkUp = 19,            // subject link
    linkRate = 20,          // subject link, a bandwidth in millionths of nominal
    linkLatency = 21,       // subject link, a and b latency in ns, low and high word
};

// Why something was refused, retried, failed or went down.
enum class Reason : std::uint8_t {
    none = 0,
    nodeCrashed,     // by the failure plan
    nodeKilled,      // by a person
    taskError,       // the kernel failed
    outputLost,      // a committed output is needed again
    noSuchNode,      // refused: not a node that computes
    nodeBusy,        // refused: not enough free cores or memory
    nodeIsDown,      // refused
    notReady,        // refused: task is not waiting for a placement
    cannotRun,       // refused: the node can never run this task
    attemptsUsedUp,  // the task failed for good
    linkFailed,      // by the failure plan or the link's profile
    linkIsDown,      // a transfer stood still on a link for too long
    switchedOff,     // by the node's profile
};

inline constexpr Reason kLastReason = Reason::switchedOff;

enum class Outcome : std::uint8_t {
    finished = 0,   // every task committed
    failed = 1,     // a task used up its attempts
    stuck = 2,      // nothing can happen any more but tasks remain (deadlock, unreachable node)
    cancelled = 3,  // by a person
};

enum class ControlKind : std::uint8_t { failNode = 1, repairNode = 2 };

// 24 bytes, trivially copyable; the meaning of the words depends on `kind`.
struct Record {
    static constexpr std::uint32_t kNone = 0xFFFFFFFFu;

    Time time;
    RecordKind kind = RecordKind::runEnd;
    std::uint8_t reserved = 0;
    std::uint16_t extra = 0;
    std::uint32_t subject = kNone;
    std::uint32_t a = kNone;
    std::uint32_t b = kNone;

    [[nodiscard]] TaskId task() const { return TaskId(subject); }
    [[nodiscard]] DataId data() const { return DataId(subject); }
    [[nodiscard]] LinkId link() const { return LinkId(subject); }
    // The node the record is about: `a` for tasks and lost data, `subject` for node records.
    [[nodiscard]] NodeId node() const {
        return kind == RecordKind::nodeDown || kind == RecordKind::nodeUp || kind == RecordKind::nodeSpeed ? NodeId(subject)
                                                                                                           : NodeId(a);
    }
    [[nodiscard]] NodeId from() const { return NodeId(a); }
    [[nodiscard]] NodeId to() const { return NodeId(b); }
    friend bool operator==(const Record&, const Record&) = default;
};
static_assert(sizeof(Record) == 24);

// What a linkLatency record says.
[[nodiscard]] inline Time latencyOf(const Record& record) {
    return Time::fromNanoseconds(static_cast<std::int64_t>((static_cast<std::uint64_t>(record.b) << 32) | record.a));
}

}  // namespace loom
