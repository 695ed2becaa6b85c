// Links by name: built where names are looked up, as platforms have many links and few scenarios name one.
#pragma once

#include <string_view>
#include <vector>

#include "core/platform/platform.h"

namespace loom {

// Refers to the platform, which must outlive it.
class LinkNames {
public:
    explicit LinkNames(const Platform& platform);
    // The first link of that name; none() if there is none.
    [[nodiscard]] LinkId find(std::string_view name) const;

private:
    const Platform* platform_;
    std::vector<LinkId> byName_;
};

}  // namespace loom
