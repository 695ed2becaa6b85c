// The Standard Task Graph Set: a count, then a line a task: id, processing time, number of predecessors, predecessors. Some
// files have a deadline behind the time, some a communication cost behind each predecessor, on the same line or on one of their
// own. The count may leave out the two dummy tasks, so rows are read to the end.
#include <algorithm>

#include "core/io/formats.h"
#include "core/io/lines.h"
#include "core/io/recognise.h"
#include "core/io/workload_draft.h"

namespace loom {
namespace {

using Words = std::vector<std::string_view>;

// Of a row over several lines, whose count may ask for all the file holds.
constexpr std::size_t kMostWords = 1'000'000;

// Whether a row's number of words agrees with the number of predecessors that stands at `at`.
bool fits(const Words& row, std::size_t at) {
    if (row.size() <= at) return false;
    const std::optional<std::uint64_t> count = wholeNumber(row[at]);
    return count && *count == row.size() - at - 1;
}

// Whether a row whose predecessors have costs is whole: as many pairs as it counts.
bool isCosted(const Words& row) {
    if (row.size() < 3) return false;
    const std::optional<std::uint64_t> count = wholeNumber(row[2]);
    return count && (row.size() - 3) / 2 >= *count;
}

class StgReader {
public:
    StgReader(std::string_view content, WorkloadDraft& draft) : content_(content), draft_(draft) {}

    Status read() {
        if (const Status rows = eachRow(&StgReader::choose); !rows) {
            costed_ = true;
            if (!eachRow(&StgReader::chooseCosted)) return rows;
        }
        counted_ = plain_ || costed_ ? 2 : 3;
        if (const Status rows = eachRow(&StgReader::addTask); !rows) return rows;
        if (const Status rows = eachRow(&StgReader::addEdges); !rows) return rows;
        return say();
    }

private:
    Status eachRow(Status (StgReader::*take)(const Lines&, const Words&));
    Status choose(const Lines& lines, const Words& row);
    Status chooseCosted(const Lines& lines, const Words& row);
    Status addTask(const Lines& lines, const Words& row);
    Status addEdges(const Lines& lines, const Words& row);
    Status say();
    void remark(std::string_view line);

    std::string_view content_;
    WorkloadDraft& draft_;
    bool plain_ = true, deadline_ = true;  // the layouts all rows so far agree with
    bool costed_ = false;                  // none of these: predecessors have costs
    std::size_t counted_ = 2;              // where the number of predecessors stands
    std::optional<std::uint64_t> header_;
    TextTable ids_;  // numbered as the draft numbers the tasks
    std::optional<double> realEdges_, dummyEdges_, criticalPath_;
};

Status StgReader::eachRow(Status (StgReader::*take)(const Lines&, const Words&)) {
    Lines lines(content_);
    Words words, row;
    bool headerSeen = false;
    for (std::string_view line; lines.next(line) && !draft_.failed();) {
        const std::size_t comment = line.find('#');
        if (comment != std::string_view::npos && take == &StgReader::choose) remark(line.substr(comment + 1));
        splitWords(line.substr(0, comment), words);
        if (words.empty()) continue;
        if (!headerSeen) {
            headerSeen = true;
            header_ = wholeNumber(words[0]);
            if (!header_) return lines.wrong(words[0], "expected the number of tasks, not " + shown(words[0]));
            continue;
        }
        row.insert(row.end(), words.begin(), words.end());
        if (costed_ && row.size() > kMostWords) break;
        if (costed_ && !isCosted(row)) continue;
        if (const Status taken = (this->*take)(lines, row); !taken) return taken;
        row.clear();
    }
    if (!row.empty()) return lines.wrong(row[0], "task " + shown(row[0]) + ": the file ends before its last predecessor");
    return Done{};
}

// "  Edges             : 481 / 4469 (+dummy edges : 36)" and "  CP Length           : 74".
void StgReader::remark(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const auto numberBehind = [](std::string_view text) -> std::optional<double> {
        text = withoutLeadingBlanks(text);
        return finiteNumber(text.substr(0, text.find_first_of(" \t/)")));
    };
    const std::vector<std::string_view> key = words(line.substr(0, colon), 3);
    if (key.size() == 1 && key[0] == "Edges") {
        realEdges_ = numberBehind(line.substr(colon + 1));
        const std::size_t dummies = line.rfind("dummy edges :");
        dummyEdges_ = dummies == std::string_view::npos ? 0 : numberBehind(line.substr(dummies + 13));
    }
    if (key.size() == 2 && key[0] == "CP" && key[1] == "Length") criticalPath_ = numberBehind(line.substr(colon + 1));
}

Status StgReader::choose(const Lines& lines, const Words& row) {
    plain_ = plain_ && fits(row, 2);
    deadline_ = deadline_ && fits(row, 3);
    if (plain_ || deadline_) return Done{};
    return lines.wrong(row[0], "task " + shown(row[0]) + ": the number of predecessors does not agree with those listed");
}

Status StgReader::chooseCosted(const Lines& lines, const Words& row) {
    const std::optional<std::uint64_t> count = wholeNumber(row[2]);
    if (count && row.size() == 3 + 2 * *count) return Done{};
    return lines.wrong(row[0], "task " + shown(row[0]) + ": the number of predecessors does not agree with those listed");
}

Status StgReader::addTask(const Lines& lines, const Words& row) {
    if (!wholeNumber(row[0])) return lines.wrong(row[0], "expected a task's number, not " + shown(row[0]));
    if (ids_.find(row[0]) != TextTable::kNone) return lines.wrong(row[0], "duplicate task " + shown(row[0]));
    const std::optional<double> time = finiteNumber(row[1]);
    if (!time || *time < 0) return lines.wrong(row[1], "task " + shown(row[0]) + ": processing time is " + shown(row[1]));
    ids_.number(row[0]);
    draft_.addTask({row[0], "task", time, {}, {}});
    return Done{};
}

Status StgReader::addEdges(const Lines& lines, const Words& row) {
    const std::uint32_t task = ids_.find(row[0]);
    for (std::size_t i = counted_ + 1; i < row.size(); i += costed_ ? 2 : 1) {
        const std::uint32_t parent = ids_.find(row[i]);
        if (parent == TextTable::kNone)
            return lines.wrong(row[i], "task " + shown(row[0]) + " names predecessor " + shown(row[i]) + ", which does not exist");
        if (!costed_) {
            draft_.addEdge(parent, task);
            continue;
        }
        const std::optional<double> cost = finiteNumber(row[i + 1]);
        if (!cost || *cost < 0) return lines.wrong(row[i + 1], "task " + shown(row[0]) + ": communication cost is " + shown(row[i + 1]));
        draft_.addEdge(parent, task, *cost);
    }
    return Done{};
}

Status StgReader::say() {
    const auto rows = static_cast<std::uint64_t>(draft_.taskCount());
    if (!header_) return failure("there is no number of tasks");
    if (*header_ + 2 == rows)
        draft_.tellRead("declares " + std::to_string(*header_) + " tasks besides two dummies, which agrees");
    else
        draft_.declared.tasks = static_cast<double>(*header_);
    if (counted_ == 3) draft_.tellDropped("the column of deadlines is not used");
    if (realEdges_ && dummyEdges_) draft_.declared.edges = *realEdges_ + *dummyEdges_;
    draft_.declared.criticalPath = criticalPath_;
    draft_.tellRead(costed_ ? "times are abstract and count as seconds" : "times are abstract and count as seconds; edges carry no data");
    if (costed_) draft_.tellAssumed("communication costs are abstract and count as bytes; see --assume sizeFactor");
    return Done{};
}

class Stg final : public WorkloadImporter {
public:
    [[nodiscard]] std::string name() const override { return "Standard Task Graph (STG)"; }
    // A count, perhaps with a number of processors, over a row of at least three numbers that count its last ones. The task
    // list's first row has two: its work and no parents.
    [[nodiscard]] bool recognises(std::string_view content) const override {
        std::vector<Words> rows;
        for (std::string_view line : firstLines(content, 50)) {
            const Words row = words(line.substr(0, line.find('#')), 100'000);
            if (!row.empty()) rows.push_back(row);
            if (rows.size() == 2) break;
        }
        if (rows.size() < 2 || rows[0].size() > 2 || rows[1].size() < 3) return false;
        if (!std::all_of(rows[0].begin(), rows[0].end(), isWhole) || !isWhole(rows[1][0])) return false;
        return isNumber(rows[1][1]) && (fits(rows[1], 2) || fits(rows[1], 3));
    }

private:
    Status fill(std::string_view content, WorkloadDraft& draft) const override { return StgReader(content, draft).read(); }
};

}  // namespace

const WorkloadImporter& stgImporter() {
    static const Stg importer;
    return importer;
}

}  // namespace loom
