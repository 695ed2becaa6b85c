// What can be written for other programs, and by which name: one table for the command line's `convert`, its help and the
// desktop's export dialog.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/io/report.h"
#include "core/trace/run.h"

namespace loom {

enum class ExportSubject : std::uint8_t { workload, platform, run };

// What there is to write. A run brings its workload and platform, a scenario both, a workload file only a workload.
struct ExportSource {
    std::string name;
    std::shared_ptr<const TaskGraph> graph;
    std::shared_ptr<const Platform> platform;
    RunPtr run;
    double recordedMakespan = 0;  // s, of the run or of an imported trace; 0: none
    std::string table;            // of a run, for `csv`
    ReportOptions report;
    [[nodiscard]] bool has(ExportSubject subject) const;
};
// Of a whole run: what is written of its workload is an execution, with its makespan. Reads the run: linear in its records.
ExportSource exportSource(const RunPtr& run);
// Of what went in, with the makespan its file records.
ExportSource exportSource(const Scenario& scenario);

struct Exported {
    std::string text;
    std::vector<std::string> warnings;  // what the format does not carry, a sentence each
};

// One format. To add one: a writer in writers.h, a row in exporter.cpp, tests in tests/core/io.
struct Exporter {
    std::string name;                     // "wfformat"
    std::string title;                    // "WfFormat 1.5 (WfCommons JSON)"
    std::vector<std::string> extensions;  // without dot
    ExportSubject subject;
    std::string loses;  // "cores, memory"; empty: nothing
    // Of a source that has the subject. Null where the format is more than a text.
    Result<Exported> (*write)(const ExportSource& source);
    // What of this very source is left out, a sentence each; null where that is the same for all.
    std::vector<std::string> (*losses)(const ExportSource& source) = nullptr;
    // Where the format is more than a text.
    Status (*save)(const ExportSource& source, const std::string& path, Progress& progress) = nullptr;
    bool folder = false;  // it is written as a folder of files
};
std::span<const Exporter> exporters();

// Writes `source` to `path` whole or not at all; the sentences tell what was left out. A cancelled one fails and leaves what
// was there before. Any thread.
Result<std::vector<std::string>> exportTo(const Exporter& exporter, const ExportSource& source, const std::string& path,
                                          Progress& progress);

// By name if `format` is not empty, else by the extension of `path`: a run's formats first if the source has a run, then
// those of workloads, then those of platforms. Errors list what fits.
Result<const Exporter*> chooseExporter(const ExportSource& source, const std::string& path, const std::string& format);

}  // namespace loom
