// What regular shapes share on the way from registry text to a platform.
#pragma once

#include <algorithm>
#include <string>

#include "core/platform/zones/cluster_links.h"
#include "core/platform/zones/fat_tree.h"
#include "core/platform/zones/shape_text.h"

namespace loom {

inline constexpr std::uint64_t kMostShapeCables = 400'000;

// "4x4;1x2" for what SimGrid writes "4,4;1,2": a comma ends an argument of registry text.
inline Result<std::vector<std::vector<std::uint32_t>>> crossedLists(std::string text) {
    std::replace(text.begin(), text.end(), 'x', ',');
    return numberLists(text);
}

// Children;parents;cables, or with the number of levels before them as SimGrid writes it.
inline Result<FatTreeShape> fatTreeShapeOf(const std::string& text) {
    const Result<std::vector<std::vector<std::uint32_t>>> lists = crossedLists(text);
    if (!lists) return lists.error();
    const bool counted = lists->size() == 4 && lists->front().size() == 1 && lists->front()[0] == (*lists)[1].size();
    if (lists->size() != 3 && !counted) return failure("must be children;parents;cables, each one number a level, as 4x4;1x2;1x2");
    const std::size_t first = counted ? 1 : 0;
    return FatTreeShape{(*lists)[first], (*lists)[first + 1], (*lists)[first + 2]};
}

}  // namespace loom
