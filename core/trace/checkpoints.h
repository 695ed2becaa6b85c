// Saved states along a trace that share what did not change between them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/trace/replay.h"

namespace loom {

// Tasks are saved in blocks; a block untouched since the previous checkpoint is shared with it. A workload's tasks
// change state a few times each and mostly near each other, so a hundred checkpoints cost little more than one, and
// moving to a near one copies little. When the memory goes over its budget every second checkpoint is dropped.
// Driven by Replay: one state, moving; `base` is the checkpoint the state last was equal to.
class CheckpointStore {
public:
    static constexpr std::size_t kBudget = std::size_t{64} << 20;   // bytes
    static constexpr std::size_t kInterval = std::size_t{1} << 15;  // records, at first

    // `initial` is the state before the first record; its tasks are all default.
    explicit CheckpointStore(const ReplayState& initial, std::size_t budget = kBudget, std::size_t interval = kInterval);

    // The task's status differs, or may, from the base's.
    void touch(std::size_t task) { touched_[task / kBlock] = 1; }
    // Folding forward must stop here and call `reached`.
    [[nodiscard]] std::size_t nextStop() const;
    // The state stands at nextStop(): saves it, or if it was saved before makes that the base.
    void reached(const ReplayState& state);
    // The position of the newest checkpoint at or before `count`; 0 is always there.
    [[nodiscard]] std::size_t newestBefore(std::size_t count) const { return saved_[indexBefore(count)].position; }
    // Turns `state` into that checkpoint and returns its position.
    std::size_t restore(std::size_t count, ReplayState& state);

    [[nodiscard]] std::size_t count() const { return saved_.size(); }
    [[nodiscard]] std::size_t bytes() const { return bytes_; }  // estimate

private:
    static constexpr std::size_t kBlock = 256;
    using Block = std::array<TaskStatus, kBlock>;
    struct Saved {
        std::size_t position = 0;
        std::vector<std::shared_ptr<const Block>> blocks;  // null: all tasks as at the start
        std::vector<NodeStatus> nodes;
        std::vector<ActiveTransfer> transfers;
        std::vector<LinkStatus> links;
        std::array<std::size_t, kTaskStates> counts{};
    };
    [[nodiscard]] std::size_t indexBefore(std::size_t count) const;
    void save(const ReplayState& state);
    void thin();
    [[nodiscard]] std::size_t bytesOf(std::size_t index) const;

    std::vector<Saved> saved_;  // by position; [0] is the start
    std::size_t base_ = 0;
    std::vector<std::uint8_t> touched_;  // by block, since the base
    std::size_t budget_;
    std::size_t interval_;
    std::size_t bytes_ = 0;
};

}  // namespace loom
