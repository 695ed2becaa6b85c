#include "core/io/run_file.h"

#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/file.h"
#include "core/trace/checker.h"
#include "core/trace/metrics.h"
#include "sim/session.h"
#include "tests/core/io/run_file_support.h"
#include "tests/support/run_command.h"
#include "tests/support/shared_data.h"
#include "tests/support/trace_text.h"

namespace loom::test {
namespace {

namespace fs = std::filesystem;

std::size_t filesIn(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

void expectSameRecords(const Trace& a, const Trace& b) {
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) ASSERT_EQ(a[i], b[i]) << "record " << i;
}

void expectSameGraph(const TaskGraph& a, const TaskGraph& b) {
    ASSERT_EQ(a.taskCount(), b.taskCount());
    ASSERT_EQ(a.edgeCount(), b.edgeCount());
    ASSERT_EQ(a.dataCount(), b.dataCount());
    for (std::size_t t = 0; t < a.taskCount(); ++t) {
        const TaskId task(t);
        EXPECT_EQ(a.name(task), b.name(task));
        EXPECT_EQ(a.kindName(a.kind(task)), b.kindName(b.kind(task)));
        EXPECT_EQ(a.cores(task), b.cores(task));
        EXPECT_EQ(a.memory(task), b.memory(task));
        EXPECT_TRUE(std::ranges::equal(a.runtimes(task), b.runtimes(task)));
        if (a.runtimes(task).empty()) {
            EXPECT_EQ(a.work(task), b.work(task));
        }
    }
    for (std::size_t d = 0; d < a.dataCount(); ++d) {
        const DataId data(d);
        EXPECT_EQ(a.dataBytes(data), b.dataBytes(data));
        EXPECT_EQ(a.producer(data), b.producer(data));
        ASSERT_EQ(a.consumers(data).size(), b.consumers(data).size());
        for (std::size_t i = 0; i < a.consumers(data).size(); ++i) EXPECT_EQ(a.consumers(data)[i], b.consumers(data)[i]);
    }
}

void expectSameRun(const Run& a, const Run& b) {
    expectSameRecords(*a.trace, *b.trace);
    expectSameGraph(*a.scenario->graph, *b.scenario->graph);
    EXPECT_EQ(fingerprint(*a.trace), fingerprint(*b.trace));
    EXPECT_EQ(a.world, b.world);
    EXPECT_EQ(a.outcome, b.outcome);
    EXPECT_EQ(a.failure, b.failure);
    EXPECT_EQ(a.wallSeconds, b.wallSeconds);
    EXPECT_EQ(a.scenario->warnings, b.scenario->warnings);
    EXPECT_EQ(a.scenario->recordedMakespan, b.scenario->recordedMakespan);
    const auto asTuple = [](const Placement& p) { return std::tuple(p.task, p.node, p.start, p.finish); };
    EXPECT_TRUE(std::ranges::equal(a.plan, b.plan, {}, asTuple, asTuple));
    ASSERT_EQ(a.search.has_value(), b.search.has_value());
    if (a.search) {
        EXPECT_EQ(*a.search, *b.search);
    }
    const Metrics x = computeMetrics(a), y = computeMetrics(b);
    EXPECT_EQ(x.makespan, y.makespan);
    EXPECT_EQ(x.bytesMoved, y.bytesMoved);
    EXPECT_EQ(x.wastedSeconds, y.wastedSeconds);
    EXPECT_EQ(x.nodeUtilisation, y.nodeUtilisation);
}

// One sentence that begins with the file's name.
void expectRefusal(const fs::path& path, const std::string& word) {
    const Result<RunPtr> run = loadRun(path.string());
    ASSERT_FALSE(run.ok()) << "loaded, but should not for: " << word;
    EXPECT_EQ(run.error().text().rfind(path.string(), 0), 0u) << run.error().text();
    EXPECT_NE(run.error().text().find(word), std::string::npos) << run.error().text();
    EXPECT_EQ(run.error().text().find('\n'), std::string::npos) << run.error().text();
}

class RunFile : public ::testing::Test {
protected:
    ScratchFolder folder_;
    fs::path path_ = folder_.path() / "a ?#% run.loom";  // characters that mean something in URIs
    RunPtr saved_ = troubledRun();
    void SetUp() override {
        const Status status = saveRun(*saved_, path_.string());
        ASSERT_TRUE(status.ok()) << status.error().text();
    }
};

TEST_F(RunFile, GivesTheRunBack) {
    const Result<RunPtr> loaded = loadRun(path_.string());
    ASSERT_TRUE(loaded.ok()) << loaded.error().text();
    expectSameRun(*saved_, **loaded);
    ScenarioFile expected = saved_->scenario->file;
    expected.baseFolder = folder_.path().string();
    EXPECT_EQ((*loaded)->scenario->file, expected);
    EXPECT_GT((*loaded)->plan.size(), 0u);
    EXPECT_TRUE(checkTrace(**loaded).empty());
    EXPECT_EQ(filesIn(folder_.path()), 1u);
}

class SearchedRunFile : public RunFile {
protected:
    SearchedRunFile() { saved_ = troubledRun(7, Spec{"portfolio", {{"of", "met+heft"}}}); }
};

TEST_F(SearchedRunFile, GivesTheSearchBack) {
    ASSERT_GE(saved_->search->incumbents.size(), 2u) << "nothing was found that could be lost";
    const Result<RunPtr> loaded = loadRun(path_.string());
    ASSERT_TRUE(loaded.ok()) << loaded.error().text();
    expectSameRun(*saved_, **loaded);
    const std::string first = readFile(path_);
    ASSERT_TRUE(saveRun(**loaded, path_.string()).ok());
    EXPECT_TRUE(readFile(path_) == first);
}

TEST_F(SearchedRunFile, RefusesAnotherSearch) {
    runSql(path_, "UPDATE incumbents SET evaluations = evaluations + 1");
    expectRefusal(path_, "checksum");
    runSql(path_, "UPDATE incumbents SET evaluations = evaluations - 1, bound = bound + 1");
    expectRefusal(path_, "row 0 of the table 'incumbents'");
    runSql(path_, "UPDATE incumbents SET bound = bound - 1; UPDATE incumbents SET makespan = 1 WHERE id = 1");
    expectRefusal(path_, "row 1 of the table 'incumbents'");
}

TEST_F(RunFile, SavingAgainGivesTheSameBytes) {
    const std::string first = readFile(path_);
    ASSERT_TRUE(saveRun(**loadRun(path_.string()), path_.string()).ok());
    EXPECT_TRUE(readFile(path_) == first);
}

TEST_F(RunFile, TablesTellWhatTheMetricsTell) {
    const Metrics metrics = computeMetrics(*saved_);
    EXPECT_EQ(askSql(path_, "SELECT count(*) FROM tasks WHERE state = 'done'"), static_cast<double>(metrics.committed));
    EXPECT_EQ(askSql(path_, "SELECT max(finish) FROM tasks"), metrics.makespan);
    EXPECT_EQ(askSql(path_, "SELECT sum(attempts) FROM tasks"), static_cast<double>(metrics.attempts));
    EXPECT_EQ(askSql(path_, "SELECT count(*) FROM attempts"), static_cast<double>(metrics.attempts));
    EXPECT_EQ(askSql(path_, "SELECT count(*) FROM attempts WHERE outcome <> 'committed'"),
              static_cast<double>(metrics.failedAttempts));
    EXPECT_GT(metrics.failedAttempts, 0u);
    EXPECT_EQ(askSql(path_, "SELECT count(*) FROM transfers WHERE outcome = 'arrived'"), static_cast<double>(metrics.transfers));
    EXPECT_NEAR(askSql(path_, "SELECT sum(bytes) FROM transfers WHERE outcome = 'arrived'"), metrics.bytesMoved,
                1e-9 * metrics.bytesMoved);
    EXPECT_NEAR(askSql(path_, "SELECT sum(\"end\" - begin) FROM attempts WHERE outcome = 'committed'"), metrics.busySeconds,
                1e-6);
    EXPECT_EQ(askSql(path_, "SELECT count(*) FROM nodes"), static_cast<double>(saved_->scenario->platform->nodeCount()));
    EXPECT_EQ(askSql(path_, "SELECT value FROM metrics WHERE name = 'utilisation'"), metrics.utilisation);
    EXPECT_NEAR(askSql(path_, "SELECT avg(utilisation) FROM nodes"), metrics.utilisation, 1e-12);
    EXPECT_GE(askSql(path_, "SELECT count(*) FROM decisions WHERE outcome = 'placed'"), static_cast<double>(metrics.attempts));
    EXPECT_EQ(askSql(path_, "SELECT count(*) FROM decisions WHERE planned_start IS NULL"), 0);
    EXPECT_EQ(askSql(path_, "SELECT count(*) FROM tasks WHERE ready IS NULL OR ready > begin"), 0);
    EXPECT_NEAR(askSql(path_, "SELECT sum(bytes) FROM links WHERE name LIKE '%.up'"), metrics.bytesMoved, 1e-9 * metrics.bytesMoved);
    EXPECT_EQ(askSql(path_, "SELECT json_extract(json, '$.seed') FROM scenario"), 7);
}

TEST_F(RunFile, RefusesWhatIsNoSavedRun) {
    expectRefusal(folder_.path() / "missing.loom", "no such file");
    expectRefusal(folder_.path(), "not a file");
    expectRefusal(folder_.write("empty.loom", ""), "not an SQLite file");
    expectRefusal(folder_.write("text.loom", std::string(5000, 'x')), "not an SQLite file");
    const fs::path foreign = folder_.path() / "foreign.loom";
    runSql(foreign, "CREATE TABLE t(a)");
    expectRefusal(foreign, "another program");
}

TEST_F(RunFile, RefusesOtherVersions) {
    runSql(path_, "PRAGMA user_version = 4");
    expectRefusal(path_, "newer Clusterloom: format 4");
    runSql(path_, "PRAGMA user_version = 0");
    expectRefusal(path_, "unknown format");
}

TEST_F(RunFile, RefusesEveryTruncation) {
    const std::string whole = readFile(path_);
    for (std::size_t size = 0; size < whole.size(); size += whole.size() / 50) {
        fs::resize_file(path_, size);
        expectRefusal(path_, size < 100 ? "not an SQLite file" : "cut off");
        ASSERT_TRUE(writeFileAtomically(path_.string(), whole).ok());
    }
}

// What somebody may write with sqlite3 itself, so that the file's structure is sound.
TEST_F(RunFile, RefusesChangedContent) {
    const std::string whole = readFile(path_);
    const std::vector<std::pair<std::string, std::string>> changes{
        {"DROP TABLE plan", "not the one of this format"},
        {"DROP TABLE plan; CREATE VIEW plan AS SELECT 1", "not"},
        {"CREATE TABLE more(a)", "not of this format"},
        {"CREATE TRIGGER t AFTER INSERT ON meta BEGIN SELECT 1; END", "not of this format"},
        {"UPDATE meta SET value = 'failed' WHERE key = 'outcome'", "checksum"},
        {"UPDATE meta SET value = 'x' WHERE key = 'checksum'", "checksum"},
        {"DELETE FROM plan WHERE id = 3", "checksum"},
        {"UPDATE plan SET node = 'n' WHERE id = 3", "plan"},
        {"UPDATE plan SET task = -1 WHERE id = 3", "plan"},
        {"INSERT INTO warnings(text) VALUES ('more')", "checksum"},
        {"UPDATE scenario SET json = replace(json, 'layered', 'chain')", "checksum"},
        {"INSERT INTO scenario VALUES ('{}')", "too many rows"},
        {"DELETE FROM scenario", "checksum"},
        {"WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 100) INSERT INTO meta SELECT 'k' || x, '' "
         "FROM c",
         "too many rows"},
        {"DELETE FROM records", "missing"},
        {"INSERT INTO records SELECT 1 + max(chunk), count, time, kind, extra, subject, a, b FROM records", "more records"},
        {"UPDATE records SET chunk = 7 WHERE chunk = 0", "chunk"},
        {"UPDATE records SET count = count - 1", "chunk"},
        {"UPDATE records SET time = zeroblob(1)", "column"},
        {"UPDATE records SET time = zeroblob(100000000)", ""},
        {"UPDATE records SET kind = zeroblob(count)", "record 0"},
        {"UPDATE records SET subject = NULL", "column"},
        {"UPDATE records SET time = zeroblob(8 * count)", "fingerprint"},
        {"UPDATE records SET time = CAST(x'00000000000000ff' || substr(time, 9) AS BLOB)", "record 0"},
    };
    for (const auto& [sql, word] : changes) {
        runSql(path_, sql);
        SCOPED_TRACE(sql);
        expectRefusal(path_, word);
        ASSERT_TRUE(writeFileAtomically(path_.string(), whole).ok());
    }
}

TEST_F(RunFile, ChangedBytesAreRefusedOrDoNotMatter) {
    const std::string whole = readFile(path_);
    std::mt19937_64 random(11);
    std::size_t refused = 0;
    for (int i = 0; i < 500; ++i) {
        std::string changed = whole;
        // Half of them in the first page: header and schema.
        const std::size_t at = random() % (i % 2 == 0 ? 4096 : whole.size());
        changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ (1 + random() % 255));
        folder_.write("changed.loom", changed);
        const Result<RunPtr> run = loadRun((folder_.path() / "changed.loom").string());
        if (run.ok()) {
            expectSameRecords(*saved_->trace, *(*run)->trace);
            EXPECT_EQ((*run)->scenario->file.workload, saved_->scenario->file.workload);
        } else {
            ++refused;
            EXPECT_EQ(run.error().text().find('\n'), std::string::npos);
        }
        ASSERT_FALSE(HasFatalFailure()) << "byte " << at;
    }
    EXPECT_GT(refused, 50u);
}

TEST_F(RunFile, AFailedSaveLeavesTheOldFile) {
    const std::string whole = readFile(path_);
    rlimit old{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &old), 0);
    const auto ignored = std::signal(SIGXFSZ, SIG_IGN);
    rlimit small = old;
    small.rlim_cur = 20'000;
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
    const Status status = saveRun(*saved_, path_.string());
    setrlimit(RLIMIT_FSIZE, &old);
    std::signal(SIGXFSZ, ignored);
    ASSERT_FALSE(status.ok());
    EXPECT_EQ(status.error().file, path_.string());
    EXPECT_TRUE(readFile(path_) == whole);
    EXPECT_EQ(filesIn(folder_.path()), 1u);
    EXPECT_FALSE(saveRun(*saved_, (folder_.path() / "no/such/folder/r.loom").string()).ok());
}

TEST_F(RunFile, OnlyEndedRunsAreSaved) {
    loom::Run open = *saved_;
    open.trace = std::make_shared<Trace>();
    EXPECT_FALSE(saveRun(open, path_.string()).ok());
    open.trace->append((*saved_->trace)[0]);
    EXPECT_FALSE(saveRun(open, path_.string()).ok());
    EXPECT_TRUE(loadRun(path_.string()).ok());
}

TEST(RunFileScenario, FilesOfTheScenarioAreStoredInline) {
    const ScratchFolder folder;
    folder.write("list.txt", "4\n10 0\n20 1 0 5e6\n30 1 0 7e6\n40 2 1 1e6 2 2e6\n");
    folder.write("machines.json",
                 R"({"nodes": [{"id": "s", "storage": true}, {"id": "a", "speed": 3}, {"id": "b", "cores": 2, "speed": 7}],
                                     "links": {"full": {"bandwidth": [[0, 1e6, 2e6], [1e6, 0, 3e6], [0, 4e6, 0]], "latency": 0.25}}})");
    folder.write(
        "star.json",
        R"({"nodes": [{"id": "a"}, {"id": "b", "cores": 2}], "links": {"star": {"bandwidth": [1e6, 2e6], "latency": [0.1, 0.2]}}})");
    for (const char* platform : {"machines.json", "star.json"}) {
        SCOPED_TRACE(platform);
        ScenarioFile file;
        file.workload = FileReference{"list.txt"};
        file.platform = FileReference{platform};
        file.real.images = "pictures";
        file.baseFolder = folder.path().string();
        const RunPtr run = simulated(file);
        const ScratchFolder elsewhere;
        const std::string path = (elsewhere.path() / "r.loom").string();
        const Status status = saveRun(*run, path);
        ASSERT_TRUE(status.ok()) << status.error().text();
        const Result<RunPtr> loaded = loadRun(path);
        ASSERT_TRUE(loaded.ok()) << loaded.error().text();
        expectSameRun(*run, **loaded);
        EXPECT_TRUE(std::holds_alternative<InlineWorkload>((*loaded)->scenario->file.workload));
        EXPECT_TRUE(std::holds_alternative<InlinePlatform>((*loaded)->scenario->file.platform));
        const fs::path images = elsewhere.path() / (*loaded)->scenario->file.real.images;
        EXPECT_EQ(images.lexically_normal(), folder.path() / "pictures");
        RunControl control;
        EXPECT_EQ(fingerprint(*simulate((*loaded)->scenario, control).value()->trace), fingerprint(*run->trace));
    }
}

TEST(RunFileScenario, ImportedWorkflowsKeepTheirNumbers) {
    LOOM_NEEDS_SHARED("data/wfformat");
    std::size_t tried = 0;
    for (const auto& entry : fs::recursive_directory_iterator(sharedFolder() / "data/wfformat")) {
        if (!entry.is_regular_file() || entry.file_size() > 400'000 || tried >= 6) continue;
        const Result<ScenarioFile> file = loadScenarioFile(entry.path().string());
        if (!file || !resolveScenario(*file)) continue;
        SCOPED_TRACE(entry.path().filename().string());
        ++tried;
        const RunPtr run = simulated(*file);
        const ScratchFolder folder;
        const std::string path = (folder.path() / "r.loom").string();
        const Status status = saveRun(*run, path);
        ASSERT_TRUE(status.ok()) << status.error().text();
        const Result<RunPtr> loaded = loadRun(path);
        ASSERT_TRUE(loaded.ok()) << loaded.error().text();
        expectSameRun(*run, **loaded);
    }
    EXPECT_GT(tried, 0u);
}

// Nothing of this world stands in its scenario file, and its data objects come in every form an inline workload has.
TEST(RunFileScenario, WorldsWithoutAFileAreStoredInline) {
    loom::Run run = runFromText(R"(
        storage S ; node P1 cores=2 memory=1e9 ; node P2 speed=3 gpu=1
        task t1 14,16,0 ; task t2 6 ; task t3 2 cores=2 memory=5 ; task t4 1 accelerator=gpu
        file a 10 t1 -> t2 t3 ; file in 5 -> t1 ; file out 0 t4 -> ; edge t1 -> t4 ; edge t2 -> t4
    )",
                                R"(
        0 initial in S ; 0 ready t1 ; 0 place t1 P1:1 ; 0 send in S P1 ; 1 arrive in S P1 ; 1 begin t1 P1:1
        2 fail t1 P1:1 ; 2 retry t1 error ; 3 speed P1 0.5 ; 3 gone in P1 ; 4 over failed
    )");
    run.outcome = Outcome::failed;
    run.failure = "task t1 failed: 'no'\xF0\x9F\x98\x80";
    run.world = WorldKind::real;
    run.wallSeconds = 0.1;
    const ScratchFolder folder;
    const std::string path = (folder.path() / "r.loom").string();
    const Status status = saveRun(run, path);
    ASSERT_TRUE(status.ok()) << status.error().text();
    const Result<RunPtr> loaded = loadRun(path);
    ASSERT_TRUE(loaded.ok()) << loaded.error().text();
    expectSameRun(run, **loaded);
}

}  // namespace
}  // namespace loom::test
