// From what a WfFormat file says to a task graph: one key a task, dependencies from three sources, one object a file.
#include <algorithm>
#include <cmath>

#include "core/base/units.h"
#include "core/graph/graph_builder.h"
#include "core/io/wfformat_document.h"

namespace loom {
namespace {

constexpr std::uint32_t kNone = TextTable::kNone;
constexpr double kMostCores = 1e6;

// A task's kind without the number that tells it from its siblings: "mProject_ID0000001" is an mProject.
std::string kindOf(std::string name) {
    const std::string whole = name;
    while (!name.empty() && name.back() >= '0' && name.back() <= '9') name.pop_back();
    if (name.ends_with("_ID")) name.resize(name.size() - 3);
    while (!name.empty() && std::string_view("_-.#").find(name.back()) != std::string_view::npos) name.pop_back();
    return name.empty() ? whole : name;
}

class Workload {
public:
    Workload(WfDocument document, const ImportLimits& limits)
        : document_(std::move(document)), texts_(document_.texts), edgesLeft_(limits.edges) {}

    Result<ImportedWorkload> build() {
        chooseKeys();
        if (!error_) matchExecutions();
        if (!error_) addTasks();
        if (!error_) addDependencies();
        if (!error_) collectFiles();
        if (!error_) addFiles();
        if (error_) return *error_;
        Result<TaskGraph> graph = builder_.build();
        if (!graph) return withSelfLoops(graph.error());
        if (!selfLoops_.empty()) return withSelfLoops(Error{});
        result_.graph = std::make_shared<const TaskGraph>(std::move(*graph));
        result_.recordedMakespan = document_.makespan;
        return std::move(result_);
    }

private:
    struct File {
        std::uint32_t name;
        std::optional<std::uint64_t> bytes;
        std::vector<std::uint32_t> producers, readers;  // tasks, in file order
    };

    void fail(const std::string& place, std::string cause) {
        if (!error_) error_ = failureAt(place, std::move(cause));
    }
    // One warning for many cases of the same thing, with the first as an example.
    void warnOf(std::size_t count, const std::string& what, const std::string& example) {
        if (count > 0) result_.warnings.push_back(std::to_string(count) + " " + what + " (first: " + example + ")");
    }
    [[nodiscard]] std::string nameOf(std::size_t task) const { return texts_.text(keys_[task]); }

    void chooseKeys();
    void matchExecutions();
    void addTasks();
    TaskAttributes attributesOf(std::size_t task);
    [[nodiscard]] std::uint32_t resolve(std::uint32_t reference) const;
    void addDependencies();
    void depend(std::uint32_t from, std::uint32_t to);
    void collectFiles();
    File& fileOf(std::uint32_t key, std::uint32_t name);
    void addFiles();
    void addReaders(const File& file, DataId data);
    [[nodiscard]] Error withSelfLoops(const Error& error) const;

    WfDocument document_;
    TextTable& texts_;
    std::uint64_t edgesLeft_;
    GraphBuilder builder_;
    ImportedWorkload result_;
    std::optional<Error> error_;
    std::vector<std::uint32_t> keys_;        // task -> text by which others refer to it
    std::vector<std::uint32_t> byKey_;       // text -> task
    std::vector<std::uint32_t> byId_;        // text -> task, where names are the keys
    std::vector<std::uint32_t> fileNumber_;  // text -> files_
    std::vector<File> files_;
    std::vector<std::uint32_t> selfLoops_;
};

// Split files refer to ids. Flat ones refer to names, unless names repeat (Nextflow 1.4): then ids tell tasks apart.
void Workload::chooseKeys() {
    std::vector<std::uint32_t> seen(texts_.size(), 0);
    bool namesTell = !document_.split;
    for (const WfTask& task : document_.tasks) {
        if (task.name == kNone || ++seen[task.name] > 1) namesTell = false;
    }
    const bool anyId = std::any_of(document_.tasks.begin(), document_.tasks.end(), [](const WfTask& t) { return t.id != kNone; });
    if (!document_.split && !anyId) namesTell = true;

    byKey_.assign(texts_.size(), kNone);
    byId_.assign(texts_.size(), kNone);
    for (std::uint32_t t = 0; t < document_.tasks.size(); ++t) {
        const WfTask& task = document_.tasks[t];
        const std::uint32_t key = namesTell ? task.name : task.id;
        const std::string what = namesTell ? "name" : "id";
        if (key == kNone || texts_.text(key).empty())
            return fail("task " + std::to_string(t), "task number " + std::to_string(t) + " has no " + what);
        if (byKey_[key] != kNone) return fail(texts_.text(key), "duplicate task " + what + " '" + texts_.text(key) + "'");
        byKey_[key] = t;
        if (task.id != kNone) byId_[task.id] = t;
        keys_.push_back(key);
    }
}

// Runtimes of the split layout stand in a second list, in any order.
void Workload::matchExecutions() {
    std::vector<bool> matched(document_.tasks.size(), false);
    for (const WfExecution& execution : document_.executions) {
        const std::string id = texts_.text(execution.id);
        const std::uint32_t task = execution.id == kNone ? kNone : byKey_[execution.id];
        if (task == kNone) return fail(id, "the execution names task '" + id + "', which the specification does not have");
        if (matched[task]) return fail(id, "the execution has task '" + id + "' twice");
        matched[task] = true;
        WfMeasures& measures = document_.tasks[task].measures;
        if (execution.measures.runtime) measures.runtime = execution.measures.runtime;
        if (execution.measures.cores) measures.cores = execution.measures.cores;
        if (execution.measures.memory) measures.memory = execution.measures.memory;
    }
}

TaskAttributes Workload::attributesOf(std::size_t t) {
    const WfTask& task = document_.tasks[t];
    const std::string name = nameOf(t);
    const auto refuse = [&](const std::string& what, double value) {
        fail(name, "task '" + name + "': " + what + " is " + exactNumber(value));
    };
    TaskAttributes attributes;
    attributes.name = name;
    attributes.kind =
        task.category != kNone ? texts_.text(task.category) : kindOf(texts_.text(task.name == kNone ? task.id : task.name));
    const double runtime = task.measures.runtime.value_or(0);
    if (!std::isfinite(runtime) || runtime < 0) refuse("runtime", runtime);
    attributes.work = runtime * 1e9;  // seconds on a core of 1 Gflop/s
    const double cores = task.measures.cores.value_or(1);
    if (!(cores >= 0 && cores <= kMostCores))
        refuse("core count", cores);
    else
        attributes.cores = std::max(1u, static_cast<std::uint32_t>(std::ceil(cores)));
    attributes.memory = task.measures.memory.value_or(0);
    if (!std::isfinite(attributes.memory) || attributes.memory < 0) refuse("memory", attributes.memory);
    return attributes;
}

void Workload::addTasks() {
    std::size_t unknown = 0;
    std::string example;
    builder_.reserve(document_.tasks.size(), 0);
    for (std::size_t t = 0; t < document_.tasks.size() && !error_; ++t) {
        if (!document_.tasks[t].measures.runtime && unknown++ == 0) example = nameOf(t);
        builder_.addTask(attributesOf(t));
    }
    warnOf(unknown, unknown == 1 ? "task has no runtime and counts as 0 s" : "tasks have no runtime and count as 0 s", example);
}

std::uint32_t Workload::resolve(std::uint32_t reference) const {
    return byKey_[reference] != kNone || document_.split ? byKey_[reference] : byId_[reference];
}

void Workload::depend(std::uint32_t from, std::uint32_t to) {
    if (from != to) return builder_.addEdge(TaskId(from), TaskId(to));
    if (selfLoops_.empty() || selfLoops_.back() != from) selfLoops_.push_back(from);
}

void Workload::addDependencies() {
    for (std::uint32_t t = 0; t < document_.tasks.size(); ++t) {
        const auto missing = [&](const char* relation, std::uint32_t reference) {
            fail(nameOf(t),
                 "task '" + nameOf(t) + "' names " + relation + " '" + texts_.text(reference) + "', which does not exist");
        };
        for (std::uint32_t parent : document_.tasks[t].parents) {
            if (resolve(parent) == kNone) return missing("parent", parent);
            depend(resolve(parent), t);
        }
        for (std::uint32_t child : document_.tasks[t].children) {
            if (resolve(child) == kNone) return missing("child", child);
            depend(t, resolve(child));
        }
    }
}

Workload::File& Workload::fileOf(std::uint32_t key, std::uint32_t name) {
    if (fileNumber_[key] == kNone) {
        fileNumber_[key] = static_cast<std::uint32_t>(files_.size());
        files_.push_back({name, {}, {}, {}});
    }
    return files_[fileNumber_[key]];
}

void addOnce(std::vector<std::uint32_t>& tasks, std::uint32_t task) {
    if (tasks.empty() || tasks.back() != task) tasks.push_back(task);
}

void Workload::collectFiles() {
    fileNumber_.assign(texts_.size(), kNone);
    for (const WfFile& listed : document_.files) {
        if (listed.key == kNone) return fail("workflow.specification.files", "a file has no id");
        if (fileNumber_[listed.key] != kNone)
            return fail(texts_.text(listed.key), "duplicate file id '" + texts_.text(listed.key) + "'");
        fileOf(listed.key, listed.key).bytes = listed.bytes;
    }
    std::size_t conflicts = 0;
    std::string example;
    for (std::uint32_t t = 0; t < document_.tasks.size(); ++t) {
        const WfTask& task = document_.tasks[t];
        for (std::uint32_t key : task.inputFiles) addOnce(fileOf(key, key).readers, t);
        for (std::uint32_t key : task.outputFiles) addOnce(fileOf(key, key).producers, t);
        for (const WfFile& used : task.files) {
            File& file = fileOf(used.key, used.name);
            addOnce(used.output ? file.producers : file.readers, t);
            if (file.bytes && used.bytes && *file.bytes != *used.bytes && conflicts++ == 0) example = texts_.text(used.name);
            if (used.bytes) file.bytes = std::max(file.bytes.value_or(0), *used.bytes);
        }
    }
    warnOf(conflicts, "files are listed with two sizes; the larger one counts", example);
}

// A reader waits for every producer; one that writes the file too, only for those before it in the file's order.
void Workload::addReaders(const File& file, DataId data) {
    for (std::uint32_t reader : file.readers) {
        const bool alsoWrites = std::binary_search(file.producers.begin(), file.producers.end(), reader);
        if (file.producers.empty()) builder_.addInput(TaskId(reader), data);
        for (std::size_t p = 0; p < file.producers.size(); ++p) {
            const std::uint32_t producer = file.producers[p];
            if (producer == reader || (alsoWrites && producer > reader)) continue;
            if (p == 0)
                builder_.addInput(TaskId(reader), data);
            else
                builder_.addEdge(TaskId(producer), TaskId(reader));
        }
    }
}

void Workload::addFiles() {
    std::size_t unsized = 0, shared = 0;
    std::string unsizedExample, sharedExample;
    for (const File& file : files_) {
        const std::string name = texts_.text(file.name);
        if (!file.bytes && unsized++ == 0) unsizedExample = name;
        if (file.producers.size() > 1 && shared++ == 0) sharedExample = name;
        const std::uint64_t bytes = file.bytes.value_or(0);
        const std::uint64_t pairs = std::uint64_t{file.producers.size()} * file.readers.size();
        if (pairs > edgesLeft_) return fail(name, "the files make more dependencies than are accepted");
        edgesLeft_ -= pairs;
        if (bytes > ~0ull - result_.fileBytes) return fail(name, "the file sizes add up to more than 2^64 bytes");
        result_.fileBytes += bytes;
        const TaskId producer = file.producers.empty() ? TaskId::none() : TaskId(file.producers[0]);
        addReaders(file, builder_.addData(name, static_cast<double>(bytes), producer));
    }
    result_.fileCount = files_.size();
    warnOf(unsized, unsized == 1 ? "file has no size and counts as 0 bytes" : "files have no size and count as 0 bytes",
           unsizedExample);
    warnOf(shared, "files are written by more than one task; the first one's output is moved", sharedExample);
}

// Tasks that name themselves are reported beside a cycle: dropping them alone would not always help.
Error Workload::withSelfLoops(const Error& error) const {
    if (selfLoops_.empty()) return error;
    std::string cause;
    for (std::size_t i = 0; i < std::min<std::size_t>(selfLoops_.size(), 5); ++i)
        cause += (i == 0 ? "'" : ", '") + nameOf(selfLoops_[i]) + "'";
    if (selfLoops_.size() > 5) cause += " and " + std::to_string(selfLoops_.size() - 5) + " more";
    cause = selfLoops_.size() == 1 ? "task " + cause + " depends on itself" : "tasks " + cause + " depend on themselves";
    return failureAt(nameOf(selfLoops_[0]), cause + (error.cause.empty() ? "" : "; " + error.cause));
}

}  // namespace

Result<ImportedWorkload> buildWfWorkload(WfDocument document, const ImportLimits& limits) {
    return Workload(std::move(document), limits).build();
}

}  // namespace loom
