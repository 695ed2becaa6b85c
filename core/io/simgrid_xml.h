// SimGrid platform files (DTD 4.1, with what version 3 spells differently): formats.md section 8.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/platform/platform.h"

namespace loom {

struct SimgridLimits {
    std::uint64_t hosts = 100'000;
    std::uint64_t links = 1'000'000;      // rows
    std::uint64_t routeLinks = 8'000'000;  // in declared routes
    std::uint64_t profileBytes = 16u << 20;
};

// True when the content's root element is a platform.
bool isSimgridPlatform(std::string_view content);

// Builds the platform; what was assumed or left out stands in its warnings(). Profile files are looked up in `folder`.
// Errors carry line:column and name the element.
Result<Platform> readSimgridPlatform(std::string_view content, const std::string& folder, const SimgridLimits& limits = {});

// Reads and unpacks the file first; errors name it.
Result<Platform> loadSimgridPlatform(const std::string& path);

}  // namespace loom
