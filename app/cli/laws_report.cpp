#include "app/cli/laws_report.h"

#include <cstdio>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "core/laws/scenario_laws.h"

namespace loom::cli {

namespace {

std::string valueText(const LawValue& law) {
    if (!law.value) return "-";
    if (law.unit == "s") return seconds(*law.value);
    return formatNumber(*law.value) + (law.unit == "-" ? "" : " " + law.unit);
}

std::string joined(const std::vector<std::string>& sentences) {
    std::string out;
    for (const std::string& sentence : sentences) out += (out.empty() ? "" : " ") + sentence;
    return out;
}

}  // namespace

nlohmann::ordered_json lawsJson(const Scenario& scenario) {
    nlohmann::ordered_json laws = nlohmann::ordered_json::object();
    for (const LawValue& law : scenarioLaws(scenario)) {
        nlohmann::ordered_json json;
        json["title"] = law.title;
        json["formula"] = law.formula;
        json["value"] = law.value ? nlohmann::ordered_json(*law.value) : nlohmann::ordered_json();
        json["unit"] = law.unit;
        json["inputs"] = nlohmann::ordered_json::object();
        for (const LawInput& input : law.inputs) json["inputs"][input.name] = {{"value", input.value}, {"unit", input.unit}};
        if (!law.note.empty()) json["note"] = law.note;
        json["assumptions"] = law.assumptions;
        json["violated"] = law.violated;
        json["source"] = law.source;
        laws[law.id] = std::move(json);
    }
    return laws;
}

void printFormulas(const Scenario& scenario, double makespan) {
    const FormulaMakespan formula = formulaMakespan(scenario);
    Table table({"answer", "makespan", "difference to the run"});
    table.add({"formula: serial total T = Σ(tᵢ+cᵢ)+r", seconds(formula.serialTotal), percentDifference(formula.serialTotal, makespan)});
    table.add({"formula: parallel form max(tᵢ+cᵢ)+r", seconds(formula.parallelForm), percentDifference(formula.parallelForm, makespan)});
    table.add({"formula: lower bound max(critical path, area)", seconds(formula.lowerBound), percentDifference(formula.lowerBound, makespan)});
    table.add({"simulation", seconds(makespan), ""});
    table.print();
}

int laws(const RunOptions& options) {
    const Result<ScenarioPtr> scenario = loadScenario(options.input, options.overrides);
    if (!scenario) return reportError(scenario.error());
    if (options.json) {
        printJson(lawsJson(**scenario));
        return kDone;
    }
    Table table({"law", "value", "formula"});
    std::vector<LawValue> values = scenarioLaws(**scenario);
    for (const LawValue& law : values) table.add({law.title, valueText(law), law.formula});
    table.print();
    std::printf("\nWhere this scenario is not what a law assumes:\n");
    for (const LawValue& law : values)
        if (!law.violated.empty()) std::printf("  %s: %s\n", law.title.c_str(), joined(law.violated).c_str());
    return kDone;
}

}  // namespace loom::cli
