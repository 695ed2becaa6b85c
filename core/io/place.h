// Where in a text something stands.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace loom {

// "line:column" of an offset, both from 1; the column counts bytes.
inline std::string placeOf(std::string_view content, std::size_t offset) {
    const std::string_view before = content.substr(0, std::min(offset, content.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t newline = before.rfind('\n');
    const std::size_t column = newline == std::string_view::npos ? before.size() + 1 : before.size() - newline;
    return std::to_string(line) + ":" + std::to_string(column);
}

}  // namespace loom
