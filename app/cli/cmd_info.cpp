#include <cmath>
#include <cstdio>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/recorded_report.h"
#include "core/graph/graph_summary.h"
#include "core/io/importer.h"
#include "core/scenario/input_kind.h"
#include "core/scenario/models_in_use.h"

namespace loom::cli {

namespace {

// Facts of a workload, from a workload file or from a scenario.
struct WorkloadFacts {
    std::string kind, format;
    GraphSummary summary;
    std::uint64_t files = 0, bytes = 0;
    std::optional<double> recordedMakespan;
    std::shared_ptr<const RecordedRun> recorded;
    ImportReport report;
    std::vector<std::string> warnings;
    UnknownValues unknown;                                // of workload files
    std::vector<std::pair<std::string, double>> special;  // what only their format has
    ScenarioPtr scenario;                                 // set for scenario files
};

Result<WorkloadFacts> gatherWorkload(const std::string& path, const Assumptions& assume) {
    Result<ImportedWorkload> imported = importWorkload(path, assume);
    if (!imported) return imported.error();
    WorkloadFacts facts{"workload", imported->format, summarise(*imported->graph), imported->fileCount, imported->fileBytes,
                        imported->recordedMakespan(), {}, {}, {}, imported->unknown, {}, {}};
    facts.recorded = std::move(imported->recorded);
    facts.report = std::move(imported->report);
    facts.warnings = std::move(imported->warnings);
    facts.special = std::move(imported->facts);
    return facts;
}

Result<WorkloadFacts> gather(const std::string& path, const std::vector<std::string>& assume) {
    Result<ScenarioFile> file = loadScenarioFile(path);
    if (!file) return file.error().in(path);
    if (const Status assumed = applyAssumptions(assume, *file); !assumed) return assumed.error();
    if (isWorkloadAlone(*file, path)) return gatherWorkload(path, std::get<FileReference>(file->workload).assume);
    const Result<ScenarioPtr> scenario = resolveScenario(*file);
    if (!scenario) return scenario.error().in(path);
    const GraphSummary summary = summarise(*(*scenario)->graph);
    WorkloadFacts facts{"scenario", "clusterloom 1", summary, summary.files, static_cast<std::uint64_t>(summary.bytes),
                        (*scenario)->recordedMakespan, {}, {}, {}, {}, {}, *scenario};
    facts.recorded = (*scenario)->recorded;
    facts.report = (*scenario)->report;
    facts.warnings = (*scenario)->warnings;
    return facts;
}

// Counts without a point, so that they read as counts.
nlohmann::ordered_json plainNumber(double value) {
    if (value >= 0 && value < 9e15 && value == std::floor(value)) return static_cast<std::uint64_t>(value);
    return value;
}

nlohmann::ordered_json factsJson(const WorkloadFacts& facts) {
    nlohmann::ordered_json json;
    json["kind"] = facts.kind;
    json["format"] = facts.format;
    json["tasks"] = facts.summary.tasks;
    json["edges"] = facts.summary.edges;
    json["files"] = facts.files;
    json["bytes"] = facts.bytes;
    json["runtimeSum"] = facts.summary.runtimeSum;
    json["criticalPath"] = facts.summary.criticalPath;
    json["levels"] = facts.summary.levels;
    json["maxLevelWidth"] = facts.summary.maxLevelWidth;
    for (const auto& [name, value] : facts.special) json[name] = plainNumber(value);
    if (facts.recordedMakespan) json["recordedMakespan"] = *facts.recordedMakespan;
    if (facts.recorded) json["recorded"] = recordedJson(*facts.recorded, {});
    if (!facts.scenario)
        json["unknown"] = {{"runtimes", facts.unknown.runtimes}, {"sizes", facts.unknown.sizes}, {"cores", facts.unknown.cores}};
    if (facts.scenario) {
        const Platform& platform = *facts.scenario->platform;
        json["name"] = facts.scenario->file.name;
        json["scheduler"] = facts.scenario->file.scheduler.text();
        json["network"] = facts.scenario->file.network.text();
        if (facts.scenario->file.compute != ScenarioFile{}.compute) json["compute"] = facts.scenario->file.compute.text();
        json["models"] = modelsInUse(*facts.scenario);
        json["platform"] = platform.description();
        json["nodes"] = platform.nodeCount();
        json["cores"] = platform.totalCores();
        json["links"] = platform.linkCount();
    }
    if (!facts.scenario || !facts.report.empty()) json["report"] = reportJson(facts.report);
    json["warnings"] = facts.warnings;
    return json;
}

int infoOfPlatform(const std::string& word, const std::string& format, bool json) {
    const Result<Platform> platform = loadPlatform(word);
    if (!platform) return reportError(platform.error());
    for (const std::string& warning : platform->warnings()) reportWarning(word + ": " + warning);
    std::size_t hosts = 0;
    double speed = 0;
    for (std::size_t n = 0; n < platform->nodeCount(); ++n) {
        const NodeInfo& node = platform->node(NodeId(n));
        hosts += node.cores > 0 ? 1 : 0;
        speed += node.speed * node.cores;
    }
    if (json) {
        nlohmann::ordered_json facts{{"kind", "platform"}, {"format", format}, {"hosts", hosts}};
        facts["cores"] = platform->totalCores();
        facts["links"] = platform->linkCount();
        facts["speed"] = speed;
        facts["storage"] = platform->storage().valid() ? nlohmann::ordered_json(platform->node(platform->storage()).name)
                                                       : nlohmann::ordered_json();
        facts["description"] = platform->description();
        facts["warnings"] = platform->warnings();
        printJson(facts);
        return kDone;
    }
    Table table({"platform", platform->description()});
    table.add({"format", format});
    table.add({"computing nodes", std::to_string(hosts)});
    table.add({"cores", std::to_string(platform->totalCores())});
    table.add({"links (directions)", std::to_string(platform->linkCount())});
    table.add({"speed of all cores", formatQuantity(speed, Dimension::speed)});
    if (platform->storage().valid()) table.add({"storage node", platform->node(platform->storage()).name});
    table.print();
    return kDone;
}

}  // namespace

int info(const std::string& path, const std::vector<std::string>& assume, bool json) {
    if (const std::string format = platformFormat(path); !format.empty()) return infoOfPlatform(path, format, json);
    const Result<WorkloadFacts> facts = gather(path, assume);
    if (!facts) return reportError(facts.error());
    for (const std::string& warning : facts->warnings) reportWarning(path + ": " + warning);
    if (json) {
        printJson(factsJson(*facts));
        return kDone;
    }
    Table table({facts->kind, facts->format});
    table.add({"tasks", std::to_string(facts->summary.tasks)});
    table.add({"edges", std::to_string(facts->summary.edges)});
    table.add({"files", std::to_string(facts->files)});
    table.add({"bytes", formatQuantity(static_cast<double>(facts->bytes), Dimension::bytes)});
    table.add({"sum of runtimes", seconds(facts->summary.runtimeSum)});
    table.add({"critical path", seconds(facts->summary.criticalPath)});
    table.add({"levels", std::to_string(facts->summary.levels)});
    table.add({"widest level", std::to_string(facts->summary.maxLevelWidth)});
    for (const auto& [name, value] : facts->special) table.add({name, formatNumber(value, 9)});
    if (facts->recordedMakespan) addRecordedRows(table, facts->recorded.get(), *facts->recordedMakespan, {});
    if (facts->scenario) {
        table.add({"platform", facts->scenario->platform->description()});
        table.add({"scheduler", facts->scenario->file.scheduler.text()});
        table.add({"network", facts->scenario->file.network.text()});
        for (const std::string& model : modelsInUse(*facts->scenario)) table.add({"model", model});
    }
    table.print();
    printReport(facts->report);
    return kDone;
}

}  // namespace loom::cli
