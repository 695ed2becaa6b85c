// batch_task.csv of the Alibaba cluster trace of 2018: a line a task of some job, the graph in the tasks' names.
#include <algorithm>
#include <cctype>
#include <cmath>
#include <tuple>

#include "core/base/units.h"
#include "core/io/formats.h"
#include "core/io/lines.h"
#include "core/io/recognise.h"
#include "core/io/workload_draft.h"

namespace loom {
namespace {

constexpr std::size_t kFields = 9;
// Dependencies beyond one for each number that a name lists: numbers that are given again and again multiply each other.
constexpr std::uint64_t kMostRepeated = 4'000'000;
enum Field : std::size_t { taskName, instanceNumber, jobName, taskType, status, startTime, endTime, planCpu, planMemory };

// What "R13_2_3_12" says: task 13 of its job waits for tasks 2, 3 and 12. Parts that are not numbers, as in "M1_Stg1", say
// nothing; a name that does not begin with letters and a number has no place in the graph.
struct GraphName {
    std::optional<std::uint64_t> number;
    std::vector<std::uint64_t> parents;
};

void readName(std::string_view name, GraphName& out) {
    out.number.reset();
    out.parents.clear();
    std::size_t letters = 0;
    while (letters < name.size() && std::isalpha(static_cast<unsigned char>(name[letters])) != 0) ++letters;
    const std::string_view head = name.substr(letters, std::min(name.find('_'), name.size()) - letters);
    if (letters == 0 || !isWhole(head)) return;
    out.number = wholeNumber(head);
    if (!out.number) return;
    name.remove_prefix(letters + head.size());
    while (!name.empty()) {
        name.remove_prefix(1);  // the underscore
        const std::size_t end = std::min(name.find('_'), name.size());
        if (isWhole(name.substr(0, end)))
            if (const std::optional<std::uint64_t> parent = wholeNumber(name.substr(0, end))) out.parents.push_back(*parent);
        name.remove_prefix(end);
    }
}

class AlibabaReader {
public:
    AlibabaReader(std::string_view content, WorkloadDraft& draft) : content_(content), draft_(draft) {}

    Status read() {
        countJobs();
        Lines lines(content_);
        std::vector<std::string_view> fields;
        for (std::string_view line; lines.next(line) && !draft_.failed();) {
            if (withoutLeadingBlanks(line).empty() || line.starts_with("task_name,")) continue;
            splitFields(line, ',', fields);
            if (fields.size() != kFields) {
                odd_.add(line.substr(0, 60));
                continue;
            }
            if (const Status added = addTask(lines, fields); !added) return added;
        }
        if (draft_.taskCount() == 0) return failure("there is no task in the file");
        connect();
        say();
        return Done{};
    }

private:
    struct Row {
        std::uint32_t job;
        std::uint32_t task;
        std::uint64_t number;
        friend bool operator<(const Row& a, const Row& b) {
            return std::tie(a.job, a.number, a.task) < std::tie(b.job, b.number, b.task);
        }
    };
    struct Parent {
        std::uint32_t job, task;
        std::uint64_t number;
    };

    void countJobs();
    Status addTask(const Lines& lines, const std::vector<std::string_view>& fields);
    void place(std::string_view name, std::uint32_t job, std::uint32_t task);
    void connect();
    void say();

    std::string_view content_;
    WorkloadDraft& draft_;
    TextTable jobs_;
    UniqueNames names_;
    GraphName name_;
    std::vector<Row> rows_;
    std::vector<Parent> parents_;
    double instances_ = 0, coreSeconds_ = 0;
    CaseTally odd_, unended_, uncounted_;
};

// A single job's tasks keep their names; several jobs' are "job/task".
void AlibabaReader::countJobs() {
    Lines lines(content_);
    std::vector<std::string_view> fields;
    for (std::string_view line; lines.next(line) && jobs_.size() < 2;) {
        splitFields(line, ',', fields);
        if (fields.size() == kFields && fields[taskName] != "task_name") jobs_.number(fields[jobName]);
    }
}

Status AlibabaReader::addTask(const Lines& lines, const std::vector<std::string_view>& fields) {
    const std::string_view name = fields[taskName];
    if (name.empty()) return lines.wrong(name, "a task has no name");
    double values[kFields] = {};
    for (const Field field : {instanceNumber, startTime, endTime, planCpu}) {
        const std::optional<double> value = finiteNumber(fields[field]);
        if (!value && !fields[field].empty())
            return lines.wrong(fields[field], "task " + shown(name) + ": expected a number, not " + shown(fields[field]));
        if (value && *value < 0) return lines.wrong(fields[field], "task " + shown(name) + ": a number is negative (" + shown(fields[field]) + ")");
        values[field] = value.value_or(RecordedRun::kUnknown);
    }
    const bool alone = jobs_.size() < 2;
    const std::uint32_t job = jobs_.number(fields[jobName]);
    const std::string unique = names_.take((alone ? "" : std::string(fields[jobName]) + "/") + std::string(name));
    DraftTask task;
    task.name = unique;
    task.kind = name.substr(0, static_cast<std::size_t>(std::find_if_not(name.begin(), name.end(), [](unsigned char c) { return std::isalpha(c) != 0; }) - name.begin()));
    TaskRecord record;
    // 0 stands where a task has not started or not ended.
    if (values[startTime] > 0) record.start = values[startTime];
    if (values[endTime] > 0 && values[endTime] >= values[startTime]) record.finish = values[endTime];
    const double duration = record.finish - record.start;
    if (!std::isnan(duration)) task.runtime = duration;
    if (fields[status] != "Terminated") unended_.add(unique + ", " + std::string(fields[status]));
    if (values[planCpu] > 0) task.cores = values[planCpu] / 100;
    const double instances = std::isnan(values[instanceNumber]) ? 1 : values[instanceNumber];
    if (std::isnan(values[instanceNumber])) uncounted_.add(unique);
    instances_ += instances;
    if (task.runtime && task.cores) coreSeconds_ += instances * *task.cores * duration;
    const std::uint32_t number = draft_.addTask(task);
    if (draft_.failed()) return Done{};
    draft_.record(number, record);
    place(name, job, number);
    return Done{};
}

void AlibabaReader::place(std::string_view name, std::uint32_t job, std::uint32_t task) {
    readName(name, name_);
    if (!name_.number) return;
    rows_.push_back({job, task, *name_.number});
    for (const std::uint64_t parent : name_.parents) parents_.push_back({job, task, parent});
}

// A task waits for every task of its job that has the number: a number may have been given twice.
void AlibabaReader::connect() {
    std::sort(rows_.begin(), rows_.end());
    CaseTally absent, own;
    std::uint64_t repeated = 0;
    for (const Parent& parent : parents_) {
        auto row = std::lower_bound(rows_.begin(), rows_.end(), Row{parent.job, 0, parent.number});
        if (row == rows_.end() || row->job != parent.job || row->number != parent.number) absent.add(draft_.nameOf(parent.task));
        for (; row != rows_.end() && row->job == parent.job && row->number == parent.number && !draft_.failed(); ++row) {
            if (++repeated > kMostRepeated + parents_.size())
                return draft_.fail(draft_.nameOf(parent.task), "tasks that share their numbers make more dependencies than are accepted");
            if (row->task == parent.task)
                own.add(draft_.nameOf(parent.task));
            else
                draft_.addEdge(row->task, parent.task);
        }
    }
    if (absent.count() > 0)
        draft_.tellDropped(absent.line("dependency names a task that its job does not have and is ignored",
                                       "dependencies name tasks that their jobs do not have and are ignored"));
    if (own.count() > 0)
        draft_.tellDropped(own.line("task names itself as predecessor, which is ignored", "tasks name themselves as predecessors, which is ignored"));
}

void AlibabaReader::say() {
    draft_.fact("jobs", static_cast<double>(jobs_.size()));
    draft_.fact("instances", instances_);
    draft_.fact("coreSeconds", coreSeconds_);
    const std::size_t free = draft_.taskCount() - rows_.size();
    if (free > 0)
        draft_.tellRead(std::to_string(free) + (free == 1 ? " task has" : " tasks have") + " a name without a place in the graph: independent");
    if (instances_ > static_cast<double>(draft_.taskCount()))
        draft_.tellAssumed("the " + std::to_string(draft_.taskCount()) + " tasks stand for " + exactNumber(instances_) +
                           " instances that ran at once; each takes the cores of one");
    if (odd_.count() > 0) draft_.tellDropped(odd_.line("line has not 9 fields and is ignored", "lines have not 9 fields and are ignored"));
    if (unended_.count() > 0)
        draft_.tellAssumed(unended_.line("task did not end well and counts as any other", "tasks did not end well and count as any other"));
    if (uncounted_.count() > 0)
        draft_.tellAssumed(uncounted_.line("task states no number of instances and counts as one", "tasks state no number of instances and count as one"));
    if (names_.repeated().count() > 0)
        draft_.tellAssumed(names_.repeated().line("task's name is used again in its job; the task is kept under another name",
                                                  "tasks' names are used again in their jobs; the tasks are kept under other names"));
}

class Alibaba final : public WorkloadImporter {
public:
    [[nodiscard]] std::string name() const override { return "Alibaba batch_task"; }
    [[nodiscard]] bool recognises(std::string_view content) const override {
        constexpr std::string_view kStates[] = {"Terminated", "Failed", "Running", "Waiting", "Cancelled", "Interrupted"};
        std::vector<std::string_view> fields;
        for (const std::string_view line : firstLines(content, 20)) {
            splitFields(line, ',', fields);
            if (fields.size() != kFields) return false;
            if (std::find(std::begin(kStates), std::end(kStates), fields[status]) != std::end(kStates)) return true;
        }
        return false;
    }

private:
    Status fill(std::string_view content, WorkloadDraft& draft) const override { return AlibabaReader(content, draft).read(); }
};

}  // namespace

const WorkloadImporter& alibabaImporter() {
    static const Alibaba importer;
    return importer;
}

}  // namespace loom
