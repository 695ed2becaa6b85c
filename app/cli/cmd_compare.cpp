#include <cmath>
#include <cstdio>
#include <limits>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/report.h"
#include "app/cli/watched.h"
#include "sim/session.h"

namespace loom::cli {

namespace {

// Student's t for a 95 % interval; beyond 30 degrees of freedom the normal's 1.96 is within 4 %.
double student95(std::size_t degrees) {
    static constexpr double kTable[] = {12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
                                        2.201,  2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
                                        2.080,  2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042};
    return degrees == 0 ? 0 : degrees <= std::size(kTable) ? kTable[degrees - 1] : 1.96;
}

struct Row {
    Spec scheduler;
    std::vector<double> makespans;
    Metrics metrics;      // of the first seed
    std::string problem;  // not empty: why it did not finish
};

double mean(const std::vector<double>& values) {
    double sum = 0;
    for (const double v : values) sum += v;
    return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

double halfWidth95(const std::vector<double>& values) {
    if (values.size() < 2) return 0;
    const double centre = mean(values);
    double squares = 0;
    for (const double v : values) squares += (v - centre) * (v - centre);
    const auto n = static_cast<double>(values.size());
    return student95(values.size() - 1) * std::sqrt(squares / (n - 1) / n);
}

// Splits at commas outside brackets.
std::vector<std::string> splitSpecs(const std::string& text) {
    std::vector<std::string> parts(1);
    int depth = 0;
    for (const char c : text) {
        depth += c == '[' ? 1 : c == ']' ? -1 : 0;
        if (c == ',' && depth == 0)
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

Result<Row> compareOne(const ScenarioFile& base, const Spec& scheduler, unsigned repeat, RunControl& control) {
    Row row{scheduler, {}, {}, {}};
    for (unsigned i = 0; i < repeat && !control.progress.cancelled(); ++i) {
        ScenarioFile file = base;
        file.scheduler = scheduler;
        file.seed = base.seed + i;
        const Result<ScenarioPtr> scenario = resolveScenario(std::move(file));
        if (!scenario) return scenario.error();
        const Result<RunPtr> run = simulate(*scenario, control);
        if (!run) return run.error();
        if ((*run)->outcome != Outcome::finished) row.problem = (*run)->failure;
        const Metrics metrics = computeMetrics(**run);
        if (i == 0) row.metrics = metrics;
        row.makespans.push_back(metrics.makespan);
    }
    return row;
}

nlohmann::ordered_json rowJson(const Row& row) {
    nlohmann::ordered_json json;
    json["scheduler"] = row.scheduler.text();
    json["makespan"] = mean(row.makespans);
    json["ci95"] = halfWidth95(row.makespans);
    json["repeats"] = row.makespans.size();
    json["speedup"] = row.metrics.speedup;
    json["efficiency"] = row.metrics.efficiency;
    json["slr"] = row.metrics.slr;
    json["utilisation"] = row.metrics.utilisation;
    json["bytesMoved"] = row.metrics.bytesMoved;
    json["attempts"] = row.metrics.attempts;
    if (!row.problem.empty()) json["failure"] = row.problem;
    return json;
}

}  // namespace

int compare(const CompareOptions& options) {
    const Result<ScenarioPtr> scenario = loadScenario(options.input, options.overrides);
    if (!scenario) return reportError(scenario.error());
    std::vector<Row> rows;
    RunControl control;
    for (const std::string& text : splitSpecs(options.schedulers)) {
        const Result<Spec> spec = parseOption("--schedulers", text);
        if (!spec) return reportError(spec.error());
        Result<Row> row = [&] {
            const Watched watched(control, spec->text());
            return compareOne((*scenario)->file, *spec, options.repeat, control);
        }();
        if (!row) return reportError(row.error().in(options.input));
        if (control.progress.cancelled())
            return reportError(Error{options.input, {}, "the comparison was cancelled"}, kRunFailed);
        rows.push_back(std::move(*row));
    }
    double best = std::numeric_limits<double>::infinity();
    int status = kDone;
    for (const Row& row : rows) {
        if (row.problem.empty()) best = std::min(best, mean(row.makespans));
        if (!row.problem.empty())
            status = reportError(Error{options.input, row.scheduler.text(), "the run failed: " + row.problem}, kRunFailed);
    }
    if (options.json) {
        nlohmann::ordered_json json;
        json["scenario"] = (*scenario)->file.name;
        json["rows"] = nlohmann::ordered_json::array();
        for (const Row& row : rows) json["rows"].push_back(rowJson(row));
        printJson(json);
        return status;
    }
    Table table({"scheduler", "makespan", "± 95 %", "vs best", "speed-up", "efficiency", "SLR", "utilisation", "moved"});
    for (const Row& row : rows) {
        const double makespan = mean(row.makespans);
        table.add({row.scheduler.text(), seconds(makespan), row.makespans.size() > 1 ? seconds(halfWidth95(row.makespans)) : "-",
                   row.problem.empty() ? percentDifference(makespan, best) : "failed", formatNumber(row.metrics.speedup, 4),
                   formatNumber(row.metrics.efficiency, 4), formatNumber(row.metrics.slr, 4),
                   formatNumber(row.metrics.utilisation * 100, 3) + " %",
                   formatQuantity(row.metrics.bytesMoved, Dimension::bytes)});
    }
    table.print();
    return status;
}

}  // namespace loom::cli
