#include <filesystem>
#include <system_error>
#include <utility>

#include "core/base/file.h"
#include "core/io/importer.h"
#include "core/scenario/json_document.h"
#include "core/scenario/scenario.h"
#include "core/schedule/scheduler.h"

namespace loom {

namespace fs = std::filesystem;

namespace {

// Larger files can only be workloads.
constexpr std::uint64_t kLargestScenario = JsonLimits{}.bytes;

std::string folderOf(const std::string& path) { return fs::path(path).parent_path().string(); }

// A workload file alone: star[nodes=4], heft, as the defaults of ScenarioFile say.
ScenarioFile aroundWorkload(const std::string& path) {
    ScenarioFile file;
    file.name = fs::path(path).stem().string();
    file.workload = FileReference{fs::path(path).filename().string()};
    file.baseFolder = folderOf(path);
    return file;
}

// The same file seen from another folder; unchanged if it is absolute or cannot be expressed.
std::string moved(const std::string& path, const fs::path& from, const fs::path& to) {
    if (path.empty() || fs::path(path).is_absolute()) return path;
    std::error_code failed;
    const fs::path absolute = fs::absolute(from / path, failed);
    if (failed) return path;
    const fs::path relative = absolute.lexically_normal().lexically_relative(to);
    return relative.empty() ? absolute.lexically_normal().generic_string() : relative.generic_string();
}

template <class Source>
void moveReference(Source& source, const fs::path& from, const fs::path& to) {
    if (auto* reference = std::get_if<FileReference>(&source)) reference->path = moved(reference->path, from, to);
}

}  // namespace

Result<ScenarioFile> loadScenarioFile(const std::string& path) {
    std::error_code failed;
    if (fs::is_directory(path, failed)) {
        if (const Status log = checkRolledLog(path); !log) return log.error();
        return aroundWorkload(fs::path(path).has_filename() ? path : folderOf(path));
    }
    const std::uint64_t size = fs::file_size(path, failed);
    if (!failed && size > kLargestScenario) return aroundWorkload(path);
    const Result<std::string> text = readWholeFile(path, kLargestScenario);
    if (!text) return text.error();
    if (!hasTopLevelKey(*text, "clusterloom")) return aroundWorkload(path);
    Result<ScenarioFile> file = parseScenario(*text, path);
    if (file.ok()) file->baseFolder = folderOf(path);
    return file;
}

ScenarioFile seenFrom(ScenarioFile file, const std::string& folder) {
    std::error_code failed;
    const fs::path from = fs::absolute(file.baseFolder.empty() ? "." : file.baseFolder, failed).lexically_normal();
    const fs::path to = fs::absolute(folder.empty() ? "." : folder, failed).lexically_normal();
    if (failed || from / "" == to / "") return file;
    moveReference(file.workload, from, to);
    moveReference(file.platform, from, to);
    if (namesScript(file.scheduler)) file.scheduler.name = moved(file.scheduler.name, from, to);
    file.real.images = moved(file.real.images, from, to);
    file.baseFolder = folder;
    return file;
}

Status saveScenarioFile(const ScenarioFile& file, const std::string& path) {
    return writeFileAtomically(path, formatScenario(seenFrom(file, folderOf(path))));
}

}  // namespace loom
