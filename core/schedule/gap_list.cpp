#include "core/schedule/gap_list.h"

#include <algorithm>

namespace loom {

Time GapList::earliest(Time ready, Time duration) const {
    if (ready.isNever() || duration.isNever()) return Time::never();
    // Gaps that end before ready + duration cannot hold the task wherever it starts.
    auto gap = std::lower_bound(gaps_.begin(), gaps_.end(), ready + duration, [](const Gap& g, Time t) { return g.end < t; });
    while (std::max(ready, gap->start) + duration > gap->end) ++gap;
    const Time inGap = std::max(ready, gap->start);
    if (duration > Time::zero()) return inGap;
    const auto seam = std::lower_bound(seams_.begin(), seams_.end(), ready);
    return seam == seams_.end() ? inGap : std::min(inGap, *seam);
}

void GapList::occupy(Time start, Time end) {
    auto gap = std::lower_bound(gaps_.begin(), gaps_.end(), end, [](const Gap& g, Time t) { return g.end < t; });
    if (start < gap->start) return;  // of zero length, on a seam
    const auto touch = [this](Time at) { seams_.insert(std::upper_bound(seams_.begin(), seams_.end(), at), at); };
    const bool atStart = start == gap->start;
    const bool atEnd = end == gap->end;
    if (atStart) touch(start);
    if (atEnd) touch(end);
    if (atStart && atEnd) {
        gaps_.erase(gap);
    } else if (atStart) {
        gap->start = end;
    } else if (atEnd) {
        gap->end = start;
    } else {
        const Time before = gap->start;
        gap->start = end;
        gaps_.insert(gap, Gap{before, start});
    }
}

}  // namespace loom
