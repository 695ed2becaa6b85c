// The record columns of a saved run.
#pragma once

#include <memory>

#include "core/io/sqlite_file.h"
#include "core/trace/run.h"

namespace loom {

// Every record in order, a row of little-endian columns for each chunk of the trace. Refuses what readRecords would.
Status writeRecords(SqliteFile& file, const Run& run);

// `count` records, each checked against the scenario: ids in range, known words, times that never decrease, the end of the
// run last and nowhere else. Memory grows with the rows actually there.
Result<std::shared_ptr<Trace>> readRecords(SqliteFile& file, const Scenario& scenario, std::uint64_t count);

}  // namespace loom
