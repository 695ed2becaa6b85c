// From a name to its subscript in a StringPool.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/graph/string_pool.h"

namespace loom {

// An open-addressing table of subscripts only: the names stay in the pool. Keeps the first of equal names.
class NameIndex {
public:
    static constexpr std::uint32_t kNone = 0xFFFFFFFFu;

    // Enters pool[subscript] and returns kNone, or returns the subscript that already has this name.
    std::uint32_t insert(const StringPool& pool, std::uint32_t subscript);
    [[nodiscard]] std::uint32_t find(const StringPool& pool, std::string_view name) const;
    [[nodiscard]] std::size_t size() const { return used_; }

private:
    [[nodiscard]] std::size_t slotOf(const StringPool& pool, std::string_view name) const;
    void grow(const StringPool& pool);

    std::vector<std::uint32_t> slots_;
    std::size_t used_ = 0;
};

}  // namespace loom
