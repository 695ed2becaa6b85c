#include "core/platform/link_names.h"

#include <algorithm>

namespace loom {

LinkNames::LinkNames(const Platform& platform) : platform_(&platform) {
    byName_.reserve(platform.linkCount());
    for (std::size_t l = 0; l < platform.linkCount(); ++l) byName_.emplace_back(l);
    std::stable_sort(byName_.begin(), byName_.end(),
                     [&](LinkId a, LinkId b) { return platform.link(a).name < platform.link(b).name; });
}

LinkId LinkNames::find(std::string_view name) const {
    const auto it = std::lower_bound(byName_.begin(), byName_.end(), name,
                                     [&](LinkId id, std::string_view wanted) { return platform_->link(id).name < wanted; });
    return it != byName_.end() && platform_->link(*it).name == name ? *it : LinkId::none();
}

}  // namespace loom
