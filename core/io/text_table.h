// Each distinct text once, under a number. Inside core/io only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/graph/name_index.h"
#include "core/graph/string_pool.h"

namespace loom {

class TextTable {
public:
    static constexpr std::uint32_t kNone = NameIndex::kNone;

    // The text's number, which is size() before the call if the text is new.
    std::uint32_t number(std::string_view text) {
        const std::uint32_t known = find(text);
        if (known != kNone) return known;
        pool_.add(text);
        const auto fresh = static_cast<std::uint32_t>(pool_.size() - 1);
        index_.insert(pool_, fresh);
        return fresh;
    }
    [[nodiscard]] std::uint32_t find(std::string_view text) const { return index_.find(pool_, text); }
    [[nodiscard]] std::string text(std::uint32_t number) const { return number == kNone ? "" : std::string(pool_[number]); }
    [[nodiscard]] std::size_t size() const { return pool_.size(); }

private:
    StringPool pool_;
    NameIndex index_;
};

}  // namespace loom
