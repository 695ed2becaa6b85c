// SQLite as values and errors: a connection and a statement, no more than saved runs need.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace loom {

// A prepared statement. The file it came from must outlive it. One thread. What is bound is only looked at until the next
// insert() or next(), so it must live that long.
class SqliteStatement {
public:
    SqliteStatement(SqliteStatement&& other) noexcept;
    SqliteStatement& operator=(SqliteStatement&&) = delete;
    ~SqliteStatement();

    // Bind the next parameter, from the first one on after every insert().
    SqliteStatement& integer(std::int64_t value);
    SqliteStatement& real(double value);
    SqliteStatement& text(std::string_view value);
    SqliteStatement& blob(std::string_view value);
    SqliteStatement& null();
    // Runs the statement once with what is bound and makes it ready for the next row.
    Status insert();

    // Goes to the next row; false when there is none.
    Result<bool> next();
    // A column of that row, if it has this type. Text and blobs live until the next call of next().
    [[nodiscard]] std::optional<std::int64_t> integerAt(int column) const;
    [[nodiscard]] std::optional<std::string_view> textAt(int column) const;
    [[nodiscard]] std::optional<std::string_view> blobAt(int column) const;

private:
    friend class SqliteFile;
    explicit SqliteStatement(sqlite3_stmt* statement) : statement_(statement) {}
    [[nodiscard]] Error error() const;

    sqlite3_stmt* statement_ = nullptr;
    int bound_ = 0;
};

// One open file. Errors do not name it; the caller does. One thread.
class SqliteFile {
public:
    // An empty file that nobody else knows yet: neither journal nor sync, the caller syncs the whole file.
    static Result<SqliteFile> create(const std::string& path);
    // Read only, as it is: no journal beside it is looked at, nothing in its schema is run, no value above 64 MiB is read.
    static Result<SqliteFile> open(const std::string& path);
    SqliteFile(SqliteFile&& other) noexcept;
    SqliteFile& operator=(SqliteFile&&) = delete;
    ~SqliteFile();

    // Statements without parameters and rows.
    Status run(const std::string& sql);
    Result<SqliteStatement> prepare(const std::string& sql);

private:
    explicit SqliteFile(sqlite3* connection) : connection_(connection) {}
    static Result<SqliteFile> connect(const std::string& path, int flags, const char* query);

    sqlite3* connection_ = nullptr;
};

}  // namespace loom
