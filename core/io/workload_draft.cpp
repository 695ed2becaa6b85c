#include "core/io/workload_draft.h"

#include <algorithm>
#include <cmath>

#include "core/base/units.h"

namespace loom {
namespace {

constexpr double kMostCores = 1e6;
constexpr double kLatest = 1e15;  // s: a clock that says more says nothing

}  // namespace

WorkloadDraft::WorkloadDraft(std::string format, const ImportLimits& limits, const Assumptions& assume)
    : limits_(limits), assume_(assume) {
    result_.format = std::move(format);
}

void WorkloadDraft::fail(std::string place, std::string cause) {
    if (!error_) error_ = failureAt(std::move(place), std::move(cause));
}

void WorkloadDraft::tellAssumed(std::string line) {
    result_.warnings.push_back(line);
    result_.report.assumed.push_back(std::move(line));
}

void WorkloadDraft::tellDropped(std::string line) {
    result_.warnings.push_back(line);
    result_.report.dropped.push_back(std::move(line));
}

std::string WorkloadDraft::nameOf(std::uint32_t task) const {
    const std::string_view name = names_[task];
    return name.empty() ? "t" + std::to_string(task) : std::string(name);
}

std::uint32_t WorkloadDraft::addTask(const DraftTask& task) {
    const auto id = static_cast<std::uint32_t>(work_.size());
    if (work_.size() >= limits_.tasks) {
        fail("", "more than " + std::to_string(limits_.tasks) + " tasks");
        return id;
    }
    names_.add(task.name);
    const auto refuse = [&](const char* what, double value) {
        fail(nameOf(id), "task '" + nameOf(id) + "': " + what + " is " + exactNumber(value));
    };
    kindOf_.push_back(task.kind.empty() ? TextTable::kNone : kinds_.number(task.kind));
    const double runtime = task.runtime.value_or(0), work = task.work.value_or(runtime * 1e9);
    if (!std::isfinite(runtime) || runtime < 0) refuse("runtime", runtime);
    if (!std::isfinite(work) || work < 0) refuse("work", work);
    work_.push_back(task.work || task.runtime ? work : RecordedRun::kUnknown);
    const double cores = task.cores.value_or(1);
    if (!(cores >= 0 && cores <= kMostCores)) refuse("core count", cores);
    const bool counted = task.cores && cores >= 0 && cores <= kMostCores;
    cores_.push_back(counted ? std::max(1u, static_cast<std::uint32_t>(std::ceil(cores))) : 0);
    if (!std::isfinite(task.memory) || task.memory < 0) refuse("memory", task.memory);
    if (task.memory > 0) {
        memory_.resize(id, 0);
        memory_.push_back(task.memory);
    }
    if (std::isfinite(task.release)) {
        releases_.resize(id, RecordedRun::kUnknown);
        releases_.push_back(task.release);
    }
    return id;
}

bool WorkloadDraft::countEdge() {
    if (++edges_ <= limits_.edges) return true;
    fail("", "more than " + std::to_string(limits_.edges) + " dependencies");
    return false;
}

void WorkloadDraft::addEdge(std::uint32_t from, std::uint32_t to) {
    if (!countEdge()) return;
    if (from != to) return builder_.addEdge(TaskId(from), TaskId(to));
    if (selfLoops_.empty() || selfLoops_.back() != from) selfLoops_.push_back(from);
}

void WorkloadDraft::addEdge(std::uint32_t from, std::uint32_t to, double bytes) {
    if (from == to) return addEdge(from, to);
    if (!countEdge()) return;
    const double size = bytes * assume_.sizeFactor;
    builder_.addEdge(TaskId(from), TaskId(to), size);
    if (!(size > 0)) return;
    ++result_.fileCount;
    // Above 2^64 the sum says only that it is large.
    const double sum = static_cast<double>(result_.fileBytes) + size;
    result_.fileBytes = sum < 1.8e19 ? result_.fileBytes + static_cast<std::uint64_t>(size) : ~0ull;
}

std::uint32_t WorkloadDraft::addFile(std::string_view name) {
    fileNames_.add(name);
    sizes_.push_back(0);
    sized_.push_back(false);
    return static_cast<std::uint32_t>(sizes_.size() - 1);
}

void WorkloadDraft::sizeFile(std::uint32_t file, std::uint64_t bytes) {
    if (sized_[file] && sizes_[file] != bytes) sizeConflicts_.add(fileNames_[file]);
    sizes_[file] = std::max(sizes_[file], bytes);
    sized_[file] = true;
}

void WorkloadDraft::access(std::uint32_t task, std::uint32_t file, bool writes) {
    if (accesses_.size() < limits_.edges) return accesses_.push_back({file, task, writes});
    fail(std::string(fileNames_[file]), "more than " + std::to_string(limits_.edges) + " uses of files");
}

RecordedMachine& WorkloadDraft::machine(std::string_view name) {
    const std::uint32_t number = machineNames_.number(name);
    if (number == recorded_.machines.size()) recorded_.machines.push_back({std::string(name), {}, {}, {}});
    return recorded_.machines[number];
}

namespace {

// A column that stays empty while nothing is known.
template <class T>
void put(std::vector<T>& column, std::uint32_t index, T value, T unknown, bool known) {
    if (!known) return;
    if (column.size() <= index) column.resize(index + 1, unknown);
    column[index] = value;
}

}  // namespace

void WorkloadDraft::record(std::uint32_t task, const TaskRecord& record) {
    put(recorded_.machine, task, record.machine, RecordedRun::kNoMachine, record.machine != RecordedRun::kNoMachine);
    const auto putTime = [&](std::vector<double>& column, double time) {
        put(column, task, time, RecordedRun::kUnknown, std::abs(time) <= kLatest);
    };
    putTime(recorded_.submit, record.submit);
    putTime(recorded_.start, record.start);
    putTime(recorded_.finish, record.finish);
}

void WorkloadDraft::declareMakespan(double seconds) {
    if (seconds >= 0) recorded_.makespan = seconds;
    if (seconds < 0) tellDropped("the declared makespan of " + exactNumber(seconds) + " s is no time and is ignored");
}

void WorkloadDraft::declareSpan(double origin, double seconds) {
    recorded_.origin = origin;
    recorded_.makespan = seconds;
    spanDeclared_ = true;
}

void WorkloadDraft::closeRecord() {
    RecordedRun& run = recorded_;
    if (!run.machine.empty()) run.machine.resize(taskCount(), RecordedRun::kNoMachine);
    double first = std::numeric_limits<double>::infinity(), last = -first;
    for (std::vector<double>* column : {&run.submit, &run.start, &run.finish}) {
        if (!column->empty()) column->resize(taskCount(), RecordedRun::kUnknown);
        for (const double time : *column) first = time < first ? time : first;
    }
    for (const double time : run.finish) last = time > last ? time : last;
    if (!spanDeclared_ && std::isfinite(first)) {
        run.origin = first;
        for (std::vector<double>* column : {&run.submit, &run.start, &run.finish})
            for (double& time : *column) time -= first;
        if (!run.makespan && std::isfinite(last)) run.makespan = last - first;
    }
    if (run.makespan || !run.machines.empty()) result_.recorded = std::make_shared<const RecordedRun>(std::move(run));
}

std::string kindOfName(std::string name) {
    const std::string whole = name;
    while (!name.empty() && name.back() >= '0' && name.back() <= '9') name.pop_back();
    if (name.ends_with("_ID")) name.resize(name.size() - 3);
    while (!name.empty() && std::string_view("_-.#").find(name.back()) != std::string_view::npos) name.pop_back();
    return name.empty() ? whole : name;
}

std::string UniqueNames::take(const std::string& name) {
    std::string unique = name;
    std::uint32_t number = taken_.number(name);
    const std::uint32_t first = number;
    while (number < copies_.size()) {
        unique = name + " (" + std::to_string(++copies_[first]) + ")";
        number = taken_.number(unique);
    }
    if (number != first) repeated_.add(name);
    copies_.push_back(1);
    return unique;
}

}  // namespace loom
