#include <cstdio>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/kept_files.h"
#include "app/cli/output.h"
#include "app/cli/report.h"
#include "app/cli/run_report.h"
#include "app/cli/watched.h"
#include "sim/session.h"

namespace loom::cli {

namespace {

RecordDetail detailOf(const std::string& word) {
    for (const RecordDetail detail : {RecordDetail::tasks, RecordDetail::none})
        if (word == wordOf(detail)) return detail;
    return RecordDetail::full;
}

}  // namespace

int run(const RunOptions& options) {
    if (options.overrides.network == "all") return runAllNetworks(options);
    if (options.record != "full" && options.kept.any())
        return reportError(failure("--trace, --save and --report need --record full"));
    const Result<ScenarioPtr> scenario = loadScenario(options.input, options.overrides);
    if (!scenario) return reportError(scenario.error());
    RunControl control;
    Result<RunPtr> result = [&] {
        const Watched watched(control.progress, "simulating");
        return simulate(*scenario, control, {}, detailOf(options.record));
    }();
    if (!result) return reportError(result.error().in(options.input));
    const Run& finished = **result;
    if (const Status kept = keep(finished, options.kept); !kept) return reportError(kept.error());
    const Metrics metrics = computeMetrics(finished);
    if (options.json) printJson(runJson(finished, metrics));
    else printRun(finished, metrics);
    return runStatus(finished, options.input);
}

int schedule(const RunOptions& options) {
    const Result<ScenarioPtr> scenario = loadScenario(options.input, options.overrides);
    if (!scenario) return reportError(scenario.error());
    const Result<Plan> plan = planOnly(**scenario);
    if (!plan) return reportError(plan.error().in(options.input));
    const TaskGraph& graph = *(*scenario)->graph;
    const Platform& platform = *(*scenario)->platform;
    const double makespan = plannedMakespan(plan->placements).seconds();
    if (!options.json) {
        Table table({"task", "node", "start", "finish"});
        for (const Placement& p : plan->placements)
            table.add({std::string(graph.name(p.task)), platform.node(p.node).name, formatNumber(p.start.seconds(), 9), formatNumber(p.finish.seconds(), 9)});
        table.print();
        std::printf("\nplanned makespan %s\n", seconds(makespan).c_str());
        if (plan->search) printSearch(*plan->search);
        return kDone;
    }
    nlohmann::ordered_json json;
    json["scheduler"] = (*scenario)->file.scheduler.text();
    json["makespan"] = makespan;
    std::vector<const Placement*> byTask(graph.taskCount(), nullptr);
    for (const Placement& p : plan->placements) byTask[p.task.index()] = &p;
    for (const char* key : {"task", "placement", "start", "finish"}) json[key] = nlohmann::ordered_json::array();
    for (std::size_t t = 0; t < byTask.size(); ++t) {
        json["task"].push_back(graph.name(TaskId(t)));
        json["placement"].push_back(byTask[t] != nullptr ? nlohmann::ordered_json(platform.node(byTask[t]->node).name) : nlohmann::ordered_json());
        json["start"].push_back(byTask[t] != nullptr ? nlohmann::ordered_json(byTask[t]->start.seconds()) : nlohmann::ordered_json());
        json["finish"].push_back(byTask[t] != nullptr ? nlohmann::ordered_json(byTask[t]->finish.seconds()) : nlohmann::ordered_json());
    }
    if (plan->search) json["search"] = searchJson(*plan->search);
    printJson(json);
    return kDone;
}

}  // namespace loom::cli
