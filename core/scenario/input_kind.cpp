#include "core/scenario/input_kind.h"

#include <filesystem>
#include <system_error>

#include "core/io/simgrid_xml.h"
#include "core/scenario/json_document.h"
#include "core/scenario/platform_preset.h"

namespace loom {

std::string platformKind(std::string_view content) {
    if (isSimgridPlatform(content)) return "SimGrid platform XML";
    if (isPlatformPreset(content)) return "clusterloom platform preset";
    const auto has = [&](const char* key) { return hasTopLevelKey(content, key); };
    return has("nodes") && !has("clusterloom") && !has("workflow") && !has("tasks") ? "clusterloom platform" : "";
}

bool isWorkloadAlone(const ScenarioFile& file, const std::string& path) {
    const auto* reference = std::get_if<FileReference>(&file.workload);
    std::error_code failed;
    return reference != nullptr &&
           std::filesystem::equivalent(std::filesystem::path(file.baseFolder) / reference->path, path, failed);
}

}  // namespace loom
