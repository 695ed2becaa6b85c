// What an importer collects of a workload before it is judged: tasks of which things may be unknown, files with readers and
// writers, dependencies, the recorded run. One place fills what is missing and makes the graph, for every format.
// Inside core/io only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/graph/graph_builder.h"
#include "core/io/case_tally.h"
#include "core/io/importer.h"
#include "core/io/text_table.h"

namespace loom {

// Texts are copied; absent numbers are unknown.
struct DraftTask {
    std::string_view name;          // unique; empty = "t<index>"
    std::string_view kind;          // empty = the name's leading letters
    std::optional<double> runtime;  // s on a core of 1 Gflop/s
    std::optional<double> work;     // flop, in formats that say that instead
    std::optional<double> cores;    // rounded up; 0 counts as 1
    double memory = 0;              // B
    double release = RecordedRun::kUnknown;  // s on the file's own clock: when it was submitted; NaN = not stated
};

// Of one task, in seconds on the file's own clock; NaN = not stated.
struct TaskRecord {
    std::uint32_t machine = RecordedRun::kNoMachine;
    double submit = RecordedRun::kUnknown, start = RecordedRun::kUnknown, finish = RecordedRun::kUnknown;
};

// What a file says of itself; compared with what it holds.
struct DeclaredCounts {
    std::optional<double> tasks, edges, criticalPath;
};

// Not thread-safe; used once. Tasks, files and machines are numbered in the order of the calls. The first error stays and
// is what build() gives.
class WorkloadDraft {
public:
    WorkloadDraft(std::string format, const ImportLimits& limits, const Assumptions& assume);

    [[nodiscard]] const ImportLimits& limits() const { return limits_; }
    void setFormat(std::string format) { result_.format = std::move(format); }
    void fail(std::string place, std::string cause);
    [[nodiscard]] bool failed() const { return error_.has_value(); }

    std::uint32_t addTask(const DraftTask& task);
    [[nodiscard]] std::size_t taskCount() const { return work_.size(); }
    [[nodiscard]] std::string nameOf(std::uint32_t task) const;
    // A dependency that carries nothing; repeated ones merge. A task that depends on itself is refused at the end, by name.
    void addEdge(std::uint32_t from, std::uint32_t to);
    // A dependency with bytes of its own; at most one between two tasks.
    void addEdge(std::uint32_t from, std::uint32_t to, double bytes);

    std::uint32_t addFile(std::string_view name);
    // Said twice, the larger size counts.
    void sizeFile(std::uint32_t file, std::uint64_t bytes);
    void reads(std::uint32_t task, std::uint32_t file) { access(task, file, false); }
    void writes(std::uint32_t task, std::uint32_t file) { access(task, file, true); }

    // The machine of that name, made when it is new.
    RecordedMachine& machine(std::string_view name);
    [[nodiscard]] std::uint32_t machineNumber(std::string_view name) const { return machineNames_.find(name); }
    void record(std::uint32_t task, const TaskRecord& record);
    // A negative one is no time and is dropped.
    void declareMakespan(double seconds);
    // The whole run took so many seconds, and records are in seconds after its beginning, which is `origin` on the file's own
    // clock: differences of large clock values are exact only before they become seconds.
    void declareSpan(double origin, double seconds);

    DeclaredCounts declared;
    void fact(std::string name, double value) { result_.facts.emplace_back(std::move(name), value); }
    void tellRead(std::string line) { result_.report.read.push_back(std::move(line)); }
    // These two are warnings as well.
    void tellAssumed(std::string line);
    void tellDropped(std::string line);

    Result<ImportedWorkload> build();

private:
    static constexpr std::uint64_t kNoSize = ~0ull;  // of a file of which none is stated
    struct Access {
        std::uint32_t file, task;
        bool writes;
    };

    void access(std::uint32_t task, std::uint32_t file, bool writes);
    bool countEdge();
    void fillRuntimes();
    void fillCores();
    void addTasks();
    void addFiles();
    void addOneFile(std::uint32_t file, std::vector<std::uint32_t>& writers, std::vector<std::uint32_t>& readers);
    void addReaders(const std::vector<std::uint32_t>& writers, const std::vector<std::uint32_t>& readers, DataId data);
    void closeRecord();
    void compareDeclared();
    [[nodiscard]] Error withSelfLoops(const Error& error) const;
    [[nodiscard]] std::uint64_t scaled(std::uint64_t bytes);

    ImportLimits limits_;
    Assumptions assume_;
    GraphBuilder builder_;
    ImportedWorkload result_;
    RecordedRun recorded_;
    bool spanDeclared_ = false;
    std::optional<Error> error_;
    std::uint64_t edges_ = 0, sharedPairs_ = 0;

    StringPool names_;
    TextTable kinds_;
    std::vector<std::uint32_t> kindOf_;   // task -> kinds_; kNone = by the name
    std::vector<double> work_;            // flop; NaN = unknown
    std::vector<std::uint32_t> cores_;    // 0 = unknown
    std::vector<double> memory_;          // B; empty: all 0
    std::vector<double> releases_;        // s on the file's clock; empty: none stated
    std::vector<std::uint32_t> selfLoops_;

    StringPool fileNames_;
    std::vector<std::uint64_t> sizes_;  // B
    std::vector<bool> sized_;           // whether the size is known
    std::vector<Access> accesses_;
    CaseTally sizeConflicts_, unsized_, shared_;
    TextTable machineNames_;
};

// A task's kind without the number that tells it from its siblings: "mProject_ID0000001" is an mProject.
std::string kindOfName(std::string name);

// Names nobody has yet: the name itself, then "name (2)", "name (3)" ...
class UniqueNames {
public:
    std::string take(const std::string& name);
    [[nodiscard]] const CaseTally& repeated() const { return repeated_; }

private:
    TextTable taken_;
    std::vector<std::uint32_t> copies_;  // by number in `taken_`
    CaseTally repeated_;
};

}  // namespace loom
