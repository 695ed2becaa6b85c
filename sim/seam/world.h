// What makes time pass: turns effects into events, in virtual time or on the wall clock.
#pragma once

#include <span>

#include "sim/seam/effect.h"
#include "sim/seam/event.h"

namespace loom {

// Not thread-safe: one loop calls it. Real worlds have threads behind it.
class World {
public:
    virtual ~World() = default;
    // The time of the last delivered events.
    [[nodiscard]] virtual Time now() const = 0;
    virtual void apply(ProcessId from, const Effect& effect) = 0;
    // All events of the next instant, in the order (phase, sequence); valid until the next call. Empty: nothing can
    // happen any more. A real world waits here; it returns early with nothing new only when `interrupt` was called.
    virtual std::span<const Delivery> next() = 0;
    // A person's input takes effect at now(): events it causes come with the next call of next().
    virtual void control(ControlKind kind, NodeId node) = 0;
    // Any thread: makes a waiting next() return soon.
    virtual void interrupt() {}
};

}  // namespace loom
