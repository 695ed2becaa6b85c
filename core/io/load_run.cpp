#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>
#include <variant>

#include "core/io/run_file.h"
#include "core/io/run_file_parts.h"
#include "core/io/run_file_records.h"
#include "core/trace/words.h"

namespace loom {

namespace {

constexpr std::size_t kMostMeta = 64;
constexpr std::size_t kMostWarnings = 100'000;

constexpr std::string_view kMagic("SQLite format 3\0", 16);

using FilePointer = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

std::uint32_t bigEndian(const unsigned char* bytes) {
    return (std::uint32_t{bytes[0]} << 24) | (std::uint32_t{bytes[1]} << 16) | (std::uint32_t{bytes[2]} << 8) | bytes[3];
}

// The format by SQLite's file header, read without SQLite: what is not a saved run is refused before anything in it is believed.
Result<std::uint32_t> checkHeader(const std::string& path) {
    namespace fs = std::filesystem;
    std::error_code failed;
    const fs::file_status status = fs::status(path, failed);
    if (!fs::exists(status)) return failure("cannot be opened: no such file");
    if (!fs::is_regular_file(status)) return failure("is not a file");
    const std::uint64_t size = fs::file_size(path, failed);
    const FilePointer file(std::fopen(path.c_str(), "rb"), &std::fclose);
    if (failed || file == nullptr) return failure("cannot be opened");
    std::array<unsigned char, 100> header{};
    const std::size_t count = std::fread(header.data(), 1, header.size(), file.get());
    if (count < header.size() || std::string_view(reinterpret_cast<const char*>(header.data()), kMagic.size()) != kMagic)
        return failure("is not a saved run: not an SQLite file");
    if (bigEndian(&header[68]) != kRunFileId) return failure("is not a saved run but an SQLite file of another program");
    const std::uint32_t version = bigEndian(&header[60]);
    if (version > kRunFileVersion)
        return failure("was saved by a newer Clusterloom: format " + std::to_string(version) + ", this one reads " +
                       std::to_string(kRunFileVersion));
    if (version == 0) return failure("has the unknown format 0");
    const std::uint32_t stated = (std::uint32_t{header[16]} << 8) | header[17];
    const std::uint64_t pageSize = stated == 1 ? 65536 : stated;
    if (pageSize * bigEndian(&header[28]) != size) return failure("is cut off or has been changed: its size is not what it says");
    return version;
}

// Exactly the tables of this version: no view or trigger of somebody else's is ever run.
Status checkSchema(SqliteFile& file, std::uint32_t version) {
    Result<SqliteStatement> rows = file.prepare("SELECT type, name, sql FROM sqlite_schema");
    if (!rows) return rows.error();
    for (const RunTable& table : runTables(version)) {
        const Result<bool> there = rows->next();
        if (!there) return there.error();
        if (!*there || rows->textAt(0) != "table" || rows->textAt(1) != table.name || rows->textAt(2) != table.sql)
            return failure("the table '" + table.name + "' is missing or not the one of this format");
    }
    const Result<bool> more = rows->next();
    if (!more) return more.error();
    if (*more) return failure("holds a table that is not of this format");
    return Done{};
}

// Calls `take` with each row; it returns false when the row is not as it should be.
template <class Take>
Status eachRow(SqliteFile& file, const char* table, const std::string& sql, std::size_t most, Take take) {
    Result<SqliteStatement> rows = file.prepare(sql);
    if (!rows) return rows.error();
    for (std::size_t count = 0;; ++count) {
        const Result<bool> there = rows->next();
        if (!there) return there.error();
        if (!*there) return Done{};
        if (count >= most) return failure("the table '" + std::string(table) + "' has too many rows");
        if (!take(*rows))
            return failure("row " + std::to_string(count) + " of the table '" + std::string(table) +
                           "' is not what it should be");
    }
}

bool isId(const std::optional<std::int64_t>& value) { return value && *value >= 0 && *value < Record::kNone; }

std::optional<std::string> metaOf(const RunParts& parts, std::string_view wanted) {
    for (const auto& [key, value] : parts.meta)
        if (key == wanted) return value;
    return std::nullopt;
}

// Evaluations ascend and makespans fall, as in the search; each row's bound is the one of the whole search.
Status readIncumbents(SqliteFile& file, RunParts& parts) {
    const std::string bound = metaOf(parts, "searchBound").value_or("");
    return eachRow(file, "incumbents", "SELECT evaluations, makespan, bound FROM incumbents ORDER BY id", Record::kNone,
                   [&](const SqliteStatement& row) {
                       const auto spent = row.integerAt(0), makespan = row.integerAt(1), least = row.integerAt(2);
                       if (!spent || !makespan || !least || *spent < 0 || *makespan < 0 || std::to_string(*least) != bound) return false;
                       const SearchReport::Incumbent found{static_cast<std::uint64_t>(*spent), Time::fromNanoseconds(*makespan)};
                       if (!parts.incumbents.empty()) {
                           const SearchReport::Incumbent& last = parts.incumbents.back();
                           if (found.evaluations < last.evaluations || found.makespan >= last.makespan) return false;
                       }
                       parts.incumbents.push_back(found);
                       return true;
                   });
}

Result<RunParts> readParts(SqliteFile& file, std::uint32_t version) {
    RunParts parts;
    std::string stored;
    Status status = eachRow(file, "meta", "SELECT key, value FROM meta ORDER BY key", kMostMeta, [&](const SqliteStatement& row) {
        const auto key = row.textAt(0), value = row.textAt(1);
        if (!key || !value) return false;
        if (*key == "checksum")
            stored = *value;
        else
            parts.meta.emplace_back(*key, *value);
        return true;
    });
    if (status)
        status = eachRow(file, "scenario", "SELECT json FROM scenario", 1, [&](const SqliteStatement& row) {
            parts.scenario = row.textAt(0).value_or("");
            return !parts.scenario.empty();
        });
    if (status)
        status =
            eachRow(file, "warnings", "SELECT text FROM warnings ORDER BY id", kMostWarnings, [&](const SqliteStatement& row) {
                parts.warnings.emplace_back(row.textAt(0).value_or(""));
                return row.textAt(0).has_value();
            });
    if (status)
        status = eachRow(
            file, "plan", "SELECT task, node, start, finish FROM plan ORDER BY id", Record::kNone,
            [&](const SqliteStatement& row) {
                const auto task = row.integerAt(0), node = row.integerAt(1), start = row.integerAt(2), finish = row.integerAt(3);
                if (!isId(task) || !isId(node) || !start || !finish || *start < 0 || *finish < 0) return false;
                parts.plan.push_back({TaskId(static_cast<std::uint32_t>(*task)), NodeId(static_cast<std::uint32_t>(*node)),
                                      Time::fromNanoseconds(*start), Time::fromNanoseconds(*finish)});
                return true;
            });
    if (status && version >= 3) status = readIncumbents(file, parts);
    if (!status) return status.error();
    if (checksum(parts) != stored) return failure("has been changed: its checksum does not fit");
    return parts;
}

template <class Number>
Result<Number> numberOf(const RunParts& parts, const char* key) {
    const std::string text = metaOf(parts, key).value_or("");
    Number value{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool sound = problem == std::errc() && end == text.data() + text.size() && std::isfinite(static_cast<double>(value)) &&
                       !(value < Number{});
    if (!sound) return failureAt(std::string("meta ") + key, "is not a number");
    return value;
}

Result<ScenarioPtr> readScenario(const RunParts& parts, const std::string& path) {
    Result<ScenarioFile> file = parseScenario(parts.scenario, "");
    if (!file) return file.error();
    if (std::holds_alternative<FileReference>(file->workload) || std::holds_alternative<FileReference>(file->platform))
        return failure("its scenario needs another file");
    file->baseFolder = std::filesystem::path(path).parent_path().string();
    const Result<ScenarioPtr> resolved = resolveScenario(std::move(*file));
    if (!resolved) return resolved;
    if (workloadHash(*(*resolved)->graph) != metaOf(parts, "workloadHash"))
        return failure("this version makes another workload of its scenario");
    if (platformHash(*(*resolved)->platform) != metaOf(parts, "platformHash"))
        return failure("this version makes another platform of its scenario");
    auto scenario = std::make_shared<Scenario>(**resolved);
    scenario->warnings = parts.warnings;
    if (!metaOf(parts, "recordedMakespan")) return ScenarioPtr(std::move(scenario));
    const Result<double> makespan = numberOf<double>(parts, "recordedMakespan");
    if (!makespan) return makespan.error();
    scenario->recordedMakespan = *makespan;
    return ScenarioPtr(std::move(scenario));
}

Status checkPlan(const std::vector<Placement>& plan, const Scenario& scenario) {
    if (plan.size() > scenario.graph->taskCount()) return failure("its plan has more rows than there are tasks");
    for (const Placement& p : plan)
        if (p.task.index() >= scenario.graph->taskCount() || p.node.index() >= scenario.platform->nodeCount())
            return failure("its plan names a task or node that does not exist");
    return Done{};
}

Status readMeta(const RunParts& parts, Run& run) {
    const std::string world = metaOf(parts, "world").value_or("");
    if (world != "simulated" && world != "real") return failureAt("meta world", "is neither simulated nor real");
    run.world = world == "real" ? WorldKind::real : WorldKind::simulated;
    run.outcome = static_cast<Outcome>((*run.trace)[run.trace->size() - 1].subject);  // checked with the records
    if (metaOf(parts, "outcome") != outcomeWord(run.outcome))
        return failureAt("meta outcome", "is not what the last record says");
    run.failure = metaOf(parts, "failure").value_or("");
    const Result<double> wall = numberOf<double>(parts, "wallSeconds");
    if (!wall) return wall.error();
    run.wallSeconds = *wall;
    return Done{};
}

// How the plan was found, where the scheduler searched. A format without incumbents has none of it.
Status readSearch(RunParts& parts, Run& run) {
    if (!metaOf(parts, "searchEvaluations")) return Done{};
    const Result<std::uint64_t> evaluations = numberOf<std::uint64_t>(parts, "searchEvaluations");
    if (!evaluations) return evaluations.error();
    const Result<std::int64_t> bound = numberOf<std::int64_t>(parts, "searchBound");
    if (!bound) return bound.error();
    run.search = SearchReport{std::move(parts.incumbents), *evaluations, Time::fromNanoseconds(*bound)};
    return Done{};
}

Result<RunPtr> readRun(const std::string& path) {
    const Result<std::uint32_t> version = checkHeader(path);
    if (!version) return version.error();
    Result<SqliteFile> file = SqliteFile::open(path);
    if (!file) return file.error();
    if (const Status status = checkSchema(*file, *version); !status) return status.error();
    Result<RunParts> parts = readParts(*file, *version);
    if (!parts) return parts.error();
    auto run = std::make_shared<Run>();
    Result<ScenarioPtr> scenario = readScenario(*parts, path);
    if (!scenario) return scenario.error();
    run->scenario = std::move(*scenario);
    if (const Status status = checkPlan(parts->plan, *run->scenario); !status) return status.error();
    const Result<std::uint64_t> count = numberOf<std::uint64_t>(*parts, "records");
    if (!count) return count.error();
    if (*count == 0) return failureAt("meta records", "a saved run has records");
    Result<std::shared_ptr<Trace>> trace = readRecords(*file, *run->scenario, *count);
    if (!trace) return trace.error();
    run->trace = std::move(*trace);
    if (fingerprint(*run->trace) != metaOf(*parts, "fingerprint"))
        return failure("has been changed: the records' fingerprint is another");
    if (const Status status = readMeta(*parts, *run); !status) return status.error();
    if (const Status status = readSearch(*parts, *run); !status) return status.error();
    run->plan = std::move(parts->plan);
    return RunPtr(std::move(run));
}

}  // namespace

bool looksLikeRun(const std::string& path) {
    const FilePointer file(std::fopen(path.c_str(), "rb"), &std::fclose);
    std::array<char, kMagic.size()> begin{};
    return file != nullptr && std::fread(begin.data(), 1, begin.size(), file.get()) == begin.size() &&
           std::string_view(begin.data(), begin.size()) == kMagic;
}

Result<RunPtr> loadRun(const std::string& path) {
    Result<RunPtr> run = readRun(path);
    if (!run) return run.error().in(path);
    return run;
}

}  // namespace loom
