// convert: a workload, a platform or a saved run for other programs.
#include <cstdio>
#include <filesystem>
#include <utility>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "core/io/exporter.h"
#include "core/io/run_file.h"
#include "core/io/run_tables.h"
#include "core/scenario/input_kind.h"

namespace loom::cli {

namespace {

namespace fs = std::filesystem;

Result<ExportSource> sourceOf(const std::string& input) {
    ExportSource source;
    source.name = fs::path(input).stem().string();
    if (looksLikeRun(input)) {
        Result<RunPtr> run = loadRun(input);
        if (!run) return run.error();
        const std::string name = std::exchange(source, exportSource(*run)).name;
        if (source.name.empty()) source.name = name;
        return source;
    }
    if (!platformFormat(input).empty()) {
        Result<Platform> platform = loadPlatform(input);
        if (!platform) return platform.error();
        for (const std::string& warning : platform->warnings()) reportWarning(input + ": " + warning);
        source.platform = std::make_shared<const Platform>(std::move(*platform));
        return source;
    }
    const Result<ScenarioPtr> scenario = loadScenario(input, {});
    if (!scenario) return scenario.error();
    const std::string name = std::exchange(source, exportSource(**scenario)).name;
    if (source.name.empty()) source.name = name;
    if (isWorkloadAlone((*scenario)->file, input)) source.platform = nullptr;
    return source;
}

// All tables go into a folder: one that is there, or a name without extension.
bool meansFolder(const ConvertOptions& options) {
    if (!options.table.empty() || (!options.format.empty() && options.format != "csv")) return false;
    std::error_code failed;
    if (fs::is_directory(options.output, failed)) return true;
    return options.format == "csv" && fs::path(options.output).extension().empty();
}

int say(const ConvertOptions& options, const std::string& format, const std::string& title, const std::vector<std::string>& files,
        const std::vector<std::string>& warnings) {
    for (const std::string& warning : warnings) reportWarning(options.input + ": " + warning);
    if (options.json) {
        printJson({{"input", options.input}, {"format", format}, {"files", files}, {"warnings", warnings}});
        return kDone;
    }
    for (const std::string& file : files) std::printf("%s: %s\n", file.c_str(), title.c_str());
    return kDone;
}

std::vector<std::string> filesOf(const Exporter& exporter, const std::string& output) {
    if (!exporter.folder) return {output};
    std::vector<std::string> files;
    for (const RunTableDef& table : runTableDefs()) files.push_back((fs::path(output) / (std::string(table.name) + ".csv")).string());
    return files;
}

}  // namespace

std::string formatsHelp() {
    std::string help = "Formats:\n";
    for (const Exporter& exporter : exporters()) {
        std::string line = "  " + exporter.name;
        line.resize(13, ' ');
        for (const std::string& extension : exporter.extensions) line += "." + extension + " ";
        line.resize(std::max<std::size_t>(line.size(), 28), ' ');
        help += line + (exporter.subject == ExportSubject::run ? "run       " : exporter.subject == ExportSubject::workload ? "workload  " : "platform  ") +
                exporter.title + (exporter.loses.empty() ? "" : "\n" + std::string(38, ' ') + "leaves out: " + exporter.loses) + "\n";
    }
    return help;
}

int convert(const ConvertOptions& options) {
    Result<ExportSource> source = sourceOf(options.input);
    if (!source) return reportError(source.error().in(options.input));
    source->table = options.table;
    const Result<ReportLanguage> language = parseReportLanguage(options.language);
    if (!language) return reportError(language.error());
    source->report = {*language, LOOM_VERSION, options.command};
    std::string format = options.format.empty() && !options.table.empty() ? "csv" : options.format;
    if (source->run != nullptr && meansFolder(options)) format = "tables";
    const Result<const Exporter*> exporter = chooseExporter(*source, options.output, format);
    if (!exporter) return reportError(exporter.error().in(options.output));
    Progress progress;
    const Result<std::vector<std::string>> warnings = exportTo(**exporter, *source, options.output, progress);
    if (!warnings) return reportError(warnings.error());
    return say(options, (*exporter)->name, (*exporter)->title, filesOf(**exporter, options.output), *warnings);
}

}  // namespace loom::cli
