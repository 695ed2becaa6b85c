#include <algorithm>
#include <filesystem>
#include <variant>

#include "core/base/file.h"
#include "core/base/units.h"
#include "core/io/run_file.h"
#include "core/io/run_file_parts.h"
#include "core/io/run_file_records.h"
#include "core/scenario/inline_form.h"
#include "core/trace/words.h"

namespace loom {

namespace {

// Whether the text makes the scenario's graph and platform again, number for number.
Status remakes(const std::string& text, const Scenario& scenario) {
    Result<ScenarioFile> file = parseScenario(text, "");
    if (!file) return file.error();
    const Result<ScenarioPtr> again = resolveScenario(std::move(*file));
    if (!again) return again.error();
    if (workloadHash(*(*again)->graph) != workloadHash(*scenario.graph)) return failure("its workload has no text form");
    if (platformHash(*(*again)->platform) != platformHash(*scenario.platform)) return failure("its platform has no text form");
    return Done{};
}

// The scenario as text that needs no other file. What it names by file is written inline as it was resolved; what stands
// in it otherwise stays as written, unless it no longer makes what ran.
Result<std::string> standingAlone(const Scenario& scenario, const std::string& folder) {
    ScenarioFile file = seenFrom(scenario.file, folder);
    if (std::holds_alternative<FileReference>(file.workload))
        file.workload = inlineWorkload(*scenario.graph, scenario.platform.get());
    if (std::holds_alternative<FileReference>(file.platform)) file.platform = inlinePlatform(*scenario.platform);
    std::string text = formatScenario(file);
    if (remakes(text, scenario)) return text;
    file.workload = inlineWorkload(*scenario.graph, scenario.platform.get());
    file.platform = inlinePlatform(*scenario.platform);
    text = formatScenario(file);
    if (const Status same = remakes(text, scenario); !same)
        return failure("the scenario cannot be stored in the run: " + same.error().text());
    return text;
}

Result<RunParts> partsOf(const Run& run, const std::string& path) {
    const Trace& trace = *run.trace;
    if (trace.empty() || trace[trace.size() - 1].kind != RecordKind::runEnd)
        return failure("a run can be saved once it has ended");
    Result<std::string> scenario = standingAlone(*run.scenario, std::filesystem::path(path).parent_path().string());
    if (!scenario) return scenario.error();
    RunParts parts;
    parts.scenario = std::move(*scenario);
    parts.warnings = run.scenario->warnings;
    parts.plan = run.plan;
    parts.meta = {{"world", run.world == WorldKind::real ? "real" : "simulated"},
                  {"outcome", outcomeWord(run.outcome)},
                  {"failure", run.failure},
                  {"wallSeconds", exactNumber(run.wallSeconds)},
                  {"records", std::to_string(trace.size())},
                  {"fingerprint", fingerprint(trace)},
                  {"workloadHash", workloadHash(*run.scenario->graph)},
                  {"platformHash", platformHash(*run.scenario->platform)}};
    if (run.search) {
        parts.incumbents = run.search->incumbents;
        parts.meta.emplace_back("searchEvaluations", std::to_string(run.search->evaluations));
        parts.meta.emplace_back("searchBound", std::to_string(run.search->bound.nanoseconds()));
    }
    if (run.scenario->recordedMakespan) parts.meta.emplace_back("recordedMakespan", exactNumber(*run.scenario->recordedMakespan));
    std::sort(parts.meta.begin(), parts.meta.end());
    return parts;
}

Status writeTexts(SqliteFile& file, const std::string& sql, const std::vector<std::string>& texts) {
    Result<SqliteStatement> row = file.prepare(sql);
    if (!row) return row.error();
    for (const std::string& text : texts)
        if (Status status = row->text(text).insert(); !status) return status;
    return Done{};
}

Status writeParts(SqliteFile& file, const RunParts& parts) {
    if (Status status = writeTexts(file, "INSERT INTO scenario VALUES(?)", {parts.scenario}); !status) return status;
    if (Status status = writeTexts(file, "INSERT INTO warnings(text) VALUES(?)", parts.warnings); !status) return status;
    Result<SqliteStatement> meta = file.prepare("INSERT INTO meta VALUES(?, ?)");
    if (!meta) return meta.error();
    for (const auto& [key, value] : parts.meta)
        if (Status status = meta->text(key).text(value).insert(); !status) return status;
    const std::string sum = checksum(parts);
    if (Status status = meta->text("checksum").text(sum).insert(); !status) return status;
    Result<SqliteStatement> plan = file.prepare("INSERT INTO plan(task, node, start, finish) VALUES(?, ?, ?, ?)");
    if (!plan) return plan.error();
    for (const Placement& p : parts.plan) {
        plan->integer(p.task.value).integer(p.node.value).integer(p.start.nanoseconds()).integer(p.finish.nanoseconds());
        if (Status status = plan->insert(); !status) return status;
    }
    return Done{};
}

// `bound` stands in every row, so that whoever reads the table has the gap beside each incumbent.
Status writeIncumbents(SqliteFile& file, const SearchReport& search) {
    Result<SqliteStatement> row = file.prepare("INSERT INTO incumbents(evaluations, makespan, bound) VALUES(?, ?, ?)");
    if (!row) return row.error();
    for (const SearchReport::Incumbent& found : search.incumbents) {
        row->integer(static_cast<std::int64_t>(found.evaluations)).integer(found.makespan.nanoseconds());
        if (Status status = row->integer(search.bound.nanoseconds()).insert(); !status) return status;
    }
    return Done{};
}

Status writeRun(const std::string& path, const RunParts& parts, const Run& run) {
    Result<SqliteFile> file = SqliteFile::create(path);
    if (!file) return file.error();
    std::string begin = "PRAGMA application_id = " + std::to_string(kRunFileId) +
                        "; PRAGMA user_version = " + std::to_string(kRunFileVersion) + "; BEGIN; ";
    for (const RunTable& table : runTables(kRunFileVersion)) begin += table.sql + "; ";
    if (Status status = file->run(begin); !status) return status;
    if (Status status = writeParts(*file, parts); !status) return status;
    if (run.search)
        if (Status status = writeIncumbents(*file, *run.search); !status) return status;
    if (Status status = writeRecords(*file, run); !status) return status;
    if (Status status = writeReadableTables(*file, run); !status) return status;
    return file->run("COMMIT");
}

}  // namespace

Status saveRun(const Run& run, const std::string& path) {
    const Result<RunParts> parts = partsOf(run, path);
    if (!parts) return parts.error().in(path);
    Result<ReplacementFile> file = ReplacementFile::beside(path);
    if (!file) return file.error();
    if (const Status status = writeRun(file->path(), *parts, run); !status)
        return Error{path, {}, "cannot be written: " + status.error().text()};
    return file->commit();
}

}  // namespace loom
