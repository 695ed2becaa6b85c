// Many short texts in one block: four bytes and their letters each, instead of a std::string each.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace loom {

// Append-only. Views stay valid until the next add. At most 4 GiB of letters; `full()` tells.
class StringPool {
public:
    void reserve(std::size_t count) { ends_.reserve(count); }
    void add(std::string_view text) {
        if (full(text.size())) return ends_.push_back(static_cast<std::uint32_t>(letters_.size()));
        letters_.append(text);
        ends_.push_back(static_cast<std::uint32_t>(letters_.size()));
    }
    // True when `more` letters would not fit; such texts are stored empty.
    [[nodiscard]] bool full(std::size_t more) const { return letters_.size() + more > 0xFFFFFFFFu; }
    [[nodiscard]] std::size_t size() const { return ends_.size(); }
    [[nodiscard]] std::string_view operator[](std::size_t i) const {
        const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
        return std::string_view(letters_).substr(begin, ends_[i] - begin);
    }

private:
    std::string letters_;
    std::vector<std::uint32_t> ends_;
};

}  // namespace loom
