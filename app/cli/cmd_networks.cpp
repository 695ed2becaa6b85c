// `run --network all`: one scenario under every network model, and what the simpler ones get wrong.
#include <algorithm>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/laws_report.h"
#include "app/cli/output.h"
#include "app/cli/sweep_report.h"
#include "app/cli/watched.h"

namespace loom::cli {

namespace {

const char* const kReference = "max-min";  // exact shares of the links, without the cost of a protocol

}  // namespace

int runAllNetworks(RunOptions options) {
    if (options.kept.any()) return reportError(failure("--trace, --save and --report keep one run; name one network"));
    options.overrides.network.clear();
    const Result<ScenarioPtr> scenario = loadScenario(options.input, options.overrides);
    if (!scenario) return reportError(scenario.error());
    Result<std::vector<Spec>> networks = networkList("--network", "all");
    if (!networks) return reportError(networks.error());
    const SweepPlan plan{*scenario, {}, {}, std::move(*networks), 1};
    const Result<SweepResult> result = runSweep(plan, 0, "simulating");
    if (!result) return reportError(result.error().in(options.input));

    const auto reference = std::find_if(result->rows.begin(), result->rows.end(), [](const SweepRow& row) { return row.network.text() == kReference; });
    const double base = reference == result->rows.end() || reference->makespans.empty() ? 0 : reference->makespans[0];
    const ScenarioFile& file = (*scenario)->file;
    if (options.json) {
        nlohmann::ordered_json json;
        json["scenario"] = file.name;
        json["scheduler"] = file.scheduler.text();
        json["seed"] = file.seed;
        json["tasks"] = (*scenario)->graph->taskCount();
        json["reference"] = kReference;
        json["rows"] = rowsJson(*result);
        for (std::size_t i = 0; i < result->rows.size(); ++i)
            if (base > 0 && !result->rows[i].makespans.empty()) json["rows"][i]["difference"] = (result->rows[i].makespans[0] - base) / base;
        json["peakMemory"] = peakMemoryBytes();
        json["laws"] = lawsJson(**scenario);
        printJson(json);
        return sweepStatus(*result, options.input);
    }
    std::printf("%s: %s on %s, every network model, seed %llu\n\n", file.name.c_str(), file.scheduler.text().c_str(),
                (*scenario)->platform->description().c_str(), static_cast<unsigned long long>(file.seed));
    Table table({"network", "makespan", std::string("vs ") + kReference, "utilisation", "moved", "records", "simulated in"});
    for (const SweepRow& row : result->rows)
        table.add({row.network.text(), row.makespans.empty() ? "failed" : seconds(row.makespans[0]),
                   row.makespans.empty() ? "-" : percentDifference(row.makespans[0], base), formatNumber(row.metrics.utilisation * 100, 3) + " %",
                   formatQuantity(row.metrics.bytesMoved, Dimension::bytes), std::to_string(row.records), seconds(row.cpuSeconds)});
    table.print();
    return sweepStatus(*result, options.input);
}

}  // namespace loom::cli
