// Tables of a run as CSV files (RFC 4180): CRLF line ends, a header with units, numbers as in the C locale.
#pragma once

#include <string>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/io/run_tables.h"

namespace loom {

// The whole table; a column with a unit is headed "begin [s]", no value is an empty field, numbers read back exactly.
Result<std::string> csvTable(const Run& run, const RunTableDef& table);

// Every table as NAME.csv in `folder`, which is made if need be: all of them or none, also when cancelled. Progress counts
// tables. Errors name the file.
Status writeCsvFolder(const Run& run, const std::string& folder, Progress& progress);

}  // namespace loom
