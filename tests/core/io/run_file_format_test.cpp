// The documented face of saved runs: the queries people copy, the older format, and the same rows as CSV.
#include <sstream>

#include <gtest/gtest.h>

#include "core/io/csv.h"
#include "core/io/run_file.h"
#include "core/io/run_file_parts.h"
#include "core/trace/metrics.h"
#include "tests/core/io/run_file_support.h"
#include "tests/support/run_command.h"
#include "tests/support/shared_data.h"
#include "tests/support/trace_text.h"

namespace loom::test {
namespace {

namespace fs = std::filesystem;

class SavedRun : public ::testing::Test {
protected:
    ScratchFolder folder_;
    fs::path path_ = folder_.path() / "F.loom";
    RunPtr run_ = troubledRun(7, Spec{"portfolio", {{"of", "met+heft"}}});
    void SetUp() override { ASSERT_TRUE(saveRun(*run_, path_.string()).ok()); }
};

TEST_F(SavedRun, EveryDocumentedQueryHasAnAnswer) {
    std::istringstream lines(readFile(sourceFolder() / "core/io/run_file.md"));
    const std::string before = "    sqlite3 F.loom \"";
    std::size_t queries = 0;
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with(before)) continue;
        const std::string sql = line.substr(before.size(), line.rfind('"') - before.size());
        SCOPED_TRACE(sql);
        EXPECT_GT(askSql(path_, "SELECT count(*) FROM (" + sql + ")"), 0);
        ++queries;
    }
    EXPECT_GE(queries, 6u);
}

TEST_F(SavedRun, EveryDocumentedTableAndColumnIsThere) {
    std::istringstream lines(readFile(sourceFolder() / "core/io/run_file.md"));
    std::size_t tables = 0;
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("| `")) continue;
        const std::size_t name = line.find('`', 3), columns = line.find("| ", name);
        const std::string table = line.substr(3, name - 3), list = line.substr(columns + 2, line.find(" |", columns + 2) - columns - 2);
        SCOPED_TRACE(table);
        const double count = askSql(path_, "SELECT count(*) FROM pragma_table_info('" + table + "')");
        EXPECT_EQ(count, 1 + static_cast<double>(std::count(list.begin(), list.end(), ',')));
        ++tables;
    }
    EXPECT_EQ(tables, runTables(kRunFileVersion).size());
}

// Makes a file of format 2 of one that has nothing an older format cannot hold.
void withoutIncumbents(const fs::path& path) { runSql(path, "DROP TABLE incumbents; PRAGMA user_version = 2; VACUUM"); }

class FormerRun : public SavedRun {
protected:
    FormerRun() { run_ = troubledRun(); }
};

TEST_F(FormerRun, OfFormat2IsRead) {
    withoutIncumbents(path_);
    const Result<RunPtr> loaded = loadRun(path_.string());
    ASSERT_TRUE(loaded.ok()) << loaded.error().text();
    EXPECT_EQ(fingerprint(*(*loaded)->trace), fingerprint(*run_->trace));
    EXPECT_FALSE((*loaded)->search.has_value());
}

TEST_F(FormerRun, OfFormat1IsRead) {
    withoutIncumbents(path_);
    for (const RunTable& table : runTables(2))
        if (findRunTable(table.name) != nullptr && table.name != "records") runSql(path_, "DROP TABLE " + table.name);
    bool readable = false;
    for (const RunTable& table : runTables(1)) {
        readable = readable || table.name == "nodes";
        if (readable) runSql(path_, table.sql);
    }
    runSql(path_, "PRAGMA user_version = 1; VACUUM");
    const Result<RunPtr> loaded = loadRun(path_.string());
    ASSERT_TRUE(loaded.ok()) << loaded.error().text();
    EXPECT_EQ(fingerprint(*(*loaded)->trace), fingerprint(*run_->trace));
    runSql(path_, "PRAGMA user_version = 2");
    EXPECT_FALSE(loadRun(path_.string()).ok()) << "the tables of one format under the number of the other";
}

// Fields of CSV text as RFC 4180 defines them.
std::vector<std::vector<std::string>> parsedCsv(const std::string& text) {
    std::vector<std::vector<std::string>> rows(1, {""});
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"' && quoted && text[i + 1] == '"')
            rows.back().back() += text[i++];
        else if (text[i] == '"')
            quoted = !quoted;
        else if (text[i] == ',' && !quoted)
            rows.back().emplace_back();
        else if (text.compare(i, 2, "\r\n") == 0 && !quoted)
            rows.push_back({""}), ++i;
        else
            rows.back().back() += text[i];
    }
    rows.pop_back();  // behind the last line end
    return rows;
}

TEST_F(SavedRun, CsvHasTheRowsOfTheTables) {
    for (const RunTableDef& table : runTableDefs()) {
        SCOPED_TRACE(table.name);
        const auto rows = parsedCsv(csvTable(*run_, table).value());
        for (const auto& row : rows) ASSERT_EQ(row.size(), table.columns.size());
        const std::string name = table.name;
        const double expected = name == "records" ? static_cast<double>(run_->trace->size()) : askSql(path_, "SELECT count(*) FROM " + name);
        EXPECT_EQ(static_cast<double>(rows.size() - 1), expected);
    }
    const auto attempts = parsedCsv(csvTable(*run_, *findRunTable("attempts")).value());
    EXPECT_EQ(attempts[0], (std::vector<std::string>{"task", "attempt", "node", "lane", "lanes", "begin [s]", "end [s]", "outcome"}));
    double last = 0;
    for (std::size_t i = 1; i < attempts.size(); ++i)
        if (attempts[i][7] == "committed") last = std::max(last, std::stod(attempts[i][6]));
    EXPECT_EQ(last, computeMetrics(*run_).makespan);
}

TEST(Csv, NamesAreQuotedAndNoValueIsEmpty) {
    const loom::Run run = runFromText("node a,b ; task x\"y 1", "0 ready x\"y ; 0 refuse x\"y a,b ; 1 begin x\"y a,b:0 ; 2 over stuck");
    const auto tasks = parsedCsv(csvTable(run, *findRunTable("tasks")).value());
    EXPECT_EQ(tasks[1][1], "x\"y");
    EXPECT_EQ(tasks[1][9], "");  // it did not finish
    EXPECT_EQ(parsedCsv(csvTable(run, *findRunTable("nodes")).value())[1][1], "a,b");
    const auto decisions = parsedCsv(csvTable(run, *findRunTable("decisions")).value());
    ASSERT_EQ(decisions.size(), 2u);
    EXPECT_EQ(decisions[1][5], "refused");
}

}  // namespace
}  // namespace loom::test
