// Standard Workload Format: batch traces of parallel machines. A header of "; Key: value", then 18 numbers a job, where -1
// means unknown. Jobs become independent tasks of several cores.
#include <algorithm>
#include <cmath>

#include "core/io/formats.h"
#include "core/io/lines.h"
#include "core/io/recognise.h"
#include "core/io/workload_draft.h"

namespace loom {
namespace {

constexpr std::size_t kFields = 18;
constexpr double kUnknown = RecordedRun::kUnknown;

// The fields by their numbers in the format's definition.
struct Job {
    double field[kFields + 1];
    std::string_view id;

    // A field that is not negative; NaN when it is: the format writes -1.
    [[nodiscard]] double known(std::size_t number) const { return field[number] >= 0 ? field[number] : kUnknown; }
};

enum Field : std::size_t {
    submit = 2, wait = 3, run = 4, processors = 5, memory = 7, wantedProcessors = 8, wantedTime = 9, wantedMemory = 10, status = 11, user = 12,
    queue = 15, precedingJob = 17
};

class SwfReader {
public:
    SwfReader(std::string_view content, WorkloadDraft& draft) : content_(content), draft_(draft) {}

    Status read() {
        Lines lines(content_);
        std::vector<std::string_view> words;
        for (std::string_view line; lines.next(line) && !draft_.failed();) {
            if (withoutLeadingBlanks(line).starts_with(";")) {
                header(line);
                continue;
            }
            splitWords(line, words);
            if (words.empty()) continue;
            ++lineCount_;
            if (words.size() < kFields) {
                short_.add(words[0]);
                continue;
            }
            if (words.size() > kFields) long_.add(words[0]);
            if (const Status added = addJob(lines, words); !added) return added;
        }
        if (draft_.taskCount() == 0) return failure("there is no job with a runtime in the file");
        connect();
        say();
        return Done{};
    }

private:
    void header(std::string_view line);
    Status addJob(const Lines& lines, const std::vector<std::string_view>& words);
    void addTask(const Job& job, double runtime, double width);
    void connect();
    void say();

    std::string_view content_;
    WorkloadDraft& draft_;
    std::uint64_t lineCount_ = 0;
    std::string computer_;
    double nodes_ = kUnknown, processors_ = kUnknown;  // of the machine
    UniqueNames names_;
    TextTable ids_;                          // of jobs that became tasks
    std::vector<std::uint32_t> taskOf_;      // by number in `ids_`
    std::vector<std::pair<std::uint32_t, double>> preceding_;  // task, id of the job before it
    std::vector<TaskRecord> records_;
    double coreSeconds_ = 0, widest_ = 0;
    bool anyWait_ = false;
    CaseTally short_, long_, timeless_, bounded_, wanted_, negative_, parts_;
};

// "; MaxProcs: 128"
void SwfReader::header(std::string_view line) {
    line.remove_prefix(line.find(';') + 1);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const std::vector<std::string_view> key = words(line.substr(0, colon), 2);
    const std::vector<std::string_view> value = words(line.substr(colon + 1), 1);
    if (key.size() != 1 || value.empty()) return;
    if (key[0] == "Computer") computer_ = withoutLeadingBlanks(line.substr(colon + 1)).substr(0, 100);
    const double number = finiteNumber(value[0]).value_or(kUnknown);
    if (key[0] == "MaxNodes") nodes_ = number;
    if (key[0] == "MaxProcs") processors_ = number;
    if (key[0] == "MaxJobs" && number >= 0) draft_.declared.tasks = number;
}

Status SwfReader::addJob(const Lines& lines, const std::vector<std::string_view>& words) {
    Job job{};
    job.id = words[0];
    for (std::size_t i = 0; i < kFields; ++i) {
        const std::optional<double> value = finiteNumber(words[i]);
        if (!value) return lines.wrong(words[i], "job " + shown(job.id) + ": field " + std::to_string(i + 1) + " is " + shown(words[i]) + ", not a number");
        job.field[i + 1] = *value;
        if (*value < 0 && *value != -1) negative_.add(job.id);
    }
    if (job.field[status] >= 2 && job.field[status] <= 4) parts_.add(job.id);
    double runtime = job.known(run);
    if (std::isnan(runtime)) {
        runtime = job.known(wantedTime);
        if (!std::isnan(runtime)) bounded_.add(job.id);
    }
    if (std::isnan(runtime)) {
        timeless_.add(job.id);
        return Done{};
    }
    double width = job.field[processors] > 0 ? job.field[processors] : kUnknown;
    if (std::isnan(width) && job.field[wantedProcessors] > 0) {
        width = job.field[wantedProcessors];
        wanted_.add(job.id);
    }
    addTask(job, runtime, width);
    return Done{};
}

void SwfReader::addTask(const Job& job, double runtime, double width) {
    const auto text = [](const char* what, double value) { return what + std::to_string(std::llround(std::min(value, 1e15))); };
    const std::string name = names_.take("job" + std::string(job.id));
    const std::string kind = job.field[queue] >= 0  ? text("queue ", job.field[queue])
                             : job.field[user] >= 0 ? text("user ", job.field[user])
                                                    : "job";
    DraftTask task{name, kind, runtime, {}, {}};
    if (!std::isnan(width)) task.cores = width;
    const double kilobytes = job.field[memory] > 0 ? job.field[memory] : job.field[wantedMemory];
    if (kilobytes > 0 && !std::isnan(width)) task.memory = kilobytes * 1024 * width;
    task.release = job.known(submit);
    const std::uint32_t number = draft_.addTask(task);
    if (draft_.failed()) return;
    if (!std::isnan(width)) {
        coreSeconds_ += runtime * width;
        widest_ = std::max(widest_, width);
    }
    const std::size_t before = ids_.size();
    const std::uint32_t id = ids_.number(job.id);
    if (id == before) taskOf_.push_back(number);
    if (job.field[precedingJob] > 0) preceding_.emplace_back(number, job.field[precedingJob]);
    TaskRecord record;
    record.submit = job.known(submit);
    record.start = record.submit + job.known(wait);
    anyWait_ = anyWait_ || !std::isnan(record.start);
    record.finish = runtime;  // until it is known from when it counts
    records_.push_back(record);
}

// Jobs that wait for others, and the recorded times.
void SwfReader::connect() {
    CaseTally absent;
    for (const auto& [task, before] : preceding_) {
        const std::string id = std::to_string(std::llround(std::min(before, 1e15)));
        const std::uint32_t known = ids_.find(id);
        if (known == TextTable::kNone)
            absent.add(draft_.nameOf(task));
        else
            draft_.addEdge(taskOf_[known], task);
    }
    if (absent.count() > 0)
        draft_.tellDropped(absent.line("job waits for one that the file does not have or that never ran, and waits for none",
                                       "jobs wait for ones that the file does not have or that never ran, and wait for none"));
    if (!anyWait_) draft_.tellRead("no job states how long it waited: the submission times are the recorded starts");
    const bool machine = processors_ > 0 || nodes_ > 0;
    if (machine) draft_.machine(computer_.empty() ? "machine" : computer_).cores = processors_ > 0 ? processors_ : nodes_;
    for (std::uint32_t t = 0; t < records_.size(); ++t) {
        TaskRecord& record = records_[t];
        if (!anyWait_) record.start = record.submit;
        record.finish += record.start;
        if (machine) record.machine = 0;
        draft_.record(t, record);
    }
}

void SwfReader::say() {
    draft_.fact("jobs", static_cast<double>(lineCount_));
    draft_.fact("coreSeconds", coreSeconds_);
    draft_.fact("widest", widest_);
    const auto drop = [&](const CaseTally& tally, const char* one, const char* many) {
        if (tally.count() > 0) draft_.tellDropped(tally.line(one, many));
    };
    const auto assume = [&](const CaseTally& tally, const char* one, const char* many) {
        if (tally.count() > 0) draft_.tellAssumed(tally.line(one, many));
    };
    drop(short_, "line has fewer than 18 fields and is ignored", "lines have fewer than 18 fields and are ignored");
    drop(long_, "line has more than 18 fields; those behind are ignored", "lines have more than 18 fields; those behind are ignored");
    drop(timeless_, "job has neither run time nor requested time and is ignored",
         "jobs have neither run time nor requested time and are ignored");
    assume(bounded_, "job has no run time; its requested time counts, an upper bound",
           "jobs have no run time; their requested times count, upper bounds");
    assume(wanted_, "job states no allocated processors; the requested ones count",
           "jobs state no allocated processors; the requested ones count");
    assume(parts_, "line is a part of a job that was stopped and resumed; it counts beside the line of the whole job, if there is one",
           "lines are parts of jobs that were stopped and resumed; they count beside the lines of the whole jobs, if there are any");
    assume(negative_, "negative number other than -1 counts as unknown", "negative numbers other than -1 count as unknown");
    assume(names_.repeated(), "job id is used again; the job is kept under another name",
           "job ids are used again; the jobs are kept under other names");
}

class Swf final : public WorkloadImporter {
public:
    [[nodiscard]] std::string name() const override { return "Standard Workload Format (SWF)"; }
    [[nodiscard]] bool recognises(std::string_view content) const override {
        bool keys = false;
        for (std::string_view line : firstLines(content, 400)) {
            line = withoutLeadingBlanks(line);
            if (line[0] == ';') {
                keys = keys || line.find(':') != std::string_view::npos;
                continue;
            }
            const auto fields = words(line, kFields + 1);
            return (keys || fields.size() == kFields) && std::all_of(fields.begin(), fields.end(), isNumber);
        }
        return keys;
    }

private:
    Status fill(std::string_view content, WorkloadDraft& draft) const override { return SwfReader(content, draft).read(); }
};

}  // namespace

const WorkloadImporter& swfImporter() {
    static const Swf importer;
    return importer;
}

}  // namespace loom
