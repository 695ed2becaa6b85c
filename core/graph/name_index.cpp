#include "core/graph/name_index.h"

#include <functional>

#include "core/base/hash.h"

namespace loom {

// The slot that holds `name`, or the free one where it belongs. The table is never full.
std::size_t NameIndex::slotOf(const StringPool& pool, std::string_view name) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = mix64(std::hash<std::string_view>{}(name)) & mask;
    while (slots_[slot] != kNone && pool[slots_[slot]] != name) slot = (slot + 1) & mask;
    return slot;
}

void NameIndex::grow(const StringPool& pool) {
    std::vector<std::uint32_t> old(slots_.empty() ? 16 : slots_.size() * 2, kNone);
    old.swap(slots_);
    for (std::uint32_t subscript : old) {
        if (subscript != kNone) slots_[slotOf(pool, pool[subscript])] = subscript;
    }
}

std::uint32_t NameIndex::insert(const StringPool& pool, std::uint32_t subscript) {
    if ((used_ + 1) * 4 > slots_.size() * 3) grow(pool);
    std::uint32_t& slot = slots_[slotOf(pool, pool[subscript])];
    if (slot != kNone) return slot;
    slot = subscript;
    ++used_;
    return kNone;
}

std::uint32_t NameIndex::find(const StringPool& pool, std::string_view name) const {
    return slots_.empty() ? kNone : slots_[slotOf(pool, name)];
}

}  // namespace loom
