#include <cstdio>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/laws_report.h"
#include "app/cli/output.h"
#include "app/cli/report.h"
#include "app/cli/watched.h"
#include "core/io/chrome_trace.h"
#include "sim/session.h"

namespace loom::cli {

int run(const RunOptions& options) {
    const Result<ScenarioPtr> scenario = loadScenario(options.input, options.overrides);
    if (!scenario) return reportError(scenario.error());
    RunControl control;
    Result<RunPtr> result = [&] {
        const Watched watched(control, "simulating");
        return simulate(*scenario, control);
    }();
    if (!result) return reportError(result.error().in(options.input));
    const Run& finished = **result;
    const Metrics metrics = computeMetrics(finished);
    if (!options.traceFile.empty())
        if (const Status written = writeChromeTrace(finished, options.traceFile); !written) return reportError(written.error());
    if (options.json) {
        nlohmann::ordered_json json;
        json["scenario"] = (*scenario)->file.name;
        json["scheduler"] = (*scenario)->file.scheduler.text();
        json["network"] = (*scenario)->file.network.text();
        json["seed"] = (*scenario)->file.seed;
        json["outcome"] = outcomeName(finished.outcome);
        json["makespan"] = metrics.makespan;
        json["tasks"] = metrics.tasks;
        json["records"] = finished.trace->size();
        json["fingerprint"] = fingerprint(*finished.trace);
        json["wall"] = finished.wallSeconds;
        json["peakMemory"] = peakMemoryBytes();
        json["metrics"] = metricsJson(metrics, *(*scenario)->platform);
        json["laws"] = lawsJson(**scenario);
        printJson(json);
        return runStatus(finished, options.input);
    }
    std::printf("%s: %s on %s, %s network, seed %llu\n\n", (*scenario)->file.name.c_str(), (*scenario)->file.scheduler.text().c_str(),
                (*scenario)->platform->description().c_str(), (*scenario)->file.network.text().c_str(),
                static_cast<unsigned long long>((*scenario)->file.seed));
    printMetrics(finished, metrics);
    std::printf("\n");
    printFormulas(**scenario, metrics.makespan);
    std::printf("\nfingerprint %s, simulated in %s, peak memory %s\n", fingerprint(*finished.trace).c_str(), seconds(finished.wallSeconds).c_str(),
                formatQuantity(peakMemoryBytes(), Dimension::bytes).c_str());
    return runStatus(finished, options.input);
}

int schedule(const RunOptions& options) {
    const Result<ScenarioPtr> scenario = loadScenario(options.input, options.overrides);
    if (!scenario) return reportError(scenario.error());
    const Result<std::vector<Placement>> plan = planOnly(**scenario);
    if (!plan) return reportError(plan.error().in(options.input));
    const TaskGraph& graph = *(*scenario)->graph;
    const Platform& platform = *(*scenario)->platform;
    const double makespan = plannedMakespan(*plan).seconds();
    if (!options.json) {
        Table table({"task", "node", "start", "finish"});
        for (const Placement& p : *plan)
            table.add({std::string(graph.name(p.task)), platform.node(p.node).name, formatNumber(p.start.seconds(), 9), formatNumber(p.finish.seconds(), 9)});
        table.print();
        std::printf("\nplanned makespan %s\n", seconds(makespan).c_str());
        return kDone;
    }
    nlohmann::ordered_json json;
    json["scheduler"] = (*scenario)->file.scheduler.text();
    json["makespan"] = makespan;
    std::vector<const Placement*> byTask(graph.taskCount(), nullptr);
    for (const Placement& p : *plan) byTask[p.task.index()] = &p;
    for (const char* key : {"task", "placement", "start", "finish"}) json[key] = nlohmann::ordered_json::array();
    for (std::size_t t = 0; t < byTask.size(); ++t) {
        json["task"].push_back(graph.name(TaskId(t)));
        json["placement"].push_back(byTask[t] != nullptr ? nlohmann::ordered_json(platform.node(byTask[t]->node).name) : nlohmann::ordered_json());
        json["start"].push_back(byTask[t] != nullptr ? nlohmann::ordered_json(byTask[t]->start.seconds()) : nlohmann::ordered_json());
        json["finish"].push_back(byTask[t] != nullptr ? nlohmann::ordered_json(byTask[t]->finish.seconds()) : nlohmann::ordered_json());
    }
    printJson(json);
    return kDone;
}

}  // namespace loom::cli
