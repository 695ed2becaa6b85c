// Files written whole or not at all.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace loom {

// Writes beside the target, syncs, renames over it. On failure the old file is untouched and nothing is left behind.
Status writeFileAtomically(const std::string& path, std::string_view content);
// Reads at most `limit` bytes; a larger file is refused before memory is taken. Errors name the file.
Result<std::string> readWholeFile(const std::string& path, std::uint64_t limit);

}  // namespace loom
