#include "app/cli/report.h"

#include <nlohmann/json.hpp>

#include "app/cli/output.h"
#include "core/trace/job_times.h"
#include "core/trace/words.h"

namespace loom::cli {

nlohmann::ordered_json metricsJson(const Run& run, const Metrics& m) {
    const Platform& platform = *run.scenario->platform;
    nlohmann::ordered_json json;
    json["committed"] = m.committed;
    json["attempts"] = m.attempts;
    json["failedAttempts"] = m.failedAttempts;
    json["bytesMoved"] = m.bytesMoved;
    json["transfers"] = m.transfers;
    json["busySeconds"] = m.busySeconds;
    json["wastedSeconds"] = m.wastedSeconds;
    json["downSeconds"] = m.downSeconds;
    json["utilisation"] = m.utilisation;
    json["throughput"] = m.throughput;
    json["meanReady"] = m.meanReady;
    json["peakReady"] = m.peakReady;
    json["serialSeconds"] = m.serialSeconds;
    json["speedup"] = m.speedup;
    json["efficiency"] = m.efficiency;
    json["criticalPath"] = m.criticalPathSeconds;
    json["areaBound"] = m.areaBound;
    json["slr"] = m.slr;
    if (const std::optional<JobTimes> jobs = jobTimes(run)) {
        json["meanWait"] = jobs->wait;
        json["meanResponse"] = jobs->response;
        json["meanSlowdown"] = jobs->slowdown;
        json["meanBoundedSlowdown"] = jobs->boundedSlowdown;
    }
    nlohmann::ordered_json nodes = nlohmann::ordered_json::object();
    for (std::size_t n = 0; n < m.nodeUtilisation.size(); ++n)
        if (platform.computes(NodeId(n))) nodes[platform.node(NodeId(n)).name] = m.nodeUtilisation[n];
    json["nodeUtilisation"] = std::move(nodes);
    return json;
}

const char* outcomeName(Outcome outcome) { return outcomeWord(outcome); }

int runStatus(const Run& run, const std::string& path) {
    if (run.outcome == Outcome::finished) return kDone;
    return reportError(Error{path, {}, "the run " + std::string(run.outcome == Outcome::cancelled ? "was cancelled" : "failed: " + run.failure)},
                       kRunFailed);
}

void printMetrics(const Run& run, const Metrics& m) {
    const auto ratio = [](double value) { return formatNumber(value, 4); };
    Table table({"measure", "value"});
    table.add({"makespan", seconds(m.makespan)});
    table.add({"tasks committed", std::to_string(m.committed) + " of " + std::to_string(m.tasks)});
    table.add({"attempts (failed)", std::to_string(m.attempts) + " (" + std::to_string(m.failedAttempts) + ")"});
    table.add({"throughput", ratio(m.throughput) + " tasks/s"});
    table.add({"utilisation", ratio(m.utilisation * 100) + " %"});
    table.add({"bytes moved", formatQuantity(m.bytesMoved, Dimension::bytes) + " in " + std::to_string(m.transfers) + " transfers"});
    table.add({"wasted core time", seconds(m.wastedSeconds)});
    const bool measured = run.world == WorldKind::real;
    table.add({measured ? "speed-up over the tasks one by one" : "speed-up over the best single node", ratio(m.speedup)});
    table.add({"efficiency", ratio(m.efficiency)});
    table.add({"critical path (lower bound)", seconds(m.criticalPathSeconds)});
    table.add({"area bound (lower bound)", seconds(m.areaBound)});
    table.add({"schedule length ratio", ratio(m.slr)});
    if (const std::optional<JobTimes> jobs = jobTimes(run)) {
        table.add({"mean wait after release", seconds(jobs->wait)});
        table.add({"mean response time", seconds(jobs->response)});
        table.add({"mean slowdown (bounded)", ratio(jobs->slowdown) + " (" + ratio(jobs->boundedSlowdown) + ")"});
    }
    table.add({"queue: mean, peak ready tasks", ratio(m.meanReady) + ", " + std::to_string(m.peakReady)});
    table.add({"records", std::to_string(run.trace->size())});
    table.print();
}

}  // namespace loom::cli
