// What saving and loading a run agree on: the schema, the numbers in the file's header, and the parts that are not records.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/io/sqlite_file.h"
#include "core/trace/run.h"

namespace loom {

inline constexpr std::uint32_t kRunFileId = 0x4C4F4F4D;  // "LOOM", SQLite's application_id
inline constexpr std::uint32_t kRunFileVersion = 3;      // SQLite's user_version

// One table; `sql` is compared letter by letter on open.
struct RunTable {
    std::string name;
    std::string sql;
};
// In the order in which they stand in a file of this format.
std::vector<RunTable> runTables(std::uint32_t version);

// Everything but the records, as it stands in the file. `meta` is in the order of writing, without the checksum.
struct RunParts {
    std::string scenario;  // JSON, without references to files
    std::vector<std::pair<std::string, std::string>> meta;
    std::vector<std::string> warnings;
    std::vector<Placement> plan;
    std::vector<SearchReport::Incumbent> incumbents;  // what else is known of the search stands in `meta`
};
// Sixteen hexadecimal digits over all of it: the fingerprint guards the records, this the rest.
std::string checksum(const RunParts& parts);

// Hashes of what record numbers index into: a workload or platform made again must be the one the run had.
std::string workloadHash(const TaskGraph& graph);
std::string platformHash(const Platform& platform);

// The tables for people and programs (run_tables.h). Loading does not read them.
Status writeReadableTables(SqliteFile& file, const Run& run);

}  // namespace loom
