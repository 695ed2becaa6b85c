#include "sim/coordinator/lane_table.h"

#include <algorithm>

namespace loom {

LaneTable::LaneTable(const Platform& platform) {
    offset_.push_back(0);
    for (std::size_t n = 0; n < platform.nodeCount(); ++n) offset_.push_back(offset_.back() + platform.lanes(NodeId(n)));
    queues_.resize(offset_.back());
}

void LaneTable::Queue::insert(Waiting item) {
    const auto begin = items_.begin() + static_cast<std::ptrdiff_t>(front_ + (pinned_ ? 1 : 0));
    // Plans arrive in order, so the place is nearly always the end.
    auto place = items_.end();
    if (size() > 0 && items_.back().key > item.key)
        place = std::upper_bound(begin, items_.end(), item, [](const Waiting& a, const Waiting& b) { return a.key < b.key; });
    items_.insert(place, item);
}

void LaneTable::Queue::remove(TaskId task) {
    if (head() == task) {
        pinned_ = false;
        if (++front_ == items_.size()) {
            items_.clear();
            front_ = 0;
        }
        return;
    }
    const auto begin = items_.begin() + static_cast<std::ptrdiff_t>(front_);
    const auto place = std::find_if(begin, items_.end(), [&](const Waiting& w) { return w.task == task; });
    if (place != items_.end()) items_.erase(place);
}

TaskId LaneTable::head(NodeId node, std::uint32_t lane) const { return queue(node, lane).head(); }

bool LaneTable::isHead(NodeId node, std::uint32_t lane, std::uint32_t lanes, TaskId task) const {
    for (std::uint32_t l = lane; l < lane + lanes; ++l)
        if (head(node, l) != task) return false;
    return true;
}

void LaneTable::insert(NodeId node, std::uint32_t lane, std::uint32_t lanes, TaskId task, std::uint64_t key) {
    for (std::uint32_t l = lane; l < lane + lanes; ++l) queue(node, l).insert(Waiting{key, task});
}

void LaneTable::remove(NodeId node, std::uint32_t lane, std::uint32_t lanes, TaskId task) {
    for (std::uint32_t l = lane; l < lane + lanes; ++l) queue(node, l).remove(task);
}

void LaneTable::pin(NodeId node, std::uint32_t lane, std::uint32_t lanes) {
    for (std::uint32_t l = lane; l < lane + lanes; ++l) queue(node, l).pin();
}

std::optional<std::uint32_t> LaneTable::shortest(NodeId node, std::uint32_t lanes, std::size_t limit) const {
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
