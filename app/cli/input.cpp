#include "app/cli/input.h"

#include <algorithm>
#include <filesystem>

#include "app/cli/output.h"
#include "core/io/importer.h"
#include "core/scenario/input_kind.h"
#include "core/schedule/scheduler.h"
#include "sim/script/lua_scheduler.h"

namespace loom::cli {

Result<Spec> parseOption(const std::string& option, const std::string& text) {
    Result<Spec> spec = parseSpec(text);
    if (!spec) return failure(option + ": " + spec.error().cause);
    return spec;
}

Spec fromHere(Spec scheduler, const std::string& baseFolder) {
    std::error_code failed;
    if (!namesScript(scheduler) || !std::filesystem::exists(scheduler.name, failed) || failed) return scheduler;
    const std::filesystem::path relative = std::filesystem::proximate(scheduler.name, baseFolder.empty() ? "." : baseFolder, failed);
    if (!failed) scheduler.name = relative.string();
    return scheduler;
}

namespace {

// No registry has a name with a dot or a slash; a link that leads nowhere is a file that cannot be opened.
bool meansFile(const std::string& word, const std::string& name) {
    std::error_code failed;
    return name.find_first_of("./") != std::string::npos || std::filesystem::exists(std::filesystem::symlink_status(word, failed));
}

}  // namespace

PlatformSource platformSource(const std::string& word) {
    if (const Result<Spec> spec = parseSpec(word); spec) {
        const std::vector<RegistryEntry>& table = platformRegistry();
        const bool known = std::any_of(table.begin(), table.end(), [&](const RegistryEntry& e) { return e.name == spec->name; });
        if (known || !meansFile(word, spec->name)) return *spec;
    }
    return FileReference{std::filesystem::absolute(word).string()};
}

Status applyAssumptions(const std::vector<std::string>& words, ScenarioFile& file) {
    if (words.empty()) return Done{};
    auto* reference = std::get_if<FileReference>(&file.workload);
    if (reference == nullptr) return failure("--assume: the workload is not read from a file, so nothing is missing in it");
    for (const std::string& word : words)
        if (const Status read = readAssumption(word, reference->assume); !read) return failure("--assume: " + read.error().cause);
    return Done{};
}

Result<ScenarioPtr> loadScenario(const std::string& path, const Overrides& overrides) {
    Result<ScenarioFile> file = loadScenarioFile(path);
    if (!file) return file.error().in(path);
    if (!overrides.platform.empty()) file->platform = platformSource(overrides.platform);
    if (!overrides.scheduler.empty()) {
        const Result<Spec> spec = parseOption("--scheduler", overrides.scheduler);
        if (!spec) return spec.error();
        file->scheduler = fromHere(*spec, file->baseFolder);
    }
    if (!overrides.network.empty()) {
        const Result<Spec> spec = parseOption("--network", overrides.network);
        if (!spec) return spec.error();
        file->network = *spec;
    }
    if (!overrides.compute.empty()) {
        const Result<Spec> spec = parseOption("--compute", overrides.compute);
        if (!spec) return spec.error();
        file->compute = *spec;
    }
    if (overrides.seed) file->seed = *overrides.seed;
    if (const Status assumed = applyAssumptions(overrides.assume, *file); !assumed) return assumed.error();
    Result<ScenarioPtr> scenario = resolveScenario(std::move(*file));
    if (!scenario) return scenario.error().in(path);
    if (namesScript((*scenario)->file.scheduler))
        if (const auto script = openScheduler((*scenario)->file.scheduler, (*scenario)->file.baseFolder); !script) return script.error();
    for (const std::string& warning : (*scenario)->warnings) reportWarning(path + ": " + warning);
    return scenario;
}

Result<Platform> loadPlatform(const std::string& word) {
    const PlatformSource source = platformSource(word);
    if (std::holds_alternative<Spec>(source)) return resolvePlatform(source, {}, 1);
    const Result<ScenarioFile> file = loadScenarioFile(word);
    if (!file) return file.error().in(word);
    Result<Platform> platform = isWorkloadAlone(*file, word) ? resolvePlatform(source, {}, 1)
                                                             : resolvePlatform(file->platform, file->baseFolder, file->seed);
    if (!platform) return platform.error().in(word);
    return platform;
}

std::string platformFormat(const std::string& word) {
    std::error_code failed;
    if (!std::filesystem::exists(word, failed))
        return std::holds_alternative<Spec>(platformSource(word)) ? "registry text" : "";
    ImportLimits limits;
    limits.bytes = 64u << 20;
    const Result<std::string> text = readContent(word, limits);
    if (!text) return "";
    return platformKind(*text);
}

}  // namespace loom::cli
