#include "core/io/spark_log.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/io/json_records.h"
#include "core/io/lines.h"
#include "core/io/recognise.h"

namespace loom {
namespace {

using Json = nlohmann::json;

// A line of a JobStart or StageSubmitted lists every RDD and can be long; none that says something is this long.
constexpr std::size_t kLongestLine = 8u << 20;
constexpr std::size_t kMostStages = 1'000'000;

JsonRecords lineShape(std::uint32_t depth) {
    JsonRecords shape;
    shape.level = 0;
    shape.depth = depth;
    shape.keys = {"Attempt", "Bytes Read", "Completion Time", "Event", "Executor ID", "Executor Info", "Finish Time", "Host", "Index",
                  "Input Metrics", "Job ID", "Launch Time", "Local Bytes Read", "Parent IDs", "Partition ID", "Reason", "Remote Bytes Read",
                  "Shuffle Bytes Written", "Shuffle Read Metrics", "Shuffle Write Metrics", "Spark Properties", "Spark Version",
                  "Speculative", "Stage Attempt ID", "Stage ID", "Stage IDs", "Stage Info", "Stage Infos", "Submission Time",
                  "Task End Reason", "Task ID", "Task Info", "Task Metrics", "Timestamp", "Total Cores", "spark.task.cpus"};
    std::sort(shape.keys.begin(), shape.keys.end());
    return shape;
}

std::uint64_t idOf(const Json& object, const char* key, std::uint64_t absent) {
    const double value = numberOf(object, key).value_or(-1);
    return value >= 0 && value < 9e15 ? static_cast<std::uint64_t>(value) : absent;
}

class Gatherer {
public:
    Gatherer(SparkLog& log, std::uint64_t mostAttempts) : log_(log), mostAttempts_(mostAttempts) {}
    Status take(const Json& event);

private:
    double timeOf(const Json& object, const char* key);
    void stage(const Json& info, bool submitted, bool completed);
    Status taskEnd(const Json& event);
    std::uint32_t executorOf(const std::string& id, const std::string& host);

    SparkLog& log_;
    std::uint64_t mostAttempts_;
};

// 0 stands where something has not happened.
double Gatherer::timeOf(const Json& object, const char* key) {
    const double time = numberOf(object, key).value_or(0);
    if (!(time > 0 && time < 9e15)) return std::numeric_limits<double>::quiet_NaN();
    log_.firstTime = std::min(log_.firstTime, time);
    log_.lastTime = std::max(log_.lastTime, time);
    return time;
}

void Gatherer::stage(const Json& info, bool submitted, bool completed) {
    if (!numberOf(info, "Stage ID")) return;
    SparkStage& stage = log_.stages[idOf(info, "Stage ID", 0)];
    stage.submitted = stage.submitted || submitted;
    stage.completed = stage.completed || completed;
    if (const double time = timeOf(info, "Submission Time"); std::isnan(stage.submission)) stage.submission = time;
    (void)timeOf(info, "Completion Time");
    const Json* parents = memberOf(info, "Parent IDs");
    if (parents == nullptr || !parents->is_array() || !stage.parents.empty()) return;
    const std::uint64_t own = idOf(info, "Stage ID", 0);
    for (const Json& parent : *parents)
        if (parent.is_number_unsigned() && parent.get<std::uint64_t>() != own) stage.parents.push_back(parent.get<std::uint64_t>());
    std::sort(stage.parents.begin(), stage.parents.end());
    stage.parents.erase(std::unique(stage.parents.begin(), stage.parents.end()), stage.parents.end());
}

std::uint32_t Gatherer::executorOf(const std::string& id, const std::string& host) {
    const std::uint32_t number = log_.executorNames.number(id);
    if (number == log_.executors.size()) log_.executors.push_back({host, 0});
    return number;
}

Status Gatherer::taskEnd(const Json& event) {
    const Json* info = memberOf(event, "Task Info");
    if (info == nullptr || !numberOf(event, "Stage ID")) {
        log_.incompleteEnds.add("");
        return Done{};
    }
    SparkAttempt attempt;
    attempt.stage = idOf(event, "Stage ID", 0);
    log_.stages[attempt.stage].submitted = true;
    // An index counts within one attempt at the stage; a second attempt runs only what was lost, from index 0 again.
    attempt.index = idOf(*info, "Partition ID", idOf(*info, "Index", idOf(*info, "Task ID", 0)));
    attempt.launch = timeOf(*info, "Launch Time");
    attempt.finish = timeOf(*info, "Finish Time");
    const std::string name = "stage " + std::to_string(attempt.stage) + ", task " + std::to_string(attempt.index);
    if (attempt.finish < attempt.launch) {
        log_.backwards.add(name);
        attempt.finish = std::numeric_limits<double>::quiet_NaN();
    }
    const Json* reason = memberOf(event, "Task End Reason");
    attempt.success = reason == nullptr || textOf(*reason, "Reason") == "Success";
    if (const Json* copy = memberOf(*info, "Speculative"); copy != nullptr && copy->is_boolean() && copy->get<bool>()) log_.speculative.add(name);
    if (const std::string id = textOf(*info, "Executor ID"); !id.empty()) attempt.executor = executorOf(id, textOf(*info, "Host"));
    if (const Json* metrics = memberOf(event, "Task Metrics")) {
        const auto bytes = [&](const char* group, const char* key) {
            const Json* member = memberOf(*metrics, group);
            return member == nullptr ? 0.0 : std::max(0.0, numberOf(*member, key).value_or(0));
        };
        attempt.shuffleWritten = bytes("Shuffle Write Metrics", "Shuffle Bytes Written");
        attempt.shuffleRead = bytes("Shuffle Read Metrics", "Remote Bytes Read") + bytes("Shuffle Read Metrics", "Local Bytes Read");
        log_.inputBytes += bytes("Input Metrics", "Bytes Read");
    }
    if (log_.attempts.size() >= mostAttempts_) return failure("more than " + std::to_string(mostAttempts_) + " tasks");
    log_.attempts.push_back(attempt);
    return Done{};
}

Status Gatherer::take(const Json& event) {
    const std::string kind = textOf(event, "Event");
    (void)timeOf(event, "Timestamp");
    if (kind == "SparkListenerTaskEnd") return taskEnd(event);
    if (kind == "SparkListenerTaskStart") {
        ++log_.started;
    } else if (kind == "SparkListenerLogStart") {
        log_.version = textOf(event, "Spark Version").substr(0, 40);
    } else if (kind == "SparkListenerApplicationStart") {
        log_.begin = timeOf(event, "Timestamp");
    } else if (kind == "SparkListenerApplicationEnd") {
        log_.end = timeOf(event, "Timestamp");
    } else if (kind == "SparkListenerExecutorAdded") {
        const Json* info = memberOf(event, "Executor Info");
        const std::uint32_t executor = executorOf(textOf(event, "Executor ID"), info == nullptr ? "" : textOf(*info, "Host"));
        if (info != nullptr) log_.executors[executor].cores = std::max(0.0, numberOf(*info, "Total Cores").value_or(0));
    } else if (kind == "SparkListenerJobStart") {
        ++log_.jobs;
        (void)timeOf(event, "Submission Time");
        if (const Json* ids = memberOf(event, "Stage IDs"); ids != nullptr && ids->is_array())
            for (const Json& id : *ids)
                if (id.is_number_unsigned()) (void)log_.stages[id.get<std::uint64_t>()];
        if (const Json* infos = memberOf(event, "Stage Infos"); infos != nullptr && infos->is_array())
            for (const Json& info : *infos) stage(info, false, false);
    } else if (kind == "SparkListenerStageSubmitted" || kind == "SparkListenerStageCompleted") {
        if (const Json* info = memberOf(event, "Stage Info")) stage(*info, true, kind == "SparkListenerStageCompleted");
    } else if (kind == "SparkListenerEnvironmentUpdate") {
        const Json* properties = memberOf(event, "Spark Properties");
        if (properties != nullptr) log_.taskCores = finiteNumber(textOf(*properties, "spark.task.cpus")).value_or(0);
    } else if (kind != "SparkListenerJobEnd") {
        log_.otherEvents.add(kind);
    }
    return Done{};
}

}  // namespace

Result<SparkLog> readSparkLog(std::string_view content, std::uint32_t depth, std::uint64_t mostAttempts) {
    SparkLog log;
    Gatherer gatherer(log, mostAttempts);
    const JsonRecords shape = lineShape(depth);
    Lines lines(content);
    std::uint64_t events = 0, number = 0;
    for (std::string_view line; lines.next(line);) {
        ++number;
        if (withoutLeadingBlanks(line).empty()) continue;
        if (line.size() > kLongestLine) {
            log.longLines.add("line " + std::to_string(number));
            continue;
        }
        std::optional<Error> refused;
        const Status read = eachRecord(line, shape, [&](const Json& event) -> Status {
            ++events;
            const Status taken = gatherer.take(event);
            if (!taken) refused = taken.error();
            return taken;
        });
        if (refused) return *refused;
        if (log.stages.size() > kMostStages) return failure("more than " + std::to_string(kMostStages) + " stages");
        if (!read) log.brokenLines.add("line " + std::to_string(number));
    }
    if (events == 0) return failure("no line of the file is an event");
    return log;
}

}  // namespace loom
