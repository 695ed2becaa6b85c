// JSON text to a tree, within limits: hostile input costs neither stack nor memory.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "core/base/result.h"

namespace loom {

using Json = nlohmann::ordered_json;  // keeps the order of keys

struct JsonLimits {
    std::uint64_t bytes = 32ull << 20;
    std::uint32_t depth = 32;
    std::uint64_t values = 4'000'000;
};

// One JSON value and nothing after it; a UTF-8 byte order mark before it is skipped. Refuses repeated keys, comments,
// and numbers a double cannot hold. The error's place is line:column (1-based).
Result<Json> parseJson(std::string_view text, const JsonLimits& limits = {});

// True if the text begins a JSON object with `key` at its top level; reads no further than the key. The text need not
// be valid after it.
bool hasTopLevelKey(std::string_view text, std::string_view key);

}  // namespace loom
