// The schema of saved runs, and their tables for people.
#include <string>
#include <vector>

#include "core/io/run_file_parts.h"
#include "core/io/run_tables.h"

namespace loom {

namespace {

struct TableText {
    const char* name;
    const char* sql;
};

constexpr TableText kCoreTables[] = {
    {"meta", "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"},
    {"scenario", "CREATE TABLE scenario(json TEXT NOT NULL)"},
    {"warnings", "CREATE TABLE warnings(id INTEGER PRIMARY KEY, text TEXT NOT NULL)"},
    {"plan", "CREATE TABLE plan(id INTEGER PRIMARY KEY, task INTEGER, node INTEGER, start INTEGER, finish INTEGER)"},
    {"records",
     "CREATE TABLE records(chunk INTEGER PRIMARY KEY, count INTEGER, time BLOB, kind BLOB, extra BLOB, subject BLOB, a BLOB, b "
     "BLOB)"},
};

// Since format 3; a core table as well.
constexpr TableText kIncumbents{
    "incumbents", "CREATE TABLE incumbents(id INTEGER PRIMARY KEY, evaluations INTEGER, makespan INTEGER, bound INTEGER)"};

// As they stood before there were decisions and links.
constexpr TableText kVersion1Tables[] = {
    {"nodes", "CREATE TABLE nodes(id INTEGER PRIMARY KEY, name TEXT, speed REAL, cores INTEGER)"},
    {"tasks",
     "CREATE TABLE tasks(id INTEGER PRIMARY KEY, name TEXT, kind TEXT, node INTEGER, state TEXT, begin REAL, finish REAL, "
     "attempts INTEGER)"},
    {"attempts",
     "CREATE TABLE attempts(task INTEGER, attempt INTEGER, node INTEGER, lane INTEGER, begin REAL, \"end\" REAL, outcome TEXT)"},
    {"transfers",
     "CREATE TABLE transfers(data INTEGER, name TEXT, from_node INTEGER, to_node INTEGER, begin REAL, \"end\" REAL, bytes REAL, "
     "outcome TEXT)"},
    {"metrics", "CREATE TABLE metrics(name TEXT PRIMARY KEY, value REAL, unit TEXT) WITHOUT ROWID"},
};

const char* sqlType(CellType type) {
    switch (type) {
        case CellType::integer: return "INTEGER";
        case CellType::real: return "REAL";
        case CellType::text: return "TEXT";
    }
    return "";
}

// A first column called id is the key.
std::string createSql(const RunTableDef& table) {
    std::string sql = "CREATE TABLE " + std::string(table.name) + "(";
    for (const RunColumn& column : table.columns) {
        const bool first = &column == table.columns.data();
        const std::string name = column.name;
        sql += (first ? "" : ", ") + (name == "end" ? "\"end\"" : name) + " " + sqlType(column.type);
        if (first && name == "id") sql += " PRIMARY KEY";
    }
    return sql + ")";
}

class StatementSink final : public RowSink {
public:
    explicit StatementSink(SqliteStatement& row) : row_(row) {}
    void integer(std::int64_t value) override { row_.integer(value); }
    void real(double value) override { row_.real(value); }
    void text(std::string_view value) override { row_.text(value); }
    void null() override { row_.null(); }
    Status endRow() override { return row_.insert(); }

private:
    SqliteStatement& row_;
};

Status fill(SqliteFile& file, const RunTableDef& table, const Run& run) {
    std::string sql = "INSERT INTO " + std::string(table.name) + " VALUES(?";
    for (std::size_t c = 1; c < table.columns.size(); ++c) sql += ", ?";
    Result<SqliteStatement> statement = file.prepare(sql + ")");
    if (!statement) return statement.error();
    StatementSink sink(*statement);
    return table.write(run, sink);
}

}  // namespace

std::vector<RunTable> runTables(std::uint32_t version) {
    std::vector<RunTable> tables;
    for (const TableText& table : kCoreTables) tables.push_back({table.name, table.sql});
    if (version == 1) {
        for (const TableText& table : kVersion1Tables) tables.push_back({table.name, table.sql});
        return tables;
    }
    if (version >= 3) tables.push_back({kIncumbents.name, kIncumbents.sql});
    for (const RunTableDef& table : runTableDefs())
        if (table.stored) tables.push_back({table.name, createSql(table)});
    return tables;
}

Status writeReadableTables(SqliteFile& file, const Run& run) {
    for (const RunTableDef& table : runTableDefs()) {
        if (!table.stored) continue;
        if (Status status = fill(file, table, run); !status) return status;
    }
    return Done{};
}

}  // namespace loom
