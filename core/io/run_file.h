// Saved runs: SQLite files (.loom) that stand alone. run_file.md tells their tables.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/trace/run.h"

namespace loom {

// Writes an ended run, atomically: a failed save leaves the old file whole and nothing behind. What the scenario names
// by file is stored inline. Refuses a run whose scenario cannot be made again from its text (for instance one with more
// than 32 MiB of inline workload). Errors name the file. Any thread.
Status saveRun(const Run& run, const std::string& path);

// Reads a run back: the same scenario, plan, records and fingerprint. The file is input like any other: foreign, newer,
// cut off or changed files are refused in one sentence, and memory is taken in proportion to the file's size. Any thread.
Result<RunPtr> loadRun(const std::string& path);

// Whether the file begins as every SQLite file does, so that loadRun is who says what is wrong with it.
bool looksLikeRun(const std::string& path);

}  // namespace loom
