// What logic asks a world to do. Plain data; a process can do nothing else.
#pragma once

#include <variant>

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/trace/record.h"

namespace loom {

// Run a task on a node. The process has checked that the slots are free; `duration` is what the attempt takes on an
// undisturbed node (simulated world), a real world runs the task's kernel instead.
struct Compute {
    ActivityId id;
    TaskId task;
    NodeId node;
    std::uint32_t lane = 0;
    std::uint16_t attempt = 0;
    std::uint32_t cores = 1;  // lanes, from `lane` on
    Time duration;
};

// Copy a data object between two nodes.
struct Transfer {
    ActivityId id;
    DataId data;
    NodeId from, to;
    double bytes = 0;
};

// A small message to another process; lost when the sender is down as it is sent, the receiver as it would arrive, or a link
// of the way at either moment.
struct Message {
    ProcessId to;
    NodeId fromNode, toNode;
    std::uint64_t payload = 0;
};

struct Timer {
    std::uint32_t id = 0;  // the process's own number, handed back in TimerFired
    Time delay;
};

// Stop an activity: nothing more will be heard of it. A running compute or transfer is recorded as failed or lost.
struct Cancel {
    ActivityId id;
    Reason reason = Reason::none;
};

// A fact the process wants in the trace (ready, placed, refused, retry, data lost); its time is set by the loop.
struct Note {
    Record record;
};

using Effect = std::variant<Compute, Transfer, Message, Timer, Cancel, Note>;

}  // namespace loom
