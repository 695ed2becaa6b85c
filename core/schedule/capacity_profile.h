// How many slots of a node are free when, for insertion-based scheduling on nodes of several cores.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/time.h"

namespace loom {

// A step function of time. Value type, not thread-safe.
class CapacityProfile {
public:
    explicit CapacityProfile(std::uint32_t cores) : steps_{{Time::zero(), cores}} {}

    // The first moment not before `ready` from which `cores` slots stay free for `duration`. `cores` must not exceed the
    // node's. Logarithmic in the number of steps, plus the steps passed over.
    [[nodiscard]] Time earliest(Time ready, Time duration, std::uint32_t cores) const;
    // Takes `cores` slots during [start, end), where they must be free. A task of no duration leaves a step of no
    // width, so that no longer task is laid across the moment it needs its slots.
    void occupy(Time start, Time end, std::uint32_t cores);

private:
    struct Step {
        Time at;             // from here to the next step
        std::uint32_t free;  // slots
    };
    using Steps = std::vector<Step>;
    // The step in force at `time`: the last that begins at or before it.
    [[nodiscard]] std::size_t stepAt(Time time) const;
    // Slots for a task of no duration at `time`, where `step` is in force.
    [[nodiscard]] std::uint32_t freeForAMoment(std::size_t step, Time time) const;
    void occupyMoment(Time time, std::uint32_t cores);
    void merge(std::size_t first, std::size_t last);

    Steps steps_;
};

}  // namespace loom
