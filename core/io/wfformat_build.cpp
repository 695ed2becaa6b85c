// From what a WfFormat file says to a draft: one key a task, dependencies from three sources, one object a file.
#include <algorithm>

#include "core/io/wfformat_document.h"

namespace loom {
namespace {

constexpr std::uint32_t kNone = TextTable::kNone;

class Judge {
public:
    Judge(const WfDocument& document, WorkloadDraft& draft) : document_(document), texts_(document.texts), draft_(draft) {}

    void fill() {
        chooseKeys();
        if (!draft_.failed()) matchExecutions();
        if (!draft_.failed()) addTasks();
        if (!draft_.failed()) addDependencies();
        if (!draft_.failed()) collectFiles();
        if (!draft_.failed()) addRecord();
    }

private:
    [[nodiscard]] std::string nameOf(std::size_t task) const { return texts_.text(keys_[task]); }

    void chooseKeys();
    void matchExecutions();
    void addTasks();
    [[nodiscard]] std::uint32_t resolve(std::uint32_t reference) const;
    void addDependencies();
    void collectFiles();
    std::uint32_t fileOf(std::uint32_t key, std::uint32_t name);
    void addRecord();

    const WfDocument& document_;
    const TextTable& texts_;
    WorkloadDraft& draft_;
    std::vector<std::uint32_t> keys_;        // task -> text by which others refer to it
    std::vector<std::uint32_t> byKey_;       // text -> task
    std::vector<std::uint32_t> byId_;        // text -> task, where names are the keys
    std::vector<std::uint32_t> fileNumber_;  // text -> the draft's file
    std::vector<const WfExecution*> executions_;  // by task; null = none
};

// Split files refer to ids. Flat ones refer to names, unless names repeat (Nextflow 1.4): then ids tell tasks apart.
void Judge::chooseKeys() {
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
            return draft_.fail("task " + std::to_string(t), "task number " + std::to_string(t) + " has no " + what);
        if (byKey_[key] != kNone)
            return draft_.fail(texts_.text(key), "duplicate task " + what + " '" + texts_.text(key) + "'");
        byKey_[key] = t;
        if (task.id != kNone) byId_[task.id] = t;
        keys_.push_back(key);
    }
}

// Runtimes of the split layout stand in a second list, in any order.
void Judge::matchExecutions() {
    executions_.assign(document_.tasks.size(), nullptr);
    for (const WfExecution& execution : document_.executions) {
        const std::string id = texts_.text(execution.id);
        const std::uint32_t task = execution.id == kNone ? kNone : byKey_[execution.id];
        if (task == kNone) return draft_.fail(id, "the execution names task '" + id + "', which the specification does not have");
        if (executions_[task] != nullptr) return draft_.fail(id, "the execution has task '" + id + "' twice");
        executions_[task] = &execution;
    }
}

void Judge::addTasks() {
    for (std::size_t t = 0; t < document_.tasks.size() && !draft_.failed(); ++t) {
        const WfTask& task = document_.tasks[t];
        WfMeasures measures = task.measures;
        if (const WfExecution* execution = executions_[t]) {
            if (execution->measures.runtime) measures.runtime = execution->measures.runtime;
            if (execution->measures.cores) measures.cores = execution->measures.cores;
            if (execution->measures.memory) measures.memory = execution->measures.memory;
        }
        const std::string kind = task.category != kNone ? texts_.text(task.category)
                                                        : kindOfName(texts_.text(task.name == kNone ? task.id : task.name));
        draft_.addTask({nameOf(t), kind, measures.runtime, {}, measures.cores, measures.memory.value_or(0)});
    }
}

std::uint32_t Judge::resolve(std::uint32_t reference) const {
    return byKey_[reference] != kNone || document_.split ? byKey_[reference] : byId_[reference];
}

void Judge::addDependencies() {
    for (std::uint32_t t = 0; t < document_.tasks.size(); ++t) {
        const auto missing = [&](const char* relation, std::uint32_t reference) {
            draft_.fail(nameOf(t),
                        "task '" + nameOf(t) + "' names " + relation + " '" + texts_.text(reference) + "', which does not exist");
        };
        for (std::uint32_t parent : document_.tasks[t].parents) {
            if (resolve(parent) == kNone) return missing("parent", parent);
            draft_.addEdge(resolve(parent), t);
        }
        for (std::uint32_t child : document_.tasks[t].children) {
            if (resolve(child) == kNone) return missing("child", child);
            draft_.addEdge(t, resolve(child));
        }
    }
}

std::uint32_t Judge::fileOf(std::uint32_t key, std::uint32_t name) {
    if (fileNumber_[key] == kNone) fileNumber_[key] = draft_.addFile(texts_.text(name));
    return fileNumber_[key];
}

void Judge::collectFiles() {
    fileNumber_.assign(texts_.size(), kNone);
    std::vector<const WfFile*> first(document_.files.empty() ? 0 : texts_.size(), nullptr);  // by key
    CaseTally again;
    for (const WfFile& listed : document_.files) {
        if (listed.key == kNone) return draft_.fail("workflow.specification.files", "a file has no id");
        if (first[listed.key] != nullptr) {
            if (first[listed.key]->bytes != listed.bytes)
                return draft_.fail(texts_.text(listed.key), "duplicate file id '" + texts_.text(listed.key) + "'");
            again.add(texts_.text(listed.key));
            continue;
        }
        first[listed.key] = &listed;
        const std::uint32_t file = fileOf(listed.key, listed.key);
        if (listed.bytes) draft_.sizeFile(file, *listed.bytes);
    }
    if (again.count() > 0)
        draft_.tellRead(again.line("file is listed again with the same size and counts once", "files are listed again with the same sizes and count once"));
    for (std::uint32_t t = 0; t < document_.tasks.size(); ++t) {
        const WfTask& task = document_.tasks[t];
        for (std::uint32_t key : task.inputFiles) draft_.reads(t, fileOf(key, key));
        for (std::uint32_t key : task.outputFiles) draft_.writes(t, fileOf(key, key));
        for (const WfFile& used : task.files) {
            const std::uint32_t file = fileOf(used.key, used.name);
            if (used.output)
                draft_.writes(t, file);
            else
                draft_.reads(t, file);
            if (used.bytes) draft_.sizeFile(file, *used.bytes);
        }
    }
}

void Judge::addRecord() {
    if (document_.makespan) draft_.declareMakespan(*document_.makespan);
    for (const WfMachine& machine : document_.machines) {
        if (machine.name == kNone) continue;
        RecordedMachine& recorded = draft_.machine(texts_.text(machine.name));
        recorded.cores = machine.cores;
        recorded.memory = machine.memory;  // the speed is that of an idle clock, which says nothing
    }
    for (std::uint32_t t = 0; t < document_.tasks.size(); ++t) {
        const std::uint32_t named = executions_[t] != nullptr ? executions_[t]->machine : document_.tasks[t].machine;
        if (named == kNone) continue;
        draft_.machine(texts_.text(named));
        TaskRecord record;
        record.machine = draft_.machineNumber(texts_.text(named));
        draft_.record(t, record);
    }
}

}  // namespace

void draftOfWfDocument(const WfDocument& document, WorkloadDraft& draft) { Judge(document, draft).fill(); }

}  // namespace loom
