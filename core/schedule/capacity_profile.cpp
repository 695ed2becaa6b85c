#include "core/schedule/capacity_profile.h"

#include <algorithm>

namespace loom {

std::size_t CapacityProfile::stepAt(Time time) const {
    const auto after = std::upper_bound(steps_.begin(), steps_.end(), time, [](Time t, const Step& s) { return t < s.at; });
    return static_cast<std::size_t>(after - steps_.begin()) - 1;
}

Time CapacityProfile::earliest(Time ready, Time duration, std::uint32_t cores) const {
    if (ready.isNever() || duration.isNever()) return Time::never();
    std::size_t first = stepAt(ready);
    if (duration == Time::zero() && freeForAMoment(first, ready) >= cores) return ready;
    while (true) {
        while (steps_[first].free < cores) ++first;  // the last step has all slots free
        const Time start = std::max(ready, steps_[first].at);
        std::size_t next = first + 1;
        while (next < steps_.size() && steps_[next].at < start + duration && steps_[next].free >= cores) ++next;
        if (next == steps_.size() || steps_[next].at >= start + duration) return start;
        first = next;
    }
}

// Tasks that end at the moment have given their slots back and those that begin at it have yet to take them, so the steps
// before it, of no width at it and behind it all tell what is free; each may have been lowered by the one kind alone.
std::uint32_t CapacityProfile::freeForAMoment(std::size_t step, Time time) const {
    std::uint32_t free = steps_[step].free;
    for (; step > 0 && steps_[step].at == time; --step) free = std::max(free, steps_[step - 1].free);
    return free;
}

void CapacityProfile::occupyMoment(Time time, std::uint32_t cores) {
    const std::size_t step = stepAt(time);
    const auto place = steps_.begin() + static_cast<std::ptrdiff_t>(step);
    const std::uint32_t free = freeForAMoment(step, time) - cores;
    if (steps_[step].at != time) {
        steps_.insert(place + 1, {Step{time, free}, Step{time, steps_[step].free}});
        return;
    }
    // Tasks of no duration follow one another: a second one that leaves as much free says nothing new.
    for (std::size_t i = step; i > 0 && steps_[i - 1].at == time; --i)
        if (steps_[i - 1].free == free) return;
    steps_.insert(place, Step{time, free});
}

void CapacityProfile::occupy(Time start, Time end, std::uint32_t cores) {
    if (start == end) return occupyMoment(start, cores);
    std::size_t first = stepAt(start);
    if (steps_[first].at < start) {
        steps_.insert(steps_.begin() + static_cast<std::ptrdiff_t>(first) + 1, Step{start, steps_[first].free});
        ++first;
    }
    std::size_t last = first;  // behind the last step inside [start, end)
    while (last < steps_.size() && steps_[last].at < end) ++last;
    if (last == steps_.size() || steps_[last].at > end)
        steps_.insert(steps_.begin() + static_cast<std::ptrdiff_t>(last), Step{end, steps_[last - 1].free});
    for (std::size_t i = first; i < last; ++i) steps_[i].free -= cores;
    merge(first, last);
}

void CapacityProfile::merge(std::size_t first, std::size_t last) {
    for (const std::size_t i : {last, first})
        if (i > 0 && i < steps_.size() && steps_[i].free == steps_[i - 1].free)
            steps_.erase(steps_.begin() + static_cast<std::ptrdiff_t>(i));
}

}  // namespace loom
