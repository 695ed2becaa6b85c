// Names for formats that tell things apart by name, where ours may be missing, repeat, or look alike once they are escaped.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace loom {

// `count` escaped names, no two the same. The first of a name keeps it; others, and nameless ones (`stem` and their number),
// get "_2", "_3" ... behind it where it is taken. Deterministic.
std::vector<std::string> uniqueNames(std::size_t count, const std::function<std::string_view(std::size_t)>& name,
                                     const std::string& stem, std::string (*escape)(std::string_view));

}  // namespace loom
