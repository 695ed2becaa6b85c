#include "core/io/run_file_records.h"

#include <algorithm>
#include <array>
#include <concepts>
#include <string>

#include "core/trace/record_fits.h"

namespace loom {

namespace {

template <std::unsigned_integral Word>
void put(std::string& column, Word value) {
    for (std::size_t i = 0; i < sizeof(Word); ++i) column += static_cast<char>(static_cast<std::uint8_t>(value >> (8 * i)));
}

template <std::unsigned_integral Word>
Word get(std::string_view column, std::size_t row) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof(Word); ++i)
        value |= static_cast<std::uint64_t>(static_cast<std::uint8_t>(column[row * sizeof(Word) + i])) << (8 * i);
    return static_cast<Word>(value);
}

// The columns of one chunk: time, kind, extra, subject, a, b.
constexpr std::array<std::size_t, 6> kWidths{8, 1, 2, 4, 4, 4};
struct Columns {
    std::array<std::string, kWidths.size()> bytes;
    void add(const Record& record) {
        put(bytes[0], static_cast<std::uint64_t>(record.time.nanoseconds()));
        put(bytes[1], static_cast<std::uint8_t>(record.kind));
        put(bytes[2], record.extra);
        put(bytes[3], record.subject);
        put(bytes[4], record.a);
        put(bytes[5], record.b);
    }
};
using ColumnViews = std::array<std::string_view, kWidths.size()>;

Record recordAt(const ColumnViews& columns, std::size_t row) {
    Record record;
    record.time = Time::fromNanoseconds(static_cast<std::int64_t>(get<std::uint64_t>(columns[0], row)));
    record.kind = static_cast<RecordKind>(get<std::uint8_t>(columns[1], row));
    record.extra = get<std::uint16_t>(columns[2], row);
    record.subject = get<std::uint32_t>(columns[3], row);
    record.a = get<std::uint32_t>(columns[4], row);
    record.b = get<std::uint32_t>(columns[5], row);
    return record;
}

// Says of one record after the other what is wrong with it.
class RecordJudge {
public:
    RecordJudge(const Scenario& scenario, std::uint64_t count)
        : tasks_(scenario.graph->taskCount()),
          data_(scenario.graph->dataCount()),
          nodes_(scenario.platform->nodeCount()),
          links_(scenario.platform->linkCount()),
          count_(count) {}

    Status judge(const Record& record) {
        const char* fault = faultOf(record);
        if (fault != nullptr) return failureAt("record " + std::to_string(position_), fault);
        previous_ = record.time;
        ++position_;
        return Done{};
    }

private:
    [[nodiscard]] const char* faultOf(const Record& record) const {
        if (record.time < previous_) return "its time is before that of the record ahead of it";
        if (record.time.isNever()) return "it has no time";
        if (!recordFits(record, tasks_, data_, nodes_, links_)) return "it is not about a task, data object, node or link of the scenario";
        if (!wordsFit(record)) return "it holds a number that stands for nothing";
        if ((record.kind == RecordKind::runEnd) != (position_ + 1 == count_)) return "the end of the run is not the last record";
        return nullptr;
    }
    [[nodiscard]] bool wordsFit(const Record& record) const {
        constexpr auto kMostReason = static_cast<std::uint32_t>(kLastReason);
        switch (record.kind) {
            case RecordKind::taskRetry:
            case RecordKind::nodeDown:
            case RecordKind::linkDown:
                return record.a <= kMostReason;
            case RecordKind::placementRefused:
                return record.b <= kMostReason;
            case RecordKind::control:
                return (record.subject == static_cast<std::uint32_t>(ControlKind::failNode) ||
                        record.subject == static_cast<std::uint32_t>(ControlKind::repairNode)) &&
                       record.a < nodes_;
            case RecordKind::runEnd:
                return record.subject <= static_cast<std::uint32_t>(Outcome::cancelled);
            default:
                return true;
        }
    }

    std::size_t tasks_, data_, nodes_, links_;
    std::uint64_t count_;
    std::uint64_t position_ = 0;
    Time previous_ = Time::zero();
};

// The row's columns, if they hold as many values as the row says.
Result<ColumnViews> columnsOf(const SqliteStatement& row, std::uint64_t chunk, std::uint64_t expected) {
    const std::string place = "chunk " + std::to_string(chunk) + " of the records";
    if (row.integerAt(0) != static_cast<std::int64_t>(chunk) || row.integerAt(1) != static_cast<std::int64_t>(expected))
        return failureAt(place, "it is missing or has not as many records as it should");
    ColumnViews columns;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const auto blob = row.blobAt(static_cast<int>(c) + 2);
        if (!blob || blob->size() != expected * kWidths[c]) return failureAt(place, "a column does not have the size it should");
        columns[c] = *blob;
    }
    return columns;
}

}  // namespace

Status writeRecords(SqliteFile& file, const Run& run) {
    Result<SqliteStatement> row = file.prepare("INSERT INTO records VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    if (!row) return row.error();
    const Trace& trace = *run.trace;
    RecordJudge judge(*run.scenario, trace.size());
    for (std::size_t first = 0; first < trace.size(); first += Trace::kChunkRecords) {
        const std::size_t count = std::min(Trace::kChunkRecords, trace.size() - first);
        Columns columns;
        for (std::size_t c = 0; c < kWidths.size(); ++c) columns.bytes[c].reserve(count * kWidths[c]);
        for (std::size_t i = first; i < first + count; ++i) {
            if (Status status = judge.judge(trace[i]); !status) return status;
            columns.add(trace[i]);
        }
        row->integer(static_cast<std::int64_t>(first / Trace::kChunkRecords)).integer(static_cast<std::int64_t>(count));
        for (const std::string& column : columns.bytes) row->blob(column);
        if (Status status = row->insert(); !status) return status;
    }
    return Done{};
}

Result<std::shared_ptr<Trace>> readRecords(SqliteFile& file, const Scenario& scenario, std::uint64_t count) {
    Result<SqliteStatement> rows =
        file.prepare("SELECT chunk, count, time, kind, extra, subject, a, b FROM records ORDER BY chunk");
    if (!rows) return rows.error();
    auto trace = std::make_shared<Trace>();
    RecordJudge judge(scenario, count);
    for (std::uint64_t chunk = 0; trace->size() < count; ++chunk) {
        const std::uint64_t expected = std::min<std::uint64_t>(Trace::kChunkRecords, count - trace->size());
        const Result<bool> there = rows->next();
        if (!there) return there.error();
        if (!*there)
            return failure("records are missing: " + std::to_string(trace->size()) + " of " + std::to_string(count) +
                           " are there");
        const Result<ColumnViews> columns = columnsOf(*rows, chunk, expected);
        if (!columns) return columns.error();
        for (std::size_t i = 0; i < expected; ++i) {
            const Record record = recordAt(*columns, i);
            if (const Status status = judge.judge(record); !status) return status.error();
            if (!trace->append(record)) return failure("the trace does not fit into memory");
        }
    }
    const Result<bool> more = rows->next();
    if (!more) return more.error();
    if (*more) return failure("there are more records than the file says");
    return trace;
}

}  // namespace loom
