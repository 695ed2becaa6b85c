// When the slots of one node are taken in a plan under construction.
#pragma once

#include <algorithm>
#include <cstdint>
#include <variant>
#include <vector>

#include "core/schedule/capacity_profile.h"
#include "core/schedule/gap_list.h"

namespace loom {

// insertion: a task may go into an idle gap before tasks placed earlier; append: only behind them.
enum class Fill : std::uint8_t { insertion, append };

// The ends of the last tasks of every slot.
class SlotEnds {
public:
    explicit SlotEnds(std::uint32_t cores) : ends_(cores) {}
    // When `cores` slots are free for good and every task placed before has started: tasks of a node start in the order
    // in which they were placed, as a node that runs its list in order does.
    [[nodiscard]] Time available(std::uint32_t cores) const { return std::max(lastStart_, ends_[cores - 1]); }
    void occupy(Time start, Time end, std::uint32_t cores);

private:
    std::vector<Time> ends_;  // ascending
    Time lastStart_;
};

// A node's slots; a task takes `cores` of them, at most as many as the node has. Value type, not thread-safe.
class SlotTimeline {
public:
    // `cores` may be 0 (a storage node): then nothing else may be called.
    SlotTimeline(std::uint32_t cores, Fill fill);

    // The earliest start not before `ready`; never() if `ready` or `duration` is.
    [[nodiscard]] Time earliest(Time ready, Time duration, std::uint32_t cores) const;
    // Takes the slots; `start` must come from earliest().
    void occupy(Time start, Time duration, std::uint32_t cores);

private:
    std::variant<GapList, CapacityProfile, SlotEnds> slots_;
};

}  // namespace loom
