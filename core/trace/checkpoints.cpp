#include "core/trace/checkpoints.h"

#include <algorithm>
#include <utility>

namespace loom {

CheckpointStore::CheckpointStore(const ReplayState& initial, std::size_t budget, std::size_t interval)
    : touched_((initial.tasks.size() + kBlock - 1) / kBlock), budget_(budget), interval_(interval) {
    Saved start;
    start.blocks.resize(touched_.size());
    start.nodes = initial.nodes;
    start.counts = initial.counts;
    saved_.push_back(std::move(start));
}

std::size_t CheckpointStore::nextStop() const {
    return base_ + 1 < saved_.size() ? saved_[base_ + 1].position : saved_.back().position + interval_;
}

void CheckpointStore::reached(const ReplayState& state) {
    if (base_ + 1 == saved_.size()) save(state);
    ++base_;
    std::fill(touched_.begin(), touched_.end(), std::uint8_t{0});
    if (bytes_ > budget_) thin();
}

void CheckpointStore::save(const ReplayState& state) {
    Saved next;
    next.position = nextStop();
    next.blocks = saved_.back().blocks;
    for (std::size_t i = 0; i < touched_.size(); ++i) {
        if (touched_[i] == 0) continue;
        auto block = std::make_shared<Block>();
        const std::size_t first = i * kBlock;
        const std::size_t length = std::min(kBlock, state.tasks.size() - first);
        std::copy_n(state.tasks.begin() + static_cast<std::ptrdiff_t>(first), length, block->begin());
        next.blocks[i] = std::move(block);
    }
    next.nodes = state.nodes;
    next.transfers = state.transfers;
    next.links = state.links;
    next.counts = state.counts;
    saved_.push_back(std::move(next));
    bytes_ += bytesOf(saved_.size() - 1);
}

// What the checkpoint holds that the one before it does not.
std::size_t CheckpointStore::bytesOf(std::size_t index) const {
    const Saved& saved = saved_[index];
    std::size_t bytes = saved.blocks.size() * sizeof(saved.blocks[0]) + saved.nodes.size() * sizeof(NodeStatus) +
                        saved.transfers.size() * sizeof(ActiveTransfer);
    for (std::size_t i = 0; i < saved.blocks.size(); ++i) {
        if (saved.blocks[i] != saved_[index - 1].blocks[i]) bytes += sizeof(Block);
    }
    return bytes;
}

// Called right after a save: the base is the newest checkpoint, which stays.
void CheckpointStore::thin() {
    interval_ *= 2;
    if (saved_.size() <= 3) return;
    std::vector<Saved> kept;
    for (std::size_t i = 0; i < saved_.size(); ++i) {
        if (i % 2 == 0 || i + 1 == saved_.size()) kept.push_back(std::move(saved_[i]));
    }
    saved_ = std::move(kept);
    base_ = saved_.size() - 1;
    bytes_ = 0;
    for (std::size_t i = 1; i < saved_.size(); ++i) bytes_ += bytesOf(i);
}

std::size_t CheckpointStore::indexBefore(std::size_t count) const {
    const auto after = std::upper_bound(saved_.begin(), saved_.end(), count,
                                        [](std::size_t value, const Saved& saved) { return value < saved.position; });
    return static_cast<std::size_t>(after - saved_.begin()) - 1;
}

std::size_t CheckpointStore::restore(std::size_t count, ReplayState& state) {
    const std::size_t index = indexBefore(count);
    const Saved& from = saved_[base_];
    const Saved& to = saved_[index];
    for (std::size_t i = 0; i < touched_.size(); ++i) {
        if (touched_[i] == 0 && from.blocks[i] == to.blocks[i]) continue;
        const auto first = state.tasks.begin() + static_cast<std::ptrdiff_t>(i * kBlock);
        const std::size_t length = std::min(kBlock, state.tasks.size() - i * kBlock);
        if (to.blocks[i] == nullptr)
            std::fill_n(first, length, TaskStatus{});
        else
            std::copy_n(to.blocks[i]->begin(), length, first);
    }
    state.nodes = to.nodes;
    state.transfers = to.transfers;
    state.links = to.links;
    state.counts = to.counts;
    base_ = index;
    std::fill(touched_.begin(), touched_.end(), std::uint8_t{0});
    return to.position;
}

}  // namespace loom
