#include "core/trace/transfer_table.h"

#include <utility>

#include "core/base/hash.h"

namespace loom {

namespace {
constexpr std::size_t kSmallest = 64;  // slots; a power of two, as every later size
}

TransferTable::TransferTable() : slots_(kSmallest) {}

std::size_t TransferTable::home(std::uint32_t data, std::uint32_t from, std::uint32_t to) const {
    const std::uint64_t ends = (static_cast<std::uint64_t>(from) << 32) | to;
    return mix64(mix64(ends) ^ (data * 0x9E3779B97F4A7C15ull)) & (slots_.size() - 1);
}

// The slot that holds the key, or the free one where it would go. The table is never more than half full.
std::size_t TransferTable::slotOf(std::uint32_t data, std::uint32_t from, std::uint32_t to) const {
    std::size_t i = home(data, from, to);
    while (slots_[i].data != Record::kNone) {
        const Slot& slot = slots_[i];
        if (slot.data == data && slot.from == from && slot.to == to) break;
        i = (i + 1) & (slots_.size() - 1);
    }
    return i;
}

std::uint32_t* TransferTable::find(std::uint32_t data, std::uint32_t from, std::uint32_t to) {
    Slot& slot = slots_[slotOf(data, from, to)];
    return slot.data == Record::kNone ? nullptr : &slot.value;
}

void TransferTable::insert(std::uint32_t data, std::uint32_t from, std::uint32_t to, std::uint32_t value) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    slots_[slotOf(data, from, to)] = Slot{data, from, to, value};
    ++size_;
}

void TransferTable::erase(std::uint32_t data, std::uint32_t from, std::uint32_t to) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t hole = slotOf(data, from, to);
    --size_;
    // Backward shift (Knuth, vol. 3, 6.4, algorithm R): later keys of the cluster move up, so no tombstones remain.
    for (std::size_t i = (hole + 1) & mask; slots_[i].data != Record::kNone; i = (i + 1) & mask) {
        const std::size_t wanted = home(slots_[i].data, slots_[i].from, slots_[i].to);
        if (((i - wanted) & mask) < ((i - hole) & mask)) continue;
        slots_[hole] = slots_[i];
        hole = i;
    }
    slots_[hole] = Slot{};
}

void TransferTable::clear() {
    slots_.assign(kSmallest, Slot{});
    size_ = 0;
}

void TransferTable::grow() {
    std::vector<Slot> old(slots_.size() * 2);
    std::swap(old, slots_);
    for (const Slot& slot : old) {
        if (slot.data != Record::kNone) slots_[slotOf(slot.data, slot.from, slot.to)] = slot;
    }
}

}  // namespace loom
