#include "core/io/exporter.h"

#include <algorithm>
#include <filesystem>

#include "core/base/nearest.h"
#include "core/io/chrome_trace.h"
#include "core/io/csv.h"
#include "core/io/export_losses.h"
#include "core/io/writers.h"

namespace loom {

namespace {

using enum WorkloadFeature;
constexpr WorkloadFeatures kWfFormat = names | kinds | cores | memory | sharedFiles | inputFiles | unreadFiles;
constexpr WorkloadFeatures kDot = names | byteFractions;
constexpr WorkloadFeatures kGraphMl = names | kinds | cores | memory | accelerators | byteFractions;
constexpr WorkloadFeatures kTaskList = static_cast<WorkloadFeatures>(byteFractions);

Result<Exported> wfformat(const ExportSource& source) {
    return Exported{writeWfFormat(*source.graph, source.name, source.recordedMakespan),
                    workloadLosses(*source.graph, "WfFormat", kWfFormat)};
}
Result<Exported> dot(const ExportSource& source) {
    return Exported{writeDot(*source.graph, source.name), workloadLosses(*source.graph, "DOT", kDot)};
}
Result<Exported> graphml(const ExportSource& source) {
    return Exported{writeGraphMl(*source.graph, source.name), workloadLosses(*source.graph, "GraphML", kGraphMl)};
}
Result<Exported> taskList(const ExportSource& source) {
    return Exported{writeTaskList(*source.graph), workloadLosses(*source.graph, "the task list", kTaskList)};
}
Result<Exported> platformXml(const ExportSource& source) {
    Result<std::string> text = writePlatformXml(*source.platform);
    if (!text) return text.error();
    return Exported{std::move(*text), platformLosses(*source.platform, "SimGrid XML")};
}
Result<Exported> chrome(const ExportSource& source) { return Exported{chromeTrace(*source.run), {}}; }
Result<Exported> paje(const ExportSource& source) { return Exported{writePaje(*source.run), {}}; }
Result<Exported> html(const ExportSource& source) { return Exported{writeReport(*source.run, source.report), {}}; }
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
        {"chrome", "Chrome trace JSON, for Perfetto and chrome://tracing", {"json"}, run, "", chrome},
        {"paje", "Paje trace, for ViTE and pj_dump", {"trace", "paje"}, run, "", paje},
        {"csv", "CSV, one table a file (" + runTableNames() + ")", {"csv"}, run, "", csv},
        {"html", "self-contained HTML report", {"html", "htm"}, run, "", html},
        {"wfformat", "WfFormat 1.5 (WfCommons JSON)", {"json"}, workload, notCarried(kWfFormat), wfformat},
        {"dot", "DOT with SimGrid's size attributes", {"dot", "gv"}, workload, notCarried(kDot), dot},
        {"graphml", "GraphML", {"graphml"}, workload, notCarried(kGraphMl), graphml},
        {"tasklist", "plain task list", {"txt"}, workload, notCarried(kTaskList), taskList},
        {"simgrid", "SimGrid platform XML", {"xml"}, platform, notCarriedOfPlatforms(), platformXml},
    };
    return all;
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
