// The three answers of one scenario in one table: formula, simulation, real run.
#include <cstdio>

#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/report.h"
#include "app/cli/watched.h"
#include "core/laws/scenario_laws.h"
#include "sim/session.h"

namespace loom::cli {

int answers(const RunOptions& options) {
    const Result<ScenarioPtr> scenario = loadScenario(options.input, options.overrides);
    if (!scenario) return reportError(scenario.error());
    RunControl simulatedControl, realControl;
    const Result<RunPtr> simulated = simulate(*scenario, simulatedControl);
    if (!simulated) return reportError(simulated.error().in(options.input));
    const Result<RealReport> real = [&] {
        const Watched watched(realControl.progress, "running for real");
        return runReal(*scenario, realControl);
    }();
    if (!real) return reportError(real.error().in(options.input));

    const FormulaMakespan formula = formulaMakespan(**scenario);
    const double makespan = computeMetrics(**simulated).makespan;
    std::printf("%s: %s, %zu tasks on %s\n\n", (*scenario)->file.name.c_str(), (*scenario)->file.scheduler.text().c_str(),
                (*scenario)->graph->taskCount(), (*scenario)->platform->description().c_str());
    Table table({"answer", "makespan", "difference", "beside"});
    table.add({"formula: serial total T = Σ(tᵢ+cᵢ)+r", seconds(formula.serialTotal), percentDifference(formula.serialTotal, makespan), "simulation"});
    table.add({"formula: parallel form max(tᵢ+cᵢ)+r", seconds(formula.parallelForm), percentDifference(formula.parallelForm, makespan), "simulation"});
    table.add({"formula: lower bound max(critical path, area)", seconds(formula.lowerBound), percentDifference(formula.lowerBound, makespan), "simulation"});
    table.add({"simulation", seconds(makespan), "", ""});
    table.add({"real run on this machine", seconds(real->measuredMakespan), "", ""});
    table.add({"simulation of the real run", seconds(real->predictedMakespan), percentDifference(real->predictedMakespan, real->measuredMakespan), "real run"});
    table.print();
    std::printf("\n");
    for (const std::string& text : real->notes) std::printf("real: %s\n", text.c_str());
    if (!real->results.summary.empty()) std::printf("real: %s\n", real->results.summary.c_str());
    const int status = runStatus(**simulated, options.input);
    return status != kDone ? status : runStatus(*real->run, options.input);
}

}  // namespace loom::cli
