// Registry text kept in a file of its own, so that a platform has a name and a sentence:
// {"description": "...", "builder": "fat-tree[k=16]"}.
#pragma once

#include <string>
#include <string_view>

#include "core/base/spec.h"

namespace loom {

struct PlatformPreset {
    std::string description;
    Spec builder;
};

// True when the text begins a preset.
bool isPlatformPreset(std::string_view text);
// `fileName` is only for errors.
Result<PlatformPreset> parsePlatformPreset(std::string_view text, const std::string& fileName);

}  // namespace loom
