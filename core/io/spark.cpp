// Spark event logs: stages of independent tasks, where a stage waits for all tasks of the stages it reads from.
#include <algorithm>
#include <cmath>

#include "core/base/units.h"
#include "core/io/formats.h"
#include "core/io/recognise.h"
#include "core/io/spark_log.h"
#include "core/io/workload_draft.h"

namespace loom {
namespace {

// Beyond this many dependencies between two stages, or between all, a task without work stands between two stages.
constexpr std::uint64_t kMostPairs = 1'000'000, kMostPairsInAll = 4'000'000;

class SparkJudge {
public:
    SparkJudge(SparkLog log, WorkloadDraft& draft) : log_(std::move(log)), draft_(draft) {}

    Status fill() {
        span();
        chooseAttempts();
        if (log_.attempts.empty()) return failure("no task of the log has ended");
        addTasks();
        connectStages();
        say();
        return Done{};
    }

private:
    struct Rows {
        std::uint32_t first = 0, count = 0;  // tasks of a stage, consecutive
        double written = 0, read = 0;        // B
    };

    void span();
    void chooseAttempts();
    void addTasks();
    void connectStages();
    void connect(std::uint64_t fromStage, std::uint64_t toStage);
    void say();

    SparkLog log_;
    WorkloadDraft& draft_;
    std::map<std::uint64_t, Rows> rows_;  // by stage
    std::map<std::uint64_t, std::uint32_t> readers_;  // stages that read from a stage
    double begin_ = 0;                    // of the run, ms
    double wall_ = 0, taskSeconds_ = 0;  // s
    CaseTally again_, failed_, skippedParents_, barriers_;
    std::uint64_t ends_ = 0, pairs_ = 0;
};

void SparkJudge::span() {
    const double begin = std::isnan(log_.begin) ? log_.firstTime : log_.begin;
    const double end = std::isnan(log_.end) ? log_.lastTime : log_.end;
    if (!std::isfinite(begin) || !std::isfinite(end)) return;
    begin_ = begin;
    wall_ = std::max(0.0, end - begin) / 1000;
    draft_.declareSpan(begin / 1000, wall_);
    if (std::isnan(log_.end)) draft_.tellAssumed("the log stops before the application ended; its last event counts as the end");
}

// Of several attempts at a task the first that succeeded is the task; one that never succeeded counts with its last attempt.
void SparkJudge::chooseAttempts() {
    std::vector<SparkAttempt>& attempts = log_.attempts;
    ends_ = attempts.size();
    std::stable_sort(attempts.begin(), attempts.end(), [](const SparkAttempt& a, const SparkAttempt& b) {
        return std::pair(a.stage, a.index) < std::pair(b.stage, b.index);
    });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < attempts.size(); ++i) {
        const SparkAttempt attempt = attempts[i];
        const bool fresh = kept == 0 || attempts[kept - 1].stage != attempt.stage || attempts[kept - 1].index != attempt.index;
        const std::string name = "stage " + std::to_string(attempt.stage) + ", task " + std::to_string(attempt.index);
        if (fresh) {
            attempts[kept++] = attempt;
            continue;
        }
        again_.add(name);
        if (!attempts[kept - 1].success) attempts[kept - 1] = attempt;
    }
    attempts.resize(kept);
    for (const SparkAttempt& attempt : attempts)
        if (!attempt.success) failed_.add("stage " + std::to_string(attempt.stage) + ", task " + std::to_string(attempt.index));
}

void SparkJudge::addTasks() {
    for (std::uint32_t e = 0; e < log_.executors.size(); ++e) {
        const SparkExecutor& executor = log_.executors[e];
        const std::string host = executor.host.empty() ? "" : " on " + executor.host;
        RecordedMachine& machine = draft_.machine("executor " + log_.executorNames.text(e) + host);
        if (executor.cores > 0) machine.cores = executor.cores;
    }
    for (const SparkAttempt& attempt : log_.attempts) {
        const std::string stage = "stage" + std::to_string(attempt.stage);
        const std::string name = stage + ".task" + std::to_string(attempt.index);
        DraftTask task;
        task.name = name;
        task.kind = stage;
        const double duration = (attempt.finish - attempt.launch) / 1000;
        if (!std::isnan(duration)) {
            task.runtime = duration;
            taskSeconds_ += duration;
        }
        task.cores = std::max(1.0, log_.taskCores);
        const std::uint32_t number = draft_.addTask(task);
        if (draft_.failed()) return;
        TaskRecord record;
        record.machine = attempt.executor;  // machines are numbered as executors are
        record.submit = (log_.stages[attempt.stage].submission - begin_) / 1000;
        record.start = (attempt.launch - begin_) / 1000;
        record.finish = (attempt.finish - begin_) / 1000;
        draft_.record(number, record);
        Rows& rows = rows_[attempt.stage];
        if (rows.count++ == 0) rows.first = number;
        rows.written += attempt.shuffleWritten;
        rows.read += attempt.shuffleRead;
    }
}

void SparkJudge::connectStages() {
    for (const auto& [id, stage] : log_.stages)
        for (const std::uint64_t parent : stage.parents)
            if (rows_.contains(id) && rows_.contains(parent)) ++readers_[parent];
    for (const auto& [id, stage] : log_.stages) {
        if (!rows_.contains(id)) continue;
        for (const std::uint64_t parent : stage.parents) {
            if (draft_.failed()) return;
            if (rows_.contains(parent))
                connect(parent, id);
            else
                skippedParents_.add("stage " + std::to_string(parent));
        }
    }
}

// What a task wrote goes to the tasks of the next stage in proportion to what they read; evenly if the log does not say.
void SparkJudge::connect(std::uint64_t fromStage, std::uint64_t toStage) {
    const Rows& from = rows_[fromStage];
    const Rows& to = rows_[toStage];
    const std::string pair = "stage" + std::to_string(fromStage) + " -> stage" + std::to_string(toStage);
    const std::uint64_t pairs = std::uint64_t{from.count} * to.count;
    pairs_ += pairs;
    if (pairs > kMostPairs || pairs_ > kMostPairsInAll) {
        barriers_.add(pair);
        DraftTask barrier;
        barrier.name = pair;
        barrier.kind = "barrier";
        barrier.work = 0;
        barrier.cores = 1;
        const std::uint32_t middle = draft_.addTask(barrier);
        for (std::uint32_t t = 0; t < from.count; ++t) draft_.addEdge(from.first + t, middle);
        for (std::uint32_t t = 0; t < to.count; ++t) draft_.addEdge(middle, to.first + t);
        return;
    }
    // A stage that is read twice sent its output to each reader; an even share is the best that can be told.
    const double readers = std::max(1u, readers_[fromStage]);
    for (std::uint32_t f = 0; f < from.count; ++f) {
        const double written = log_.attempts[from.first + f].shuffleWritten / readers;
        for (std::uint32_t t = 0; t < to.count && !draft_.failed(); ++t) {
            const double share = to.read > 0 ? log_.attempts[to.first + t].shuffleRead / to.read : 1.0 / to.count;
            const double bytes = std::floor(written * share);
            if (bytes > 0)
                draft_.addEdge(from.first + f, to.first + t, bytes);
            else
                draft_.addEdge(from.first + f, to.first + t);
        }
    }
}

void SparkJudge::say() {
    std::uint64_t completed = 0, submitted = 0;
    CaseTally skipped;
    for (const auto& [id, stage] : log_.stages) {
        submitted += stage.submitted ? 1 : 0;
        completed += stage.completed ? 1 : 0;
        if (!stage.submitted) skipped.add("stage " + std::to_string(id));
    }
    double cores = 0;
    for (const SparkExecutor& executor : log_.executors) cores += executor.cores;
    draft_.fact("jobs", static_cast<double>(log_.jobs));
    draft_.fact("stages", static_cast<double>(submitted));
    draft_.fact("stagesCompleted", static_cast<double>(completed));
    draft_.fact("stagesSkipped", static_cast<double>(skipped.count()));
    draft_.fact("taskEnds", static_cast<double>(ends_));
    draft_.fact("taskSeconds", taskSeconds_);
    draft_.fact("executors", static_cast<double>(log_.executors.size()));
    if (cores > 0) draft_.fact("cores", cores);  // old logs and local ones do not say
    draft_.fact("wall", wall_);
    const auto tell = [&](void (WorkloadDraft::*how)(std::string), const CaseTally& cases, const char* one, const char* many) {
        if (cases.count() > 0) (draft_.*how)(cases.line(one, many));
    };
    tell(&WorkloadDraft::tellRead, skipped, "stage was skipped: its output was there already", "stages were skipped: their outputs were there already");
    tell(&WorkloadDraft::tellRead, log_.otherEvents, "event says nothing of tasks", "events say nothing of tasks");
    tell(&WorkloadDraft::tellRead, log_.speculative, "attempt was speculative", "attempts were speculative");
    tell(&WorkloadDraft::tellRead, again_, "attempt besides the one that counts", "attempts besides those that count");
    if (log_.inputBytes > 0)
        draft_.tellRead(formatQuantity(log_.inputBytes, Dimension::bytes) + " were read from storage; these reads are part of the runtimes");
    tell(&WorkloadDraft::tellAssumed, barriers_, "shuffle is too wide for single dependencies; a task without work stands between its stages, and its bytes are not moved",
         "shuffles are too wide for single dependencies; tasks without work stand between their stages, and their bytes are not moved");
    tell(&WorkloadDraft::tellAssumed, failed_, "task never succeeded and counts with its last attempt", "tasks never succeeded and count with their last attempts");
    tell(&WorkloadDraft::tellAssumed, log_.backwards, "task ends before it begins: its runtime is unknown", "tasks end before they begin: their runtimes are unknown");
    tell(&WorkloadDraft::tellDropped, skippedParents_, "dependency on a stage that did not run is ignored", "dependencies on stages that did not run are ignored");
    tell(&WorkloadDraft::tellDropped, log_.brokenLines, "line is no complete JSON and is ignored", "lines are no complete JSON and are ignored");
    tell(&WorkloadDraft::tellDropped, log_.longLines, "line is longer than 8 MB and is ignored", "lines are longer than 8 MB and are ignored");
    tell(&WorkloadDraft::tellDropped, log_.incompleteEnds, "end of a task names neither task nor stage and is ignored", "ends of tasks name neither task nor stage and are ignored");
    if (const std::uint64_t ended = ends_ + log_.incompleteEnds.count(); log_.started > ended)
        draft_.tellDropped("attempts that had not ended when the log stopped are ignored: " + std::to_string(log_.started - ended));
}

class Spark final : public WorkloadImporter {
public:
    [[nodiscard]] std::string name() const override { return "Spark event log"; }
    // Writers differ in blanks, and a rolled log may begin with any event.
    [[nodiscard]] bool recognises(std::string_view content) const override {
        for (const std::string_view line : firstLines(content, 5)) {
            if (firstTopLevelKey(line.substr(0, 65536), {"Event"}).empty()) continue;
            if (line.substr(0, 65536).find("SparkListener") != std::string_view::npos) return true;
        }
        return false;
    }

private:
    Status fill(std::string_view content, WorkloadDraft& draft) const override {
        Result<SparkLog> log = readSparkLog(content, draft.limits().depth, draft.limits().tasks);
        if (!log) return log.error();
        if (!log->version.empty()) draft.setFormat(name() + " of Spark " + log->version);
        return SparkJudge(std::move(*log), draft).fill();
    }
};

}  // namespace

const WorkloadImporter& sparkImporter() {
    static const Spark importer;
    return importer;
}

}  // namespace loom
