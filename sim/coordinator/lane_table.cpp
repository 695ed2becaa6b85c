#include "sim/coordinator/lane_table.h"

#include <algorithm>

namespace loom {

LaneTable::LaneTable(const Platform& platform) {
    offset_.push_back(0);
    for (std::size_t n = 0; n < platform.nodeCount(); ++n) offset_.push_back(offset_.back() + platform.lanes(NodeId(n)));
    queues_.resize(offset_.back());
}

// Behind every task of a smaller or equal key, and behind the running one.
void LaneTable::Queue::insertBefore(Waiting item) {
    const auto begin = items_.begin() + static_cast<std::ptrdiff_t>(front_ + (pinned_ ? 1 : 0));
    items_.insert(std::upper_bound(begin, items_.end(), item, [](const Waiting& a, const Waiting& b) { return a.key < b.key; }), item);
}

void LaneTable::Queue::removeWaiting(TaskId task) {
    const auto begin = items_.begin() + static_cast<std::ptrdiff_t>(front_);
    const auto place = std::find_if(begin, items_.end(), [&](const Waiting& w) { return w.task == task; });
    if (place != items_.end()) items_.erase(place);
}

std::optional<std::uint32_t> LaneTable::shortestOfMany(NodeId node, std::uint32_t lanes, std::size_t limit) const {
    std::optional<std::uint32_t> best;
    std::size_t bestLength = limit;
    for (std::uint32_t first = 0; first + lanes <= laneCount(node); ++first) {
        std::size_t longest = 0;
        for (std::uint32_t l = first; l < first + lanes; ++l) longest = std::max(longest, length(node, l));
        if (longest >= bestLength) continue;
        best = first;
        bestLength = longest;
        if (longest == 0) break;
    }
    return best;
}

}  // namespace loom
