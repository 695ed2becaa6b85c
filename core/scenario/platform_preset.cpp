#include "core/scenario/platform_preset.h"

#include <nlohmann/json.hpp>

#include "core/scenario/object_reader.h"

namespace loom {

bool isPlatformPreset(std::string_view text) { return hasTopLevelKey(text, "builder"); }

Result<PlatformPreset> parsePlatformPreset(std::string_view text, const std::string& fileName) {
    static const std::vector<std::string> keys{"description", "builder"};
    const Result<Json> root = parseJson(text);
    if (!root) return root.error().in(fileName);
    PlatformPreset preset;
    ObjectReader reader(*root, "", keys);
    reader.require("builder");
    reader.text("description", preset.description);
    reader.spec("builder", preset.builder);
    if (!reader.ok()) return reader.error().in(fileName);
    return preset;
}

}  // namespace loom
