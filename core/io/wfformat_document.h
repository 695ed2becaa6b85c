// What a WfFormat file says, before it is judged. Inside core/io only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/io/importer.h"
#include "core/io/text_table.h"
#include "core/io/workload_draft.h"

namespace loom {

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
    std::uint32_t machine = TextTable::kNone;            // it ran on
    WfMeasures measures;
};

struct WfExecution {
    std::uint32_t id = TextTable::kNone;
    std::uint32_t machine = TextTable::kNone;  // the first, if there are several
    WfMeasures measures;
};

struct WfMachine {
    std::uint32_t name = TextTable::kNone;
    std::optional<double> cores;
    std::optional<double> memory;  // B
};

struct WfDocument {
    TextTable texts;
    std::string version;  // as written; empty = not stated
    bool split = false;   // 1.5 and later: specification and execution apart
    bool anyTasks = false;
    std::vector<WfTask> tasks;
    std::vector<WfFile> files;  // split layout
    std::vector<WfExecution> executions;
    std::vector<WfMachine> machines;
    std::optional<double> makespan;  // s
};

// Parses in one pass. Errors carry line:column for broken JSON, the JSON path for a value of the wrong type.
Result<WfDocument> readWfDocument(std::string_view content, const ImportLimits& limits);
// Judges the document and puts it into the draft. Errors name tasks by their ids.
void draftOfWfDocument(const WfDocument& document, WorkloadDraft& draft);

}  // namespace loom
