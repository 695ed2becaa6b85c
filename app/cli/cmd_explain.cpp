// `explain` and `diverge`: what a scheduler compared when it decided.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/watched.h"
#include "core/base/nearest.h"
#include "sim/divergence.h"

namespace loom::cli {

namespace {

using Json = nlohmann::ordered_json;

Json timeJson(Time time) { return time.isNever() ? Json() : Json(time.seconds()); }
std::string timeText(Time time) { return time.isNever() ? "never" : seconds(time.seconds()); }

// Best score first; nodes of equal score in their order.
std::vector<Candidate> ranked(const Decision& decision) {
    std::vector<Candidate> options = decision.candidates;
    std::stable_sort(options.begin(), options.end(), [](const Candidate& a, const Candidate& b) { return a.score < b.score; });
    return options;
}

// The best of the nodes that were not chosen, if any was possible.
const Candidate* runnerUp(const std::vector<Candidate>& options, NodeId chosen) {
    for (const Candidate& option : options)
        if (option.node != chosen && std::isfinite(option.score)) return &option;
    return nullptr;
}

double scoreOf(const std::vector<Candidate>& options, NodeId node) {
    for (const Candidate& option : options)
        if (option.node == node) return option.score;
    return 0;
}

Json decisionJson(const Scenario& scenario, const Decision& decision) {
    const std::vector<Candidate> options = ranked(decision);
    Json candidates = Json::array();
    for (const Candidate& option : options)
        candidates.push_back(Json{{"node", scenario.platform->node(option.node).name}, {"dataReady", timeJson(option.dataReady)},
                                  {"start", timeJson(option.start)}, {"finish", timeJson(option.finish)},
                                  {"score", std::isfinite(option.score) ? Json(option.score) : Json()}});
    Json json;
    json["task"] = scenario.graph->name(decision.task);
    json["chosen"] = scenario.platform->node(decision.chosen).name;
    json["step"] = decision.step;
    json["priority"] = decision.priority;
    json["rule"] = decision.rule;
    json["scoreName"] = decision.scoreName;
    const Candidate* second = runnerUp(options, decision.chosen);
    json["runnerUp"] = second == nullptr ? Json() : Json(scenario.platform->node(second->node).name);
    json["margin"] = second == nullptr ? Json() : Json(second->score - scoreOf(options, decision.chosen));
    json["candidates"] = std::move(candidates);
    return json;
}

void printDecision(const Scenario& scenario, const Decision& decision) {
    const std::string chosen = scenario.platform->node(decision.chosen).name;
    std::printf("%s: decision %u places %s on %s\nrule: %s\n", scenario.file.scheduler.text().c_str(), decision.step + 1,
                std::string(scenario.graph->name(decision.task)).c_str(), chosen.c_str(), decision.rule.c_str());
    if (decision.priority != 0) std::printf("priority: %s\n", formatNumber(decision.priority, 6).c_str());
    const std::vector<Candidate> options = ranked(decision);
    if (const Candidate* second = runnerUp(options, decision.chosen)) {
        const double margin = second->score - scoreOf(options, decision.chosen);
        const char* place = margin < 0 ? "better, but not what the rule takes, by" : "behind by";
        std::printf("runner-up: %s, %s %s\n", scenario.platform->node(second->node).name.c_str(), place, formatNumber(std::abs(margin), 6).c_str());
    }
    std::printf("\n");
    Table table({"node", "inputs there", "start", "finish", decision.scoreName, ""});
    for (const Candidate& option : options)
        table.add({scenario.platform->node(option.node).name, timeText(option.dataReady), timeText(option.start), timeText(option.finish),
                   std::isfinite(option.score) ? formatNumber(option.score, 6) : "-", option.node == decision.chosen ? "chosen" : ""});
    table.print();
}

// One side of a divergence, or that it had nothing left to decide.
void printSide(const Scenario& scenario, const std::optional<Decision>& decision) {
    std::printf("\n");
    if (decision) return printDecision(scenario, *decision);
    std::printf("%s: has nothing left to decide\n", scenario.file.scheduler.text().c_str());
}

std::string unknownTask(const TaskGraph& graph, const std::string& name) {
    constexpr std::size_t kCompared = 1000;  // names beyond it are not compared: the answer must come at once
    std::vector<std::string> names;
    for (std::size_t i = 0; i < graph.taskCount() && i < kCompared; ++i) names.emplace_back(graph.name(TaskId(i)));
    if (names.empty()) return "the workload has no tasks";
    const std::string near = nearestWord(name, names);
    return "no task is called '" + name + "'" + (near.empty() ? "; the first is '" + names.front() + "'" : "; did you mean '" + near + "'?");
}

}  // namespace

int explain(const ExplainOptions& options) {
    const Result<ScenarioPtr> scenario = loadScenario(options.input, options.overrides);
    if (!scenario) return reportError(scenario.error());
    const std::optional<TaskId> task = (*scenario)->graph->find(options.task);
    if (!task) return reportError(Error{options.input, {}, unknownTask(*(*scenario)->graph, options.task)});
    RunControl control;
    const Result<std::optional<Decision>> decision = [&] {
        const Watched watched(control.progress, "simulating");
        return explainPlacement(*scenario, *task, control);
    }();
    if (!decision) return reportError(decision.error().in(options.input), kRunFailed);
    if (!*decision)
        return reportError(Error{options.input, {}, (*scenario)->file.scheduler.text() + " was not asked about task '" + options.task + "'"}, kRunFailed);
    if (options.json) printJson(decisionJson(**scenario, **decision));
    else printDecision(**scenario, **decision);
    return kDone;
}

int diverge(const DivergeOptions& options) {
    ScenarioPtr sides[2];
    for (int i = 0; i < 2; ++i) {
        Overrides overrides = options.overrides;
        overrides.scheduler = options.schedulers[i];
        const Result<ScenarioPtr> scenario = loadScenario(options.input, overrides);
        if (!scenario) return reportError(scenario.error());
        sides[i] = *scenario;
    }
    RunControl control;
    const Result<std::optional<Divergence>> found = [&] {
        const Watched watched(control.progress, "simulating");
        return firstDivergence(sides[0], sides[1], control);
    }();
    if (!found) return reportError(found.error().in(options.input), kRunFailed);
    if (options.json) {
        Json json;
        json["a"] = sides[0]->file.scheduler.text();
        json["b"] = sides[1]->file.scheduler.text();
        json["same"] = !found->has_value();
        if (*found) {
            json["step"] = (*found)->step;
            json["decisionA"] = (*found)->a ? decisionJson(*sides[0], *(*found)->a) : Json();
            json["decisionB"] = (*found)->b ? decisionJson(*sides[1], *(*found)->b) : Json();
        }
        printJson(json);
    } else if (!*found) {
        std::printf("both decide alike to the end\n");
    } else {
        std::printf("the first %zu decisions are the same\n", (*found)->step);
        printSide(*sides[0], (*found)->a);
        printSide(*sides[1], (*found)->b);
    }
    return kDone;
}

}  // namespace loom::cli
