#include <nlohmann/json.hpp>
#include <utility>

#include "core/platform/platform.h"
#include "core/scenario/object_reader.h"
#include "core/scenario/scenario_parts.h"
#include "core/scenario/scenario_words.h"
#include "core/workloads/registry.h"

namespace loom {

const std::vector<std::string>& fetchWords() {
    static const std::vector<std::string> words{"assignment", "ahead"};
    return words;
}

const std::vector<std::string>& diskInputWords() {
    static const std::vector<std::string> words{"platform", "disk"};
    return words;
}

const std::vector<std::string>& diskTransferWords() {
    static const std::vector<std::string> words{"memory", "stream", "staged"};
    return words;
}

namespace {

bool isRegistered(const std::vector<RegistryEntry>& table, std::string_view name) {
    for (const RegistryEntry& entry : table)
        if (entry.name == name) return true;
    return false;
}

template <class Source>
Result<Source> parseSource(std::string_view text, const std::vector<RegistryEntry>& table) {
    const std::string_view name = text.substr(0, text.find('['));
    Result<Spec> spec = parseSpec(text);
    const bool known = spec.ok() ? isRegistered(table, spec->name) : isRegistered(table, name);
    if (!known && name.find_first_of("./\\") != std::string_view::npos) return Source(FileReference{std::string(text)});
    if (!spec) return spec.error();
    return Source(std::move(*spec));
}

Status checkVersion(ObjectReader& reader) {
    reader.require("clusterloom");
    const Json* version = reader.find("clusterloom");
    if (version != nullptr && !(version->is_number_unsigned() && version->get<std::uint64_t>() == kScenarioVersion))
        reader.fail("clusterloom",
                    "the format's version must be " + std::to_string(kScenarioVersion) + ", found " + kindOf(*version));
    if (!reader.ok()) return reader.error();
    return Done{};
}

Status readRetry(ObjectReader& outer, RetryPolicy& retry) {
    const Json* value = outer.find("retry");
    if (value == nullptr) return Done{};
    ObjectReader reader(*value, "retry", keys::retry);
    reader.whole("attempts", retry.maxAttempts, 1, kMostAttempts);
    reader.quantity("backoff", Dimension::time, retry.backoff);
    reader.quantity("multiplier", Dimension::number, retry.multiplier, 1, 1e6);
    if (!reader.ok()) return reader.error();
    return Done{};
}

Status readDisks(ObjectReader& outer, DiskModel& disks) {
    const Json* value = outer.find("disks");
    if (value == nullptr) return Done{};
    ObjectReader reader(*value, "disks", keys::disks);
    std::size_t inputs = 0;
    std::size_t transfers = 0;
    reader.choice("inputs", diskInputWords(), inputs);
    reader.choice("transfers", diskTransferWords(), transfers);
    if (!reader.ok()) return reader.error();
    disks = {inputs == 1, static_cast<DiskTransfers>(transfers)};
    return Done{};
}

Status readReal(ObjectReader& outer, RealSpec& real) {
    const Json* value = outer.find("real");
    if (value == nullptr) return Done{};
    ObjectReader reader(*value, "real", keys::real);
    reader.spec("kernel", real.kernel);
    reader.whole("workers", real.workers, 0, kMostWorkers);
    reader.text("images", real.images);
    reader.boolean("shaped", real.shaped);
    if (!reader.ok()) return reader.error();
    return Done{};
}

// Moves a part into place, or notes its error.
template <class T>
void readPart(ObjectReader& reader, const std::string& key, T& out, Result<T> (*read)(const Json&, const std::string&)) {
    const Json* value = reader.find(key);
    if (value == nullptr) return;
    Result<T> part = read(*value, key);
    if (!part) return reader.fail(part.error());
    out = std::move(*part);
}

Result<ScenarioFile> readScenario(const Json& root) {
    ScenarioFile file;
    ObjectReader reader(root, "", keys::scenario);
    if (const Status status = checkVersion(reader); !status) return status.error();
    std::size_t fetch = 0;
    reader.text("name", file.name);
    reader.text("description", file.description);
    reader.whole64("seed", file.seed);
    reader.spec("scheduler", file.scheduler);
    reader.spec("network", file.network);
    reader.spec("compute", file.compute);
    readPart(reader, "platform", file.platform, readPlatform);
    readPart(reader, "workload", file.workload, readWorkload);
    readPart(reader, "failures", file.failures, readFailures);
    if (const Status status = readRetry(reader, file.retry); !status) reader.fail(status.error());
    reader.spec("information", file.information);
    reader.quantity("viewDelay", Dimension::time, file.viewDelay);
    reader.choice("fetch", fetchWords(), fetch);
    if (const Status status = readDisks(reader, file.disks); !status) reader.fail(status.error());
    if (const Status status = readReal(reader, file.real); !status) reader.fail(status.error());
    if (!reader.ok()) return reader.error();
    file.fetchAhead = fetch == 1;
    return file;
}

}  // namespace

Result<WorkloadSource> parseWorkloadSource(std::string_view text) {
    return parseSource<WorkloadSource>(text, workloadRegistry());
}

Result<PlatformSource> parsePlatformSource(std::string_view text) {
    return parseSource<PlatformSource>(text, platformRegistry());
}

Result<InlinePlatform> parsePlatformFile(std::string_view json, const std::string& fileName) {
    const Result<Json> root = parseJson(json);
    if (!root) return root.error().in(fileName);
    Result<InlinePlatform> platform = readInlinePlatform(*root, "");
    if (!platform) return platform.error().in(fileName);
    return platform;
}

Result<ScenarioFile> parseScenario(std::string_view json, const std::string& fileName) {
    const Result<Json> root = parseJson(json);
    if (!root) return root.error().in(fileName);
    Result<ScenarioFile> file = readScenario(*root);
    if (!file) return file.error().in(fileName);
    return file;
}

}  // namespace loom
