// What a WfFormat file says, before it is judged. Inside core/io only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/graph/name_index.h"
#include "core/graph/string_pool.h"
#include "core/io/importer.h"

namespace loom {

// Each distinct text once; the rest of the document holds numbers.
class TextTable {
public:
    static constexpr std::uint32_t kNone = NameIndex::kNone;

    std::uint32_t number(std::string_view text) {
        const std::uint32_t known = index_.find(pool_, text);
        if (known != kNone) return known;
        pool_.add(text);
        const auto fresh = static_cast<std::uint32_t>(pool_.size() - 1);
        index_.insert(pool_, fresh);
        return fresh;
    }
    [[nodiscard]] std::string text(std::uint32_t number) const { return number == kNone ? "" : std::string(pool_[number]); }
    [[nodiscard]] std::size_t size() const { return pool_.size(); }

private:
    StringPool pool_;
    NameIndex index_;
};

// Texts are numbers of the document's TextTable; kNone = not stated.
struct WfMeasures {
    std::optional<double> runtime;  // s
    std::optional<double> cores;
    std::optional<double> memory;  // B
};

struct WfFile {
    std::uint32_t key = TextTable::kNone;   // identity: id, or path and name
    std::uint32_t name = TextTable::kNone;  // to show
    std::optional<std::uint64_t> bytes;
    bool output = false;  // of the task that lists it (flat layout)
};

struct WfTask {
    std::uint32_t name = TextTable::kNone, id = TextTable::kNone, category = TextTable::kNone;
    std::vector<std::uint32_t> parents, children;        // task keys
    std::vector<std::uint32_t> inputFiles, outputFiles;  // file keys (split layout)
    std::vector<WfFile> files;                           // flat layout
    WfMeasures measures;
};

struct WfExecution {
    std::uint32_t id = TextTable::kNone;
    WfMeasures measures;
};

struct WfDocument {
    TextTable texts;
    std::string version;  // as written; empty = not stated
    bool split = false;   // 1.5 and later: specification and execution apart
    bool anyTasks = false;
    std::vector<WfTask> tasks;
    std::vector<WfFile> files;  // split layout
    std::vector<WfExecution> executions;
    std::optional<double> makespan;  // s
};

// Parses in one pass. Errors carry line:column for broken JSON, the JSON path for a value of the wrong type.
Result<WfDocument> readWfDocument(std::string_view content, const ImportLimits& limits);
// Judges the document and makes the graph. Errors name tasks by their ids.
Result<ImportedWorkload> buildWfWorkload(WfDocument document, const ImportLimits& limits);

}  // namespace loom
