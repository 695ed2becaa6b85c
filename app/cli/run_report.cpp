#include "app/cli/run_report.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <span>

#include <nlohmann/json.hpp>

#include "app/cli/laws_report.h"
#include "app/cli/output.h"
#include "app/cli/recorded_report.h"
#include "app/cli/report.h"
#include "app/cli/watched.h"
#include "core/scenario/models_in_use.h"

namespace loom::cli {

namespace {

constexpr std::size_t kMostIncumbents = 12;  // lines for people

}  // namespace

nlohmann::ordered_json searchJson(const SearchReport& search) {
    nlohmann::ordered_json incumbents = nlohmann::ordered_json::array();
    for (const SearchReport::Incumbent& found : search.incumbents)
        incumbents.push_back(nlohmann::ordered_json{{"evaluations", found.evaluations}, {"makespan", found.makespan.seconds()}});
    nlohmann::ordered_json json;
    json["evaluations"] = search.evaluations;
    json["makespan"] = search.makespan().seconds();
    json["bound"] = search.bound.seconds();
    json["gap"] = std::isfinite(search.gap()) ? nlohmann::ordered_json(search.gap()) : nlohmann::ordered_json();
    json["optimal"] = search.isOptimal();
    json["incumbents"] = std::move(incumbents);
    return json;
}

void printSearch(const SearchReport& search) {
    std::printf("search: %llu evaluations, %zu incumbents, ", static_cast<unsigned long long>(search.evaluations), search.incumbents.size());
    if (search.isOptimal()) std::printf("the last one proved optimal\n");
    else if (!std::isfinite(search.gap())) std::printf("no bound known\n");
    else
        std::printf("lower bound %s: at most %s %% above the optimum\n", seconds(search.bound.seconds()).c_str(),
                    formatNumber(search.gap() * 100, 3).c_str());
    if (search.incumbents.empty()) return;
    const std::size_t all = search.incumbents.size(), shown = std::min(all, kMostIncumbents);
    Table table({"evaluations", "shortest plan", "above the bound"});
    for (const SearchReport::Incumbent& found : std::span(search.incumbents).last(shown))
        table.add({std::to_string(found.evaluations), seconds(found.makespan.seconds()),
                   percentDifference(found.makespan.seconds(), search.bound.seconds())});
    table.print();
    if (shown < all) std::printf("(the last %zu of %zu; --json has all)\n", shown, all);
}

nlohmann::ordered_json runJson(const Run& run, const Metrics& metrics) {
    const Scenario& scenario = *run.scenario;
    nlohmann::ordered_json json;
    json["scenario"] = scenario.file.name;
    json["scheduler"] = scenario.file.scheduler.text();
    json["network"] = scenario.file.network.text();
    if (scenario.file.compute != ScenarioFile{}.compute) json["compute"] = scenario.file.compute.text();
    json["models"] = modelsInUse(scenario);
    json["seed"] = scenario.file.seed;
    json["outcome"] = outcomeName(run.outcome);
    json["makespan"] = metrics.makespan;
    if (scenario.recordedMakespan) json["recordedMakespan"] = *scenario.recordedMakespan;
    if (scenario.recorded) json["recorded"] = recordedJson(*scenario.recorded, metrics.makespan);
    json["tasks"] = metrics.tasks;
    json["records"] = run.trace->size();
    json["record"] = wordOf(run.detail);
    json["fingerprint"] = fingerprint(*run.trace);
    json["wall"] = run.wallSeconds;
    if (run.cpuSeconds > 0) json["cpu"] = run.cpuSeconds;  // saved runs do not keep it
    json["peakMemory"] = peakMemoryBytes();
    if (run.search) json["search"] = searchJson(*run.search);
    json["metrics"] = metricsJson(run, metrics);
    json["laws"] = lawsJson(scenario);
    return json;
}

void printRun(const Run& run, const Metrics& metrics) {
    const Scenario& scenario = *run.scenario;
    const bool real = run.world == WorldKind::real;
    std::printf("%s: %s on %s, %s network, seed %llu\n", scenario.file.name.c_str(), scenario.file.scheduler.text().c_str(),
                scenario.platform->description().c_str(), scenario.file.network.text().c_str(),
                static_cast<unsigned long long>(scenario.file.seed));
    for (const std::string& model : modelsInUse(scenario)) std::printf("%s\n", model.c_str());
    std::printf("\n");
    printMetrics(run, metrics);
    std::printf("\n");
    printFormulas(scenario, metrics.makespan);
    if (scenario.recordedMakespan) {
        std::printf("\n");
        Table table({"in reality", ""});
        addRecordedRows(table, scenario.recorded.get(), *scenario.recordedMakespan, metrics.makespan);
        table.print();
    }
    if (run.search) {
        std::printf("\n");
        printSearch(*run.search);
    }
    std::printf("\nfingerprint %s, %s in %s, peak memory %s\n", fingerprint(*run.trace).c_str(),
                real ? "run for real" : "simulated", seconds(run.wallSeconds).c_str(),
                formatQuantity(peakMemoryBytes(), Dimension::bytes).c_str());
}

}  // namespace loom::cli
