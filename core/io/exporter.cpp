#include "core/io/exporter.h"

#include <algorithm>
#include <filesystem>

#include "core/base/file.h"
#include "core/base/nearest.h"
#include "core/io/chrome_trace.h"
#include "core/io/csv.h"
#include "core/io/export_losses.h"
#include "core/io/run_file.h"
#include "core/io/writers.h"
#include "core/trace/metrics.h"

namespace loom {

namespace {

using enum WorkloadFeature;
constexpr WorkloadFeatures kWfFormat = names | kinds | cores | memory | sharedFiles | inputFiles | unreadFiles;
constexpr WorkloadFeatures kDot = names | byteFractions;
constexpr WorkloadFeatures kGraphMl = names | kinds | cores | memory | accelerators | byteFractions;
constexpr WorkloadFeatures kTaskList = static_cast<WorkloadFeatures>(byteFractions);

std::vector<std::string> wfformatLosses(const ExportSource& s) { return workloadLosses(*s.graph, "WfFormat", kWfFormat); }
std::vector<std::string> dotLosses(const ExportSource& s) { return workloadLosses(*s.graph, "DOT", kDot); }
std::vector<std::string> graphmlLosses(const ExportSource& s) { return workloadLosses(*s.graph, "GraphML", kGraphMl); }
std::vector<std::string> taskListLosses(const ExportSource& s) { return workloadLosses(*s.graph, "the task list", kTaskList); }
std::vector<std::string> platformXmlLosses(const ExportSource& s) { return platformLosses(*s.platform, "SimGrid XML"); }

Result<Exported> wfformat(const ExportSource& source) {
    return Exported{writeWfFormat(*source.graph, source.name, source.recordedMakespan), wfformatLosses(source)};
}
Result<Exported> dot(const ExportSource& source) { return Exported{writeDot(*source.graph, source.name), dotLosses(source)}; }
Result<Exported> graphml(const ExportSource& source) {
    return Exported{writeGraphMl(*source.graph, source.name), graphmlLosses(source)};
}
Result<Exported> taskList(const ExportSource& source) { return Exported{writeTaskList(*source.graph), taskListLosses(source)}; }
Result<Exported> platformXml(const ExportSource& source) {
    Result<std::string> text = writePlatformXml(*source.platform);
    if (!text) return text.error();
    return Exported{std::move(*text), platformXmlLosses(source)};
}
Result<Exported> chrome(const ExportSource& source) { return Exported{chromeTrace(*source.run), {}}; }
Result<Exported> paje(const ExportSource& source) { return Exported{writePaje(*source.run), {}}; }
Result<Exported> html(const ExportSource& source) { return Exported{writeReport(*source.run, source.report), {}}; }
Status savedRun(const ExportSource& source, const std::string& path, Progress&) { return saveRun(*source.run, path); }
Status tables(const ExportSource& source, const std::string& path, Progress& progress) {
    return writeCsvFolder(*source.run, path, progress);
}
Result<Exported> csv(const ExportSource& source) {
    const RunTableDef* table = findRunTable(source.table);
    if (table == nullptr)
        return failure(source.table.empty() ? "a CSV file holds one table, and none was named; the tables: " + runTableNames()
                                            : "no table is called '" + source.table + "'; the tables: " + runTableNames());
    Result<std::string> text = csvTable(*source.run, *table);
    if (!text) return text.error();
    return Exported{std::move(*text), {}};
}

std::string extensionOf(const std::string& path) {
    const std::string extension = std::filesystem::path(path).extension().string();
    return extension.empty() ? "" : extension.substr(1);
}

const char* wordOf(ExportSubject subject) {
    switch (subject) {
        case ExportSubject::workload: return "a workload";
        case ExportSubject::platform: return "a platform";
        case ExportSubject::run: return "a saved run";
    }
    return "";
}

}  // namespace

bool ExportSource::has(ExportSubject subject) const {
    switch (subject) {
        case ExportSubject::workload: return graph != nullptr;
        case ExportSubject::platform: return platform != nullptr;
        case ExportSubject::run: return run != nullptr;
    }
    return false;
}

std::span<const Exporter> exporters() {
    using enum ExportSubject;
    static const std::vector<Exporter> all{
        {"loom", "saved run of Clusterloom, to be opened again", {"loom"}, run, "", nullptr, nullptr, savedRun},
        {"html", "self-contained HTML report", {"html", "htm"}, run, "single events, long tables beyond their first rows", html},
        {"chrome", "Chrome trace JSON, for Perfetto and chrome://tracing", {"json"}, run,
         "decisions, links beyond the eight busiest, lanes beyond 256", chrome},
        {"paje", "Paje trace, for ViTE and pj_dump", {"trace", "paje"}, run, "decisions, links, lanes beyond 256", paje},
        {"csv", "CSV, one table a file (" + runTableNames() + ")", {"csv"}, run, "the other tables, the scenario", csv},
        {"tables", "CSV, all tables in a folder", {}, run, "the scenario", nullptr, nullptr, tables, true},
        {"wfformat", "WfFormat 1.5 (WfCommons JSON)", {"json"}, workload, notCarried(kWfFormat), wfformat, wfformatLosses},
        {"dot", "DOT with SimGrid's size attributes", {"dot", "gv"}, workload, notCarried(kDot), dot, dotLosses},
        {"graphml", "GraphML", {"graphml"}, workload, notCarried(kGraphMl), graphml, graphmlLosses},
        {"tasklist", "plain task list", {"txt"}, workload, notCarried(kTaskList), taskList, taskListLosses},
        {"simgrid", "SimGrid platform XML", {"xml"}, platform, notCarriedOfPlatforms(), platformXml, platformXmlLosses},
    };
    return all;
}

ExportSource exportSource(const RunPtr& run) {
    ExportSource source = exportSource(*run->scenario);
    source.run = run;
    source.recordedMakespan = computeMetrics(*run).makespan;
    return source;
}

ExportSource exportSource(const Scenario& scenario) {
    ExportSource source;
    source.name = scenario.file.name;
    source.graph = scenario.graph;
    source.platform = scenario.platform;
    source.recordedMakespan = scenario.recordedMakespan.value_or(0);
    return source;
}

Result<std::vector<std::string>> exportTo(const Exporter& exporter, const ExportSource& source, const std::string& path,
                                          Progress& progress) {
    const Error stopped{path, {}, "not written: it was cancelled"};
    if (progress.cancelled()) return stopped;
    if (exporter.save != nullptr) {
        if (const Status saved = exporter.save(source, path, progress); !saved) return saved.error().in(path);
        return exporter.losses == nullptr ? std::vector<std::string>{} : exporter.losses(source);
    }
    Result<Exported> exported = exporter.write(source);
    if (!exported) return exported.error().in(path);
    if (progress.cancelled()) return stopped;
    if (const Status written = writeFileAtomically(path, exported->text); !written) return written.error();
    return std::move(exported->warnings);
}

Result<const Exporter*> chooseExporter(const ExportSource& source, const std::string& path, const std::string& format) {
    const std::string extension = extensionOf(path);
    std::vector<std::string> known;
    for (const Exporter& exporter : exporters()) {
        const auto& own = exporter.extensions;
        const bool meant = format.empty() ? std::find(own.begin(), own.end(), extension) != own.end() : exporter.name == format;
        if (meant && source.has(exporter.subject)) return &exporter;
        if (meant && !format.empty())
            return failure("format " + format + " is written of " + wordOf(exporter.subject) + ", and the input has none");
        if (source.has(exporter.subject)) known.push_back(exporter.name);
    }
    if (!format.empty()) return failure(unknownWord("format", format, known));
    std::string list;
    for (const std::string& name : known) list += (list.empty() ? "" : ", ") + name;
    return failure("the extension '" + extension + "' names no format this input can be written in; say it with --to: " + list);
}

}  // namespace loom
