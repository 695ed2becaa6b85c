#include "core/schedule/slot_timeline.h"

namespace loom {

namespace {

std::variant<GapList, CapacityProfile, SlotEnds> emptySlots(std::uint32_t cores, Fill fill) {
    if (fill == Fill::append) return SlotEnds(cores);
    if (cores > 1) return CapacityProfile(cores);
    return GapList();
}

}  // namespace

void SlotEnds::occupy(Time start, Time end, std::uint32_t cores) {
    ends_.erase(ends_.begin(), ends_.begin() + static_cast<std::ptrdiff_t>(cores));
    ends_.insert(std::upper_bound(ends_.begin(), ends_.end(), end), cores, end);
    lastStart_ = start;
}

SlotTimeline::SlotTimeline(std::uint32_t cores, Fill fill) : slots_(emptySlots(cores, fill)) {}

Time SlotTimeline::earliest(Time ready, Time duration, std::uint32_t cores) const {
    if (const auto* ends = std::get_if<SlotEnds>(&slots_)) return std::max(ready, ends->available(cores));
    if (const auto* gaps = std::get_if<GapList>(&slots_)) return gaps->earliest(ready, duration);
    return std::get<CapacityProfile>(slots_).earliest(ready, duration, cores);
}

void SlotTimeline::occupy(Time start, Time duration, std::uint32_t cores) {
    const Time end = start + duration;
    if (auto* ends = std::get_if<SlotEnds>(&slots_)) return ends->occupy(start, end, cores);
    if (auto* gaps = std::get_if<GapList>(&slots_)) return gaps->occupy(start, end);
    std::get<CapacityProfile>(slots_).occupy(start, end, cores);
}

}  // namespace loom
