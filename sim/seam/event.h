// What a world tells logic. Plain data.
#pragma once

#include <variant>

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/trace/record.h"

namespace loom {

struct ComputeDone { ActivityId id; };
struct ComputeFailed { ActivityId id; Reason reason = Reason::none; };
struct Arrived { ActivityId id; };                                      // a transfer is complete
struct Lost { ActivityId id; Reason reason = Reason::none; };           // a transfer broke off
struct Received { ProcessId from; std::uint64_t payload = 0; };         // a message
struct TimerFired { std::uint32_t id = 0; };
struct NodeChanged { NodeId node; bool up = true; Reason reason = Reason::none; };  // after the node's activities failed
struct NodeSpeedChanged { NodeId node; double factor = 1; };                       // of nominal speed
struct LinkChanged {
    enum class What : std::uint8_t { down, up, rate, latency };
    LinkId link;
    What what = What::up;
    Reason reason = Reason::none;  // of being down
    double value = 0;              // rate: of nominal bandwidth; latency: s
};

using Event = std::variant<ComputeDone, ComputeFailed, Arrived, Lost, Received, TimerFired, NodeChanged, NodeSpeedChanged,
                           LinkChanged>;

// An event and the process it is for.
struct Delivery {
    ProcessId to;
    Event event;
};

}  // namespace loom
