// A Spark event log that was rolled while it was written: a folder of events_1_APP, events_2_APP ... and, where old events were
// compacted, events_N_APP.compact, which stands for all up to N. Spark before 1.3 wrote a folder with EVENT_LOG_1 in it.
#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>

#include "core/io/formats.h"
#include "core/io/lines.h"

namespace loom {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kMostEntries = 100'000;

struct Part {
    std::string path;
    bool compact = false;
};

// The number in "events_7_application_1" or "EVENT_LOG_1"; nothing for other files.
std::optional<std::uint64_t> partNumber(std::string_view name) {
    for (const std::string_view beginning : {"events_", "EVENT_LOG_"})
        if (name.starts_with(beginning)) {
            name.remove_prefix(beginning.size());
            return wholeNumber(name.substr(0, name.find('_')));
        }
    return {};
}

Result<std::map<std::uint64_t, Part>> partsOf(const std::string& folder) {
    std::map<std::uint64_t, Part> parts;
    std::error_code failed;
    std::size_t entries = 0;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
        if (++entries > kMostEntries) return Error{folder, {}, "more than " + std::to_string(kMostEntries) + " files"};
        const std::string name = entry->path().filename().string();
        const std::optional<std::uint64_t> number = partNumber(name);
        if (!number) continue;
        const bool compact = name.find(".compact") != std::string::npos;
        Part& part = parts[*number];
        if (part.path.empty() || compact) part = {entry->path().string(), compact};
    }
    if (failed) return Error{folder, {}, "the folder cannot be read: " + failed.message()};
    if (parts.empty()) return Error{folder, {}, "a folder is read only if it is a rolled Spark event log (files events_1_..., events_2_...)"};
    return parts;
}

}  // namespace

Status checkRolledLog(const std::string& folder) {
    const Result<std::map<std::uint64_t, Part>> parts = partsOf(folder);
    if (!parts) return parts.error();
    return Done{};
}

Result<std::string> readRolledLog(const std::string& folder, const ImportLimits& limits) {
    const Result<std::map<std::uint64_t, Part>> parts = partsOf(folder);
    if (!parts) return parts.error();
    std::uint64_t from = 0;
    for (const auto& [number, part] : *parts) from = part.compact ? number : from;
    std::string all;
    for (auto part = parts->lower_bound(from); part != parts->end(); ++part) {
        ImportLimits left = limits;
        left.bytes = limits.bytes - std::min<std::uint64_t>(all.size(), limits.bytes);
        const Result<std::string> content = readContent(part->second.path, left);
        if (!content) return content.error();
        all += *content;
        if (!all.ends_with('\n')) all += '\n';
    }
    return all;
}

}  // namespace loom
