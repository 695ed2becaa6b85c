#include "app/cli/sweep_report.h"

#include <algorithm>
#include <cstdio>
#include <limits>

#include <nlohmann/json.hpp>

#include "app/cli/input.h"
#include "app/cli/output.h"
#include "app/cli/watched.h"
#include "sim/sweep/interval.h"

namespace loom::cli {

namespace {

using Json = nlohmann::ordered_json;

// Units are unambiguous across dimensions, so the first that reads the text gives its value.
Json valueJson(const std::string& text) {
    if (text == "true" || text == "false") return text == "true";
    for (const Dimension dimension : {Dimension::number, Dimension::time, Dimension::bytes, Dimension::bandwidth, Dimension::speed, Dimension::work})
        if (const Result<double> value = parseQuantity(text, dimension); value)
            return *value < 9e15 && *value == static_cast<double>(static_cast<std::uint64_t>(*value)) ? Json(static_cast<std::uint64_t>(*value)) : Json(*value);
    return text;
}

Json rowJson(const SweepRow& row) {
    Json json;
    for (const Setting& setting : row.settings) json[setting.path] = valueJson(setting.value);
    json["scheduler"] = row.scheduler.text();
    json["network"] = row.network.text();
    json["makespan"] = row.makespans.empty() ? Json() : Json(mean(row.makespans));
    json["ci95"] = halfWidth95(row.makespans);
    json["repeats"] = row.makespans.size();
    json["speedup"] = row.metrics.speedup;
    json["efficiency"] = row.metrics.efficiency;
    json["slr"] = row.metrics.slr;
    json["utilisation"] = row.metrics.utilisation;
    json["throughput"] = row.metrics.throughput;
    json["bytesMoved"] = row.metrics.bytesMoved;
    json["tasks"] = row.metrics.tasks;
    json["attempts"] = row.metrics.attempts;
    json["failedAttempts"] = row.metrics.failedAttempts;
    json["records"] = row.records;
    json["fingerprint"] = row.fingerprint;
    json["cpu"] = row.cpuSeconds;
    if (!row.failure.empty()) json["failure"] = row.failure;
    return json;
}

// RFC 4180: quotes around what holds a comma, a quote or a line end.
std::string csvCell(const Json& value) {
    if (value.is_null()) return "";
    if (!value.is_string()) return value.dump();
    const auto& text = value.get_ref<const std::string&>();
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

void printCsvLine(const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) std::printf("%s%s", i == 0 ? "" : ",", cells[i].c_str());
    std::printf("\n");
}

std::string pointText(const SweepRow& row) {
    const std::string settings = settingsText(row.settings);
    return settings + (settings.empty() ? "" : ", ") + row.scheduler.text() + ", " + row.network.text();
}

}  // namespace

Result<SweepResult> runSweep(const SweepPlan& plan, unsigned threads, const std::string& label) {
    Progress progress;
    const Watched watched(progress, label);
    return sweep(plan, threads, progress);
}

Json rowsJson(const SweepResult& result) {
    Json rows = Json::array();
    for (const SweepRow& row : result.rows) rows.push_back(rowJson(row));
    return rows;
}

void printHeading(const Scenario& scenario, const SweepPlan& plan) {
    const ScenarioFile& file = scenario.file;
    std::string subject = scenario.platform->description();
    if (plan.schedulers.size() < 2) subject = (plan.schedulers.empty() ? file.scheduler : plan.schedulers[0]).text() + " on " + subject;
    if (plan.networks.size() < 2) subject += ", " + (plan.networks.empty() ? file.network : plan.networks[0]).text() + " network";
    std::printf("%s: %s, %s\n\n", file.name.c_str(), subject.c_str(), seedsText(scenario, plan).c_str());
}

std::string seedsText(const Scenario& scenario, const SweepPlan& plan) {
    const std::string first = std::to_string(scenario.file.seed);
    return plan.repeat > 1 ? std::to_string(plan.repeat) + " seeds from " + first : "seed " + first;
}

void printRows(const SweepPlan& plan, const SweepResult& result) {
    double best = std::numeric_limits<double>::infinity();
    for (const SweepRow& row : result.rows)
        if (row.failure.empty()) best = std::min(best, mean(row.makespans));
    std::vector<std::string> heading;
    for (const Axis& axis : plan.axes) heading.push_back(axis.path);
    if (!plan.schedulers.empty()) heading.push_back("scheduler");
    if (plan.networks.size() > 1) heading.push_back("network");
    for (const char* title : {"makespan", "± 95 %", "vs best", "speed-up", "efficiency", "SLR", "utilisation", "moved"}) heading.push_back(title);
    Table table(heading);
    for (const SweepRow& row : result.rows) {
        std::vector<std::string> cells;
        for (const Setting& setting : row.settings) cells.push_back(setting.value);
        if (!plan.schedulers.empty()) cells.push_back(row.scheduler.text());
        if (plan.networks.size() > 1) cells.push_back(row.network.text());
        const double makespan = mean(row.makespans);
        for (const std::string& cell : {row.makespans.empty() ? "-" : seconds(makespan), row.makespans.size() > 1 ? seconds(halfWidth95(row.makespans)) : "-",
                                        row.failure.empty() ? percentDifference(makespan, best) : "failed", formatNumber(row.metrics.speedup, 4),
                                        formatNumber(row.metrics.efficiency, 4), formatNumber(row.metrics.slr, 4),
                                        formatNumber(row.metrics.utilisation * 100, 3) + " %", formatQuantity(row.metrics.bytesMoved, Dimension::bytes)})
            cells.push_back(cell);
        table.add(std::move(cells));
    }
    table.print();
}

void printCsv(const Json& rows) {
    std::vector<std::string> columns;
    for (const Json& row : rows) {
        if (columns.empty()) {
            for (const auto& [key, value] : row.items())
                if (key != "failure") columns.push_back(key);
            columns.push_back("failure");
            std::vector<std::string> heading;
            for (const std::string& column : columns) heading.push_back(csvCell(column));
            printCsvLine(heading);
        }
        std::vector<std::string> cells;
        for (const std::string& column : columns) cells.push_back(row.contains(column) ? csvCell(row[column]) : "");
        printCsvLine(cells);
    }
}

int sweepStatus(const SweepResult& result, const std::string& path) {
    int status = kDone;
    for (const SweepRow& row : result.rows)
        if (!row.failure.empty()) status = reportError(Error{path, pointText(row), "the run failed: " + row.failure}, kRunFailed);
    if (result.cancelled)
        status = reportError(Error{path, {}, "cancelled; " + std::to_string(result.rows.size()) + " of " + std::to_string(result.points) + " points were run"}, kRunFailed);
    return status;
}

Result<std::vector<Spec>> specList(const std::string& option, const std::string& text) {
    std::vector<Spec> specs;
    for (const std::string& part : splitList(text)) {
        const Result<Spec> spec = parseOption(option, part);
        if (!spec) return spec.error();
        specs.push_back(*spec);
    }
    return specs;
}

Result<std::vector<Spec>> networkList(const std::string& option, const std::string& text) {
    return specList(option, text == "all" ? "unshared,fair-share,max-min,max-min[tcp=lv08]" : text);
}

}  // namespace loom::cli
