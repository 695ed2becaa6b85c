#include "core/io/sqlite_file.h"

#include <sqlite3.h>

#include <filesystem>
#include <system_error>
#include <utility>

#include "core/base/hash.h"

namespace loom {

namespace {

constexpr int kLargestValue = 64 << 20;  // B

Error errorOf(sqlite3* connection) {
    return failure(std::string("SQLite: ") + (connection != nullptr ? sqlite3_errmsg(connection) : "out of memory"));
}

// SQLite's URI of a path: what has a meaning in URIs is escaped.
std::string uriOf(const std::string& path, const char* query) {
    constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-";
    std::error_code failed;
    const std::filesystem::path absolute = std::filesystem::absolute(path, failed);
    std::string uri = "file:";
    for (const char c : failed ? path : absolute.string()) {
        if (kPlain.find(c) != std::string_view::npos)
            uri += c;
        else
            uri += "%" + hex64(static_cast<unsigned char>(c)).substr(14);
    }
    return uri + query;
}

}  // namespace

SqliteStatement::SqliteStatement(SqliteStatement&& other) noexcept
    : statement_(std::exchange(other.statement_, nullptr)), bound_(other.bound_) {}
SqliteStatement::~SqliteStatement() { sqlite3_finalize(statement_); }

Error SqliteStatement::error() const { return errorOf(sqlite3_db_handle(statement_)); }

SqliteStatement& SqliteStatement::integer(std::int64_t value) {
    sqlite3_bind_int64(statement_, ++bound_, value);
    return *this;
}
SqliteStatement& SqliteStatement::real(double value) {
    sqlite3_bind_double(statement_, ++bound_, value);
    return *this;
}
SqliteStatement& SqliteStatement::text(std::string_view value) {
    // An empty view may point nowhere, which SQLite would take for NULL.
    sqlite3_bind_text64(statement_, ++bound_, value.empty() ? "" : value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8);
    return *this;
}
SqliteStatement& SqliteStatement::blob(std::string_view value) {
    sqlite3_bind_blob64(statement_, ++bound_, value.empty() ? "" : value.data(), value.size(), SQLITE_STATIC);
    return *this;
}
SqliteStatement& SqliteStatement::null() {
    sqlite3_bind_null(statement_, ++bound_);
    return *this;
}

Status SqliteStatement::insert() {
    bound_ = 0;
    if (sqlite3_step(statement_) != SQLITE_DONE) {
        Error problem = error();
        sqlite3_reset(statement_);
        return problem;
    }
    sqlite3_reset(statement_);
    return Done{};
}

Result<bool> SqliteStatement::next() {
    const int answer = sqlite3_step(statement_);
    if (answer == SQLITE_ROW) return true;
    if (answer == SQLITE_DONE) return false;
    return error();
}

std::optional<std::int64_t> SqliteStatement::integerAt(int column) const {
    if (sqlite3_column_type(statement_, column) != SQLITE_INTEGER) return std::nullopt;
    return sqlite3_column_int64(statement_, column);
}

std::optional<std::string_view> SqliteStatement::textAt(int column) const {
    if (sqlite3_column_type(statement_, column) != SQLITE_TEXT) return std::nullopt;
    const unsigned char* text = sqlite3_column_text(statement_, column);
    if (text == nullptr) return std::nullopt;
    return std::string_view(reinterpret_cast<const char*>(text),
                            static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
}

std::optional<std::string_view> SqliteStatement::blobAt(int column) const {
    if (sqlite3_column_type(statement_, column) != SQLITE_BLOB) return std::nullopt;
    const void* blob = sqlite3_column_blob(statement_, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    if (blob == nullptr && size > 0) return std::nullopt;
    return std::string_view(static_cast<const char*>(blob), size);
}

SqliteFile::SqliteFile(SqliteFile&& other) noexcept : connection_(std::exchange(other.connection_, nullptr)) {}
SqliteFile::~SqliteFile() { sqlite3_close(connection_); }

Result<SqliteFile> SqliteFile::connect(const std::string& path, int flags, const char* query) {
    sqlite3* connection = nullptr;
    const int answer =
        sqlite3_open_v2(uriOf(path, query).c_str(), &connection, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
    SqliteFile file(connection);
    if (answer != SQLITE_OK) return errorOf(connection);
    return file;
}

Result<SqliteFile> SqliteFile::create(const std::string& path) {
    Result<SqliteFile> file = connect(path, SQLITE_OPEN_READWRITE, "");
    if (!file) return file;
    const Status set = file->run(
        "PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE");
    if (!set) return set.error();
    return file;
}

Result<SqliteFile> SqliteFile::open(const std::string& path) {
    Result<SqliteFile> file = connect(path, SQLITE_OPEN_READONLY, "?immutable=1");
    if (!file) return file;
    sqlite3_limit(file->connection_, SQLITE_LIMIT_LENGTH, kLargestValue);
    sqlite3_db_config(file->connection_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(file->connection_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(file->connection_, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_db_config(file->connection_, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    if (const Status set = file->run("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0"); !set) return set.error();
    return file;
}

Status SqliteFile::run(const std::string& sql) {
    if (sqlite3_exec(connection_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return errorOf(connection_);
    return Done{};
}

Result<SqliteStatement> SqliteFile::prepare(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(connection_, sql.c_str(), static_cast<int>(sql.size()), &statement, nullptr) != SQLITE_OK)
        return errorOf(connection_);
    return SqliteStatement(statement);
}

}  // namespace loom
