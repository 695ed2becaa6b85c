#include <cstdio>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/kept_files.h"
#include "app/cli/output.h"
#include "app/cli/report.h"
#include "app/cli/watched.h"
#include "sim/session.h"

namespace loom::cli {

namespace {

Result<ScenarioPtr> realScenario(const RealOptions& options) {
    Result<ScenarioPtr> scenario = loadScenario(options.input, options.overrides);
    if (!scenario) return scenario;
    ScenarioFile file = (*scenario)->file;
    if (options.workers > 0) file.real.workers = options.workers;
    if (!options.images.empty()) file.real.images = options.images;
    if (!options.kernel.empty()) {
        const Result<Spec> spec = parseOption("--kernel", options.kernel);
        if (!spec) return spec.error();
        file.real.kernel = *spec;
    }
    return resolveScenario(std::move(file));
}

nlohmann::ordered_json reportJson(const RealReport& report, const Metrics& metrics, bool answers) {
    const Scenario& scenario = *report.run->scenario;
    nlohmann::ordered_json json;
    json["scenario"] = scenario.file.name;
    json["scheduler"] = scenario.file.scheduler.text();
    json["kernel"] = scenario.file.real.kernel.text();
    json["workers"] = scenario.platform->totalCores();
    json["outcome"] = outcomeName(report.run->outcome);
    json["makespan"] = report.measuredMakespan;
    json["predicted"] = report.predictedMakespan;
    json["error"] = report.relativeError;
    json["overhead"] = report.overheadSeconds;
    json["tasks"] = metrics.tasks;
    json["records"] = report.run->trace->size();
    json["fingerprint"] = fingerprint(*report.run->trace);
    json["wall"] = report.run->wallSeconds;
    json["peakMemory"] = peakMemoryBytes();
    json["items"] = report.results.answers.size();
    json["itemsPerSecond"] = report.measuredMakespan > 0 ? static_cast<double>(report.results.answers.size()) / report.measuredMakespan : 0.0;
    json["duplicates"] = report.results.duplicates;
    json["summary"] = report.results.summary;
    json["labels"] = nlohmann::ordered_json::object();
    for (std::size_t label = 0; label < report.results.labelCounts.size(); ++label) {
        const bool named = label < report.results.labelNames.size();
        json["labels"][named ? report.results.labelNames[label] : std::to_string(label)] = report.results.labelCounts[label];
    }
    json["taskTimes"] = nlohmann::ordered_json::object();
    for (std::size_t t = 0; t < report.taskSeconds.size(); ++t) json["taskTimes"][std::string(scenario.graph->name(TaskId(t)))] = report.taskSeconds[t];
    json["metrics"] = metricsJson(*report.run, metrics);
    json["notes"] = report.notes;
    if (!answers) return json;
    json["answers"] = nlohmann::ordered_json::array();
    for (const ItemAnswer& a : report.results.answers)
        json["answers"].push_back({{"item", a.item}, {"label", a.label}, {"truth", a.truth}, {"score", a.score}});
    return json;
}

void printReport(const RealReport& report, const Metrics& metrics) {
    for (const std::string& text : report.notes) std::printf("%s\n", text.c_str());
    std::printf("\n");
    Table table({"answer", "makespan", "difference"});
    table.add({"measured", seconds(report.measuredMakespan), ""});
    table.add({"predicted from measured task times", seconds(report.predictedMakespan), percentDifference(report.predictedMakespan, report.measuredMakespan)});
    table.print();
    std::printf("\n");
    printMetrics(*report.run, metrics);
    std::printf("overhead per task: %s\n", seconds(report.overheadSeconds).c_str());
    if (report.results.answers.empty()) return;
    std::printf("%s: %s items/s\n", report.results.summary.c_str(),
                formatNumber(static_cast<double>(report.results.answers.size()) / report.measuredMakespan, 4).c_str());
}

}  // namespace

int real(const RealOptions& options) {
    const Result<ScenarioPtr> scenario = realScenario(options);
    if (!scenario) return reportError(scenario.error().in(options.input));
    RunControl control;
    Result<RealReport> report = [&] {
        const Watched watched(control.progress, "running for real");
        return runReal(*scenario, control);
    }();
    if (!report) return reportError(report.error().in(options.input));
    const Metrics metrics = computeMetrics(*report->run);
    if (const Status kept = keep(*report->run, options.kept); !kept) return reportError(kept.error());
    if (options.json) printJson(reportJson(*report, metrics, options.answers));
    else printReport(*report, metrics);
    return runStatus(*report->run, options.input);
}

}  // namespace loom::cli
