// A run as plain tables: the same rows for saved runs, CSV files and whoever else reads tables.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/trace/run.h"

namespace loom {

enum class CellType : std::uint8_t { integer, real, text };

struct RunColumn {
    const char* name;
    CellType type = CellType::text;
    const char* unit = "";  // SI base unit; empty: a word, a number of things or a ratio
};

// Takes a table cell by cell, as many a row as the table has columns. The first failing row ends the table.
class RowSink {
public:
    virtual ~RowSink() = default;
    virtual void integer(std::int64_t value) = 0;
    virtual void real(double value) = 0;
    // Lives until the row ends.
    virtual void text(std::string_view value) = 0;
    virtual void null() = 0;
    virtual Status endRow() = 0;
};

struct RunTableDef {
    const char* name;
    std::span<const RunColumn> columns;
    bool stored;  // in saved runs as it is; what loading reads is kept there in another form
    // Every row of an ended run, in a fixed order. Records that do not fit the scenario are skipped.
    Status (*write)(const Run& run, RowSink& sink);
};

// tasks, attempts, transfers, nodes, links, metrics, decisions, incumbents, records. run_file.md says what the columns mean.
std::span<const RunTableDef> runTableDefs();
// nullptr when there is none of this name.
const RunTableDef* findRunTable(std::string_view name);
// "tasks, attempts, ..." for messages and help.
std::string runTableNames();

}  // namespace loom
