// What dask.distributed's Client.get_task_stream() returns, dumped as JSON: which worker did what when, without dependencies.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "core/io/formats.h"
#include "core/io/json_records.h"
#include "core/io/workload_draft.h"

namespace loom {
namespace {

using Json = nlohmann::json;

// "inc-8f3a..." is an inc, "('sum-partial-8f3a...', 0, 1)" a sum-partial.
std::string functionOf(std::string key) {
    if (key.starts_with("('")) key = key.substr(2, key.find('\'', 2) - 2);
    const std::size_t dash = key.rfind('-');
    return dash == std::string::npos || dash == 0 ? key : key.substr(0, dash);
}

class DaskReader {
public:
    explicit DaskReader(WorkloadDraft& draft) : draft_(draft) {}

    Status take(const Json& entry);
    void say();

private:
    void readIntervals(const Json& intervals, TaskRecord& record, double& compute);

    WorkloadDraft& draft_;
    UniqueNames names_;
    std::map<std::string, std::set<std::string>> threads_;  // by worker
    double moved_ = 0;  // s spent in transfers
    CaseTally failed_, timeless_, nameless_;
};

void DaskReader::readIntervals(const Json& intervals, TaskRecord& record, double& compute) {
    for (const Json& interval : intervals) {
        const std::optional<double> start = numberOf(interval, "start"), stop = numberOf(interval, "stop");
        if (!start || !stop || *stop < *start) continue;
        record.start = record.start < *start ? record.start : *start;
        record.finish = record.finish > *stop ? record.finish : *stop;
        const std::string action = textOf(interval, "action");
        if (action == "compute") compute = (std::isnan(compute) ? 0 : compute) + (*stop - *start);
        if (action == "transfer") moved_ += *stop - *start;
    }
}

Status DaskReader::take(const Json& entry) {
    const std::string key = textOf(entry, "key");
    if (key.empty()) {
        nameless_.add("");
        return Done{};
    }
    const std::string name = names_.take(key), kind = functionOf(key);
    TaskRecord record;
    double compute = RecordedRun::kUnknown;
    if (const Json* intervals = memberOf(entry, "startstops"); intervals != nullptr && intervals->is_array())
        readIntervals(*intervals, record, compute);
    DraftTask task;
    task.name = name;
    task.kind = kind;
    if (std::isnan(compute))
        timeless_.add(name);
    else
        task.runtime = compute;
    if (const std::string status = textOf(entry, "status"); !status.empty() && status != "OK") failed_.add(name + ", " + status);
    const std::uint32_t number = draft_.addTask(task);
    if (draft_.failed()) return Done{};
    if (const std::string worker = textOf(entry, "worker"); !worker.empty()) {
        draft_.machine(worker);
        record.machine = draft_.machineNumber(worker);
        threads_[worker].insert(textOf(entry, "thread"));
    }
    draft_.record(number, record);
    if (const std::optional<double> bytes = numberOf(entry, "nbytes"); bytes && *bytes >= 0 && *bytes < 1.8e19) {
        const std::uint32_t result = draft_.addFile(name);
        draft_.sizeFile(result, static_cast<std::uint64_t>(*bytes));
        draft_.writes(number, result);
    }
    return Done{};
}

void DaskReader::say() {
    std::size_t cores = 0;
    for (const auto& [worker, threads] : threads_) {
        draft_.machine(worker).cores = static_cast<double>(threads.size());
        cores += threads.size();
    }
    draft_.fact("workers", static_cast<double>(threads_.size()));
    draft_.fact("threads", static_cast<double>(cores));
    draft_.fact("transferSeconds", moved_);
    draft_.tellAssumed("a task stream has no dependencies: the tasks are independent");
    if (nameless_.count() > 0) draft_.tellDropped(nameless_.line("entry has no key and is ignored", "entries have no key and are ignored"));
    if (failed_.count() > 0) draft_.tellAssumed(failed_.line("task did not end well and counts as any other", "tasks did not end well and count as any other"));
    if (names_.repeated().count() > 0)
        draft_.tellRead(names_.repeated().line("key was computed again; each time is a task", "keys were computed again; each time is a task"));
}

class Dask final : public WorkloadImporter {
public:
    [[nodiscard]] std::string name() const override { return "Dask task stream"; }
    [[nodiscard]] bool recognises(std::string_view content) const override {
        const std::string_view key = firstKeyOfRecord(content, {"startstops", "worker", "ph"});
        return key == "startstops" || key == "worker";
    }

private:
    Status fill(std::string_view content, WorkloadDraft& draft) const override {
        JsonRecords shape;
        shape.keys = {"action", "key", "nbytes", "start", "startstops", "status", "stop", "thread", "worker"};
        shape.depth = draft.limits().depth;
        DaskReader reader(draft);
        if (const Status read = eachRecord(content, shape, [&](const Json& entry) { return reader.take(entry); }); !read) return read;
        if (draft.taskCount() == 0 && !draft.failed()) return failure("there is no task in the list");
        reader.say();
        return Done{};
    }
};

}  // namespace

const WorkloadImporter& daskImporter() {
    static const Dask importer;
    return importer;
}

}  // namespace loom
