#include <cstdio>
#include <utility>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/sweep_report.h"

namespace loom::cli {

namespace {

int runAndPrint(const SweepPlan& plan, const SweepOptions& options) {
    const Result<SweepResult> result = runSweep(plan, options.jobs, "simulating");
    if (!result) return reportError(result.error().in(options.input));
    if (options.json) {
        nlohmann::ordered_json json;
        json["scenario"] = plan.base->file.name;
        json["seed"] = plan.base->file.seed;
        json["points"] = result->points;
        json["rows"] = rowsJson(*result);
        printJson(json);
    } else if (options.csv) {
        printCsv(rowsJson(*result));
    } else {
        printHeading(*plan.base, plan);
        printRows(plan, *result);
    }
    return sweepStatus(*result, options.input);
}

}  // namespace

int sweep(SweepOptions options) {
    if (options.json && options.csv) return reportError(failure("give either --json or --csv"));
    if (options.overrides.network == "all") options.networks = std::exchange(options.overrides.network, {});
    const Result<ScenarioPtr> scenario = loadScenario(options.input, options.overrides);
    if (!scenario) return reportError(scenario.error());
    SweepPlan plan{*scenario, {}, {}, {}, options.repeat};
    for (const std::string& text : options.vary) {
        Result<Axis> axis = parseAxis(text);
        if (!axis) return reportError(failure("--vary: " + axis.error().text()));
        plan.axes.push_back(std::move(*axis));
    }
    if (!options.schedulers.empty()) {
        Result<std::vector<Spec>> schedulers = specList("--schedulers", options.schedulers);
        if (!schedulers) return reportError(schedulers.error());
        for (Spec& scheduler : *schedulers) plan.schedulers.push_back(fromHere(std::move(scheduler), plan.base->file.baseFolder));
    }
    if (!options.networks.empty()) {
        Result<std::vector<Spec>> networks = networkList("--networks", options.networks);
        if (!networks) return reportError(networks.error());
        plan.networks = std::move(*networks);
    }
    return runAndPrint(plan, options);
}

}  // namespace loom::cli
