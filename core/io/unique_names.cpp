#include "core/io/unique_names.h"

#include <map>
#include <set>

namespace loom {

std::vector<std::string> uniqueNames(std::size_t count, const std::function<std::string_view(std::size_t)>& name,
                                     const std::string& stem, std::string (*escape)(std::string_view)) {
    std::vector<std::string> names(count);
    std::vector<std::size_t> open;  // whose name is missing or taken
    std::set<std::string> taken;
    for (std::size_t i = 0; i < count; ++i) {
        names[i] = escape(name(i));
        if (name(i).empty() || !taken.insert(names[i]).second) open.push_back(i);
    }
    std::map<std::string, std::size_t> copies;  // so that a million of one name do not try each other's numbers
    for (const std::size_t i : open) {
        const std::string base = name(i).empty() ? stem + std::to_string(i) : std::string(name(i));
        if (name(i).empty() && taken.insert(names[i] = escape(base)).second) continue;
        std::size_t& copy = copies.try_emplace(base, 1).first->second;
        do names[i] = escape(base + "_" + std::to_string(++copy));
        while (!taken.insert(names[i]).second);
    }
    return names;
}

}  // namespace loom
