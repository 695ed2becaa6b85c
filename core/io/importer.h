// Foreign formats: detected by content, read within limits, turned into a task graph or a platform.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/graph/task_graph.h"
#include "core/platform/platform.h"

namespace loom {

// Bounds on what one file may make us allocate.
struct ImportLimits {
    std::uint64_t bytes = 1ull << 30;      // unpacked
    std::uint32_t depth = 64;              // nesting
    std::uint64_t tasks = 4'000'000;
    std::uint64_t edges = 64'000'000;
};

// What a file turned out to hold, with the facts an importer learns that a graph does not carry.
struct ImportedWorkload {
    std::string format;                    // "wfformat 1.5", "task list"
    std::shared_ptr<const TaskGraph> graph;
    std::optional<double> recordedMakespan;  // s, as the file declares it
    std::vector<std::string> warnings;
    std::uint64_t fileCount = 0;           // distinct files
    std::uint64_t fileBytes = 0;           // their sizes, summed in integers
};

// One format. Stateless; thread-safe. To add one: derive, then add it to `importers()`.
class WorkloadImporter {
public:
    virtual ~WorkloadImporter() = default;
    [[nodiscard]] virtual std::string name() const = 0;
    // True when the beginning of the (unpacked, BOM-less) content is this format. Must not be fooled by the file's name.
    [[nodiscard]] virtual bool recognises(std::string_view content) const = 0;
    // Errors carry a place (line:column, JSON path or task id). Never throws.
    [[nodiscard]] virtual Result<ImportedWorkload> read(std::string_view content, const ImportLimits& limits) const = 0;
};
const std::vector<const WorkloadImporter*>& importers();

// Reads a whole file within limits; unpacks gzip and zstd; strips a UTF-8 BOM. Errors name the file.
Result<std::string> readContent(const std::string& path, const ImportLimits& limits = {});
// Detects and reads. Errors name the file, the place and the cause; an unknown format lists the known ones.
Result<ImportedWorkload> importWorkload(const std::string& path, const ImportLimits& limits = {});

}  // namespace loom
