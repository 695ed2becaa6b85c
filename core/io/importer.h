// Foreign formats: detected by content, read within limits, turned into a task graph or a platform.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/graph/task_graph.h"
#include "core/io/assumptions.h"
#include "core/io/import_report.h"
#include "core/platform/platform.h"
#include "core/trace/recorded_run.h"

namespace loom {

class WorkloadDraft;

// Bounds on what one file may make us allocate.
struct ImportLimits {
    std::uint64_t bytes = 1ull << 30;      // unpacked
    std::uint32_t depth = 64;              // nesting
    std::uint64_t tasks = 4'000'000;
    std::uint64_t edges = 64'000'000;
};

// How many values the file leaves out, whatever stands in for them.
struct UnknownValues {
    std::uint64_t runtimes = 0, sizes = 0, cores = 0;
};

// What a file turned out to hold, with the facts an importer learns that a graph does not carry.
struct ImportedWorkload {
    std::string format;                    // "wfformat 1.5", "task list"
    std::shared_ptr<const TaskGraph> graph;
    std::uint64_t fileCount = 0;           // distinct files; dependencies that carry bytes, in formats without files
    std::uint64_t fileBytes = 0;           // their sizes, summed in integers
    UnknownValues unknown;
    std::shared_ptr<const RecordedRun> recorded;          // null: the file says nothing of a run
    std::vector<std::pair<std::string, double>> facts;    // what only this format has, under plain names: jobs, stages, wall
    ImportReport report;
    std::vector<std::string> warnings;     // the lines of the report that change what is simulated

    // s, as the file declares it.
    [[nodiscard]] std::optional<double> recordedMakespan() const {
        return recorded != nullptr ? recorded->makespan : std::nullopt;
    }
};

// One format. Stateless; thread-safe. To add one: derive, then add it to `importers()`.
class WorkloadImporter {
public:
    virtual ~WorkloadImporter() = default;
    [[nodiscard]] virtual std::string name() const = 0;
    // True when the beginning of the (unpacked, BOM-less) content is this format. Must not be fooled by the file's name.
    [[nodiscard]] virtual bool recognises(std::string_view content) const = 0;
    // Errors carry a place (line:column, JSON path or task id). Never throws.
    [[nodiscard]] Result<ImportedWorkload> read(std::string_view content, const ImportLimits& limits = {},
                                                const Assumptions& assume = {}) const;

private:
    // Puts into the draft what the content says; what it leaves out is the draft's business.
    virtual Status fill(std::string_view content, WorkloadDraft& draft) const = 0;
};
const std::vector<const WorkloadImporter*>& importers();
// The first that recognises the content, or null.
const WorkloadImporter* importerOf(std::string_view content);

// Whether a folder is one that can be read as a file: a rolled Spark event log. The error says what is missing.
Status checkRolledLog(const std::string& folder);
// Reads a whole file within limits; unpacks gzip and zstd; strips a UTF-8 BOM. Of a folder, the parts of a rolled Spark event
// log. Errors name the file.
Result<std::string> readContent(const std::string& path, const ImportLimits& limits = {});
// Detects and reads. Errors name the file, the place and the cause; an unknown format lists the known ones.
Result<ImportedWorkload> importWorkload(const std::string& path, const Assumptions& assume = {}, const ImportLimits& limits = {});

}  // namespace loom
