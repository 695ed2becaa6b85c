// From a draft to a task graph: what is missing is filled by rule, files become objects, the result is compared with what
// the file says of itself.
#include <algorithm>
#include <cmath>

#include "core/base/units.h"
#include "core/graph/graph_measures.h"
#include "core/io/workload_draft.h"

namespace loom {
namespace {

// Files that many tasks write and many read multiply both, which a small file could use to fill the memory.
constexpr std::uint64_t kMostSharedPairs = 8'000'000;

double meanOf(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

double medianOf(std::vector<double> values) {
    const std::size_t middle = values.size() / 2;
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(middle), values.end());
    if (values.size() % 2 == 1) return values[middle];
    return (*std::max_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(middle)) + values[middle]) / 2;
}

}  // namespace

// The kinds of unknown runtimes are looked up among the known ones; a kind none of which is known takes those of all.
void WorkloadDraft::fillRuntimes() {
    CaseTally unknown;
    for (std::uint32_t t = 0; t < work_.size(); ++t)
        if (std::isnan(work_[t])) unknown.add(nameOf(t));
    result_.unknown.runtimes = unknown.count();
    if (unknown.count() == 0) return;
    const auto rule = assume_.runtime.value_or(Assumptions::RuntimeRule{});
    const bool drawn = rule.of != Assumptions::RuntimeRule::Of::seconds;
    std::string what = formatQuantity(rule.seconds, Dimension::time);
    if (drawn) what = "the " + wordOf(rule) + " of the known ones";
    tellAssumed(unknown.line("task has no runtime and counts as " + what, "tasks have no runtime and count as " + what,
                             assume_.runtime ? "" : "; see --assume runtime"));
    if (!drawn) {
        for (double& work : work_)
            if (std::isnan(work)) work = rule.seconds * 1e9;
        return;
    }
    std::vector<std::vector<double>> known(kinds_.size() + 1);
    std::vector<double> all;
    const auto rowOf = [&](std::uint32_t t) { return kindOf_[t] == TextTable::kNone ? kinds_.size() : kindOf_[t]; };
    for (std::uint32_t t = 0; t < work_.size(); ++t) {
        if (std::isnan(work_[t])) continue;
        known[rowOf(t)].push_back(work_[t]);
        all.push_back(work_[t]);
    }
    if (all.empty()) return fail("", "--assume runtime=" + wordOf(rule) + ": the file states no runtime at all; give it in seconds");
    const auto middle = rule.of == Assumptions::RuntimeRule::Of::mean ? &meanOf : [](const std::vector<double>& v) { return medianOf(v); };
    const double ofAll = middle(all);
    std::vector<double> ofKind(known.size(), ofAll);
    for (std::size_t k = 0; k < known.size(); ++k)
        if (!known[k].empty()) ofKind[k] = middle(known[k]);
    for (std::uint32_t t = 0; t < work_.size(); ++t)
        if (std::isnan(work_[t])) work_[t] = ofKind[rowOf(t)];
}

// A format that never states cores is one of sequential tasks: only where some are stated is the lack of others a warning.
void WorkloadDraft::fillCores() {
    CaseTally unknown;
    for (std::uint32_t t = 0; t < cores_.size(); ++t)
        if (cores_[t] == 0) unknown.add(nameOf(t));
    result_.unknown.cores = unknown.count();
    if (unknown.count() == 0) return;
    const std::uint32_t cores = assume_.cores.value_or(1);
    for (std::uint32_t& count : cores_) count = count == 0 ? cores : count;
    const std::string what = std::to_string(cores) + (cores == 1 ? " core" : " cores");
    if (unknown.count() == cores_.size() && !assume_.cores) {
        result_.report.assumed.push_back("no task states its cores; each takes " + what);
        return;
    }
    tellAssumed(unknown.line("task states no cores and takes " + what, "tasks state no cores and take " + what,
                             assume_.cores ? "" : "; see --assume cores"));
}

void WorkloadDraft::addTasks() {
    builder_.reserve(taskCount(), 0);
    memory_.resize(memory_.empty() ? 0 : taskCount(), 0);
    releases_.resize(releases_.empty() ? 0 : taskCount(), RecordedRun::kUnknown);
    // Time 0 is the first submission.
    double first = std::numeric_limits<double>::infinity();
    for (const double release : releases_) first = release < first ? release : first;
    for (std::uint32_t t = 0; t < taskCount(); ++t) {
        TaskAttributes attributes;
        attributes.name = names_[t];
        attributes.kind = kinds_.text(kindOf_[t]);
        attributes.work = work_[t];
        attributes.cores = cores_[t];
        attributes.memory = memory_.empty() ? 0 : memory_[t];
        if (!releases_.empty() && !std::isnan(releases_[t])) attributes.release = releases_[t] - first;
        builder_.addTask(std::move(attributes));
    }
}

std::uint64_t WorkloadDraft::scaled(std::uint64_t bytes) {
    if (assume_.sizeFactor == 1) return bytes;
    const double size = std::round(static_cast<double>(bytes) * assume_.sizeFactor);
    if (size < 1.8e19) return static_cast<std::uint64_t>(size);
    fail("", "--assume sizeFactor: " + exactNumber(static_cast<double>(bytes)) + " bytes become more than 2^64");
    return 0;
}

// A reader waits for every writer; one that writes the file too, only for those before it in the file's order.
void WorkloadDraft::addReaders(const std::vector<std::uint32_t>& writers, const std::vector<std::uint32_t>& readers, DataId data) {
    for (const std::uint32_t reader : readers) {
        const bool alsoWrites = std::binary_search(writers.begin(), writers.end(), reader);
        if (writers.empty()) builder_.addInput(TaskId(reader), data);
        for (std::size_t w = 0; w < writers.size(); ++w) {
            const std::uint32_t writer = writers[w];
            if (writer == reader || (alsoWrites && writer > reader)) continue;
            if (w == 0)
                builder_.addInput(TaskId(reader), data);
            else
                builder_.addEdge(TaskId(writer), TaskId(reader));
        }
    }
}

void WorkloadDraft::addOneFile(std::uint32_t file, std::vector<std::uint32_t>& writers, std::vector<std::uint32_t>& readers) {
    for (std::vector<std::uint32_t>* tasks : {&writers, &readers}) {
        std::sort(tasks->begin(), tasks->end());
        tasks->erase(std::unique(tasks->begin(), tasks->end()), tasks->end());
    }
    const std::string name(fileNames_[file]);
    const bool known = sized_[file];
    if (!known) unsized_.add(name);
    if (writers.size() > 1) shared_.add(name);
    const std::uint64_t bytes = known ? scaled(sizes_[file]) : static_cast<std::uint64_t>(std::min(assume_.size.value_or(0), 1.8e19));
    const std::uint64_t pairs = std::uint64_t{writers.size()} * readers.size();
    edges_ += pairs;
    if (writers.size() > 1) sharedPairs_ += pairs;
    if (edges_ > limits_.edges || sharedPairs_ > kMostSharedPairs) return fail(name, "the files make more dependencies than are accepted");
    if (bytes > ~0ull - result_.fileBytes) return fail(name, "the file sizes add up to more than 2^64 bytes");
    result_.fileBytes += bytes;
    const TaskId producer = writers.empty() ? TaskId::none() : TaskId(writers[0]);
    addReaders(writers, readers, builder_.addData(name, static_cast<double>(bytes), producer));
}

void WorkloadDraft::addFiles() {
    result_.fileCount += sizes_.size();
    std::stable_sort(accesses_.begin(), accesses_.end(), [](const Access& a, const Access& b) { return a.file < b.file; });
    std::vector<std::uint32_t> writers, readers;
    std::size_t next = 0;
    for (std::uint32_t file = 0; file < sizes_.size() && !error_; ++file) {
        writers.clear();
        readers.clear();
        for (; next < accesses_.size() && accesses_[next].file == file; ++next)
            (accesses_[next].writes ? writers : readers).push_back(accesses_[next].task);
        addOneFile(file, writers, readers);
    }
    result_.unknown.sizes = unsized_.count();
    if (sizeConflicts_.count() > 0)
        tellAssumed(sizeConflicts_.line("file is listed with two sizes; the larger one counts",
                                        "files are listed with two sizes; the larger one counts"));
    const std::string zero = assume_.size ? formatQuantity(*assume_.size, Dimension::bytes) : "0 bytes";
    if (unsized_.count() > 0)
        tellAssumed(unsized_.line("file has no size and counts as " + zero, "files have no size and count as " + zero,
                                  assume_.size ? "" : "; see --assume size"));
    if (shared_.count() > 0)
        tellAssumed(shared_.line("file is written by more than one task; the first one's output is moved",
                                 "files are written by more than one task; the first one's output is moved"));
}

void WorkloadDraft::compareDeclared() {
    const auto compare = [&](const char* what, std::optional<double> said, double found) {
        if (!said) return;
        const std::string numbers = exactNumber(*said) + " " + what;
        if (std::abs(*said - found) <= 1e-9 * std::abs(found)) return tellRead("declares " + numbers + ", which agrees");
        tellAssumed("declares " + numbers + " but holds " + exactNumber(found) + ", which counts");
    };
    compare("tasks", declared.tasks, static_cast<double>(taskCount()));
    compare("dependencies", declared.edges, static_cast<double>(result_.graph->edgeCount()));
    if (!declared.criticalPath || result_.unknown.runtimes > 0) return;
    const TaskGraph& graph = *result_.graph;
    const auto time = [&](TaskId task) { return graph.work(task) * 1e-9; };
    compare("s of critical path", declared.criticalPath, criticalPath(graph, time, [](EdgeId) { return 0.0; }).length);
}

// Tasks that name themselves are reported beside a cycle: dropping them alone would not always help.
Error WorkloadDraft::withSelfLoops(const Error& error) const {
    if (selfLoops_.empty()) return error;
    std::string cause;
    for (std::size_t i = 0; i < std::min<std::size_t>(selfLoops_.size(), 5); ++i)
        cause += (i == 0 ? "'" : ", '") + nameOf(selfLoops_[i]) + "'";
    if (selfLoops_.size() > 5) cause += " and " + std::to_string(selfLoops_.size() - 5) + " more";
    cause = selfLoops_.size() == 1 ? "task " + cause + " depends on itself" : "tasks " + cause + " depend on themselves";
    return failureAt(nameOf(selfLoops_[0]), cause + (error.cause.empty() ? "" : "; " + error.cause));
}

Result<ImportedWorkload> WorkloadDraft::build() {
    if (!error_) fillRuntimes();
    if (!error_) fillCores();
    if (!error_) addTasks();
    if (!error_) addFiles();
    if (error_) return *error_;
    Result<TaskGraph> graph = builder_.build();
    if (!graph) return withSelfLoops(graph.error());
    if (!selfLoops_.empty()) return withSelfLoops(Error{});
    result_.graph = std::make_shared<const TaskGraph>(std::move(*graph));
    compareDeclared();
    closeRecord();
    return std::move(result_);
}

Result<ImportedWorkload> WorkloadImporter::read(std::string_view content, const ImportLimits& limits, const Assumptions& assume) const {
    WorkloadDraft draft(name(), limits, assume);
    if (const Status filled = fill(content, draft); !filled) return filled.error();
    return draft.build();
}

}  // namespace loom
