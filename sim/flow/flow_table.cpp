#include "sim/flow/flow_table.h"

#include <algorithm>
#include <bit>

namespace loom {

namespace {

constexpr double kUnbounded = std::numeric_limits<double>::infinity();
constexpr std::size_t kLeastRoom = 8;  // a path through a star and back needs 6
constexpr double kMost = 1e200;        // an infinite capacity, kept out of differences and products

}  // namespace

FlowTable::FlowTable(std::vector<Capacity> capacities)
    : capacities_(std::move(capacities)), users_(capacities_.size()), freeBlocks_(32), seenAt_(capacities_.size(), 0) {
    for (Capacity& capacity : capacities_) capacity.amount = std::min(capacity.amount, kMost);
    anyFatpipe_ = std::any_of(capacities_.begin(), capacities_.end(), [](const Capacity& c) { return c.sharing == Sharing::fatpipe; });
}

// Blocks are powers of two. A row keeps its block for the flows that come after, unless one of them needs more.
void FlowTable::reserve(FlowRow& row, std::size_t uses) {
    if (uses <= row.room) return;
    if (row.room > 0) freeBlocks_[std::bit_width(row.room) - 1u].push_back(row.firstUse);
    const std::size_t room = std::bit_ceil(std::max(uses, kLeastRoom));
    std::vector<std::uint32_t>& free = freeBlocks_[std::bit_width(room) - 1u];
    row.room = static_cast<std::uint32_t>(room);
    if (!free.empty()) {
        row.firstUse = free.back();
        free.pop_back();
        return;
    }
    row.firstUse = static_cast<std::uint32_t>(pool_.size());
    pool_.resize(pool_.size() + room);
}

std::uint32_t FlowTable::add(const FlowSpec& spec, Time now, bool weighted) {
    if (freeRows_.empty()) {
        freeRows_.push_back(static_cast<std::uint32_t>(rows_.size()));
        rows_.emplace_back();
    }
    const std::uint32_t index = freeRows_.back();
    freeRows_.pop_back();
    if (spec.id.index() >= rowOf_.size()) rowOf_.resize(std::max(spec.id.index() + 1, 2 * rowOf_.size()), 0);
    rowOf_[spec.id.index()] = index;

    FlowRow& row = rows_[index];
    reserve(row, spec.uses.size());
    row.id = spec.id;
    row.penalty = weighted ? spec.penalty : 1;
    row.bound = spec.bound;
    row.left = spec.work * row.penalty;
    row.since = now;
    row.holder = kNoHolder;
    row.uses = 0;
    FlowUse* const uses = pool_.data() + row.firstUse;
    for (const Use& use : spec.uses) {
        const std::uint32_t at = seenAt_[use.resource.index()];
        if (at < row.uses && uses[at].resource == use.resource.value) {
            uses[at].weight += use.share;
            continue;
        }
        if (!(use.share > 0)) continue;
        seenAt_[use.resource.index()] = row.uses;
        uses[row.uses++] = FlowUse{use.share, use.resource.value, 0};
    }
    row.shared = row.uses;
    if (anyFatpipe_) {
        const auto isShared = [&](const FlowUse& use) { return capacities_[use.resource].sharing == Sharing::shared; };
        row.shared = static_cast<std::uint32_t>(std::stable_partition(uses, uses + row.uses, isShared) - uses);
    }
    for (std::size_t u = 0; u < row.uses; ++u) uses[u].weight /= row.penalty;
    findOwnLevel(index);
    return index;
}

void FlowTable::findOwnLevel(std::uint32_t index) {
    FlowRow& row = rows_[index];
    row.fatpipe = ResourceId::none();
    row.ownLevel = row.bound * row.penalty;
    const FlowUse* const uses = pool_.data() + row.firstUse;
    for (std::size_t u = row.shared; u < row.uses; ++u) {
        const double level = capacities_[uses[u].resource].amount / uses[u].weight;
        if (level >= row.ownLevel) continue;
        row.ownLevel = level;
        row.fatpipe = ResourceId(uses[u].resource);
    }
    if (row.ownLevel == kUnbounded) return;
    for (std::size_t u = 0; u < row.shared; ++u) {
        if (uses[u].weight * row.ownLevel < capacities_[uses[u].resource].amount) continue;
        row.ownLevel = kUnbounded;
        return;
    }
}

void FlowTable::setCapacity(std::size_t resource, double amount) { capacities_[resource].amount = std::min(amount, kMost); }

void FlowTable::remove(std::uint32_t row) { freeRows_.push_back(row); }

void FlowTable::link(std::uint32_t index) {
    const FlowRow& row = rows_[index];
    for (std::uint32_t u = row.firstUse; u < row.firstUse + row.uses; ++u) {
        std::vector<User>& users = users_[pool_[u].resource];
        pool_[u].position = static_cast<std::uint32_t>(users.size());
        users.push_back(User{index, u});
    }
}

void FlowTable::unlink(std::uint32_t index) {
    const FlowRow& row = rows_[index];
    for (std::uint32_t u = row.firstUse; u < row.firstUse + row.uses; ++u) {
        std::vector<User>& users = users_[pool_[u].resource];
        users[pool_[u].position] = users.back();
        pool_[users.back().use].position = pool_[u].position;
        users.pop_back();
    }
}

}  // namespace loom
