#include <algorithm>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "core/scenario/compute_models.h"
#include "core/scenario/network_models.h"
#include "core/schedule/families.h"
#include "core/schedule/scheduler.h"
#include "core/workloads/registry.h"
#include "sim/real/kernel.h"

namespace loom::cli {

namespace {

const char* typeName(ParamType type) {
    switch (type) {
        case ParamType::integer: return "integer";
        case ParamType::number: return "number";
        case ParamType::quantity: return "quantity";
        case ParamType::boolean: return "boolean";
        case ParamType::choice: return "choice";
        case ParamType::text: return "text";
    }
    return "text";
}

nlohmann::ordered_json paramJson(const ParamDef& param) {
    nlohmann::ordered_json json;
    json["name"] = param.name;
    json["type"] = typeName(param.type);
    json["default"] = param.defaultValue;
    if (param.type == ParamType::integer || param.type == ParamType::number || param.type == ParamType::quantity)
        json["range"] = {param.low, param.high};
    if (!param.choices.empty()) json["choices"] = param.choices;
    json["help"] = param.help;
    return json;
}

// Aligned "name = default  help"; what a choice may be stands behind its help unless the help says it.
void printParams(const std::vector<ParamDef>& params) {
    std::size_t names = 0, values = 0;
    const auto shown = [](const ParamDef& param) { return param.defaultValue.empty() ? std::string("\"\"") : param.defaultValue; };
    for (const ParamDef& param : params) {
        names = std::max(names, param.name.size());
        values = std::max(values, shown(param).size());
    }
    for (const ParamDef& param : params) {
        std::string choices;
        for (const std::string& choice : param.choices) choices += (choices.empty() ? "" : "|") + choice;
        const bool said = std::all_of(param.choices.begin(), param.choices.end(), [&](const std::string& choice) { return param.help.find(choice) != std::string::npos; });
        std::printf("      %-*s = %-*s  %s%s\n", static_cast<int>(names), param.name.c_str(), static_cast<int>(values), shown(param).c_str(),
                    param.help.c_str(), said ? "" : (" (" + choices + ")").c_str());
    }
}

void printEntry(const RegistryEntry& entry) {
    std::printf("%s\n    %s\n", entry.name.c_str(), entry.description.c_str());
    if (!entry.reference.empty()) std::printf("    %s\n", entry.reference.c_str());
    printParams(entry.params);
}

const std::vector<RegistryEntry>* tableOf(const std::string& which) {
    if (which == "schedulers") return &schedulerRegistry();
    if (which == "workloads") return &workloadRegistry();
    if (which == "platforms") return &platformRegistry();
    if (which == "kernels") return &kernelRegistry();
    static const std::vector<RegistryEntry> none;
    if (which == "compute") return &computeRegistry();
    if (which == "protocols") return &none;  // no protocol is simulated yet
    return &networkRegistry();
}

}  // namespace

int registry(const std::string& which, bool json) {
    const std::vector<RegistryEntry>& table = *tableOf(which);
    if (json) {
        nlohmann::ordered_json entries = nlohmann::ordered_json::array();
        for (const RegistryEntry& entry : table) {
            nlohmann::ordered_json row;
            row["name"] = entry.name;
            row["description"] = entry.description;
            if (which == "schedulers") row["family"] = familyOf(entry.name);
            if (!entry.reference.empty()) row["reference"] = entry.reference;
            row["parameters"] = nlohmann::ordered_json::array();
            for (const ParamDef& param : entry.params) row["parameters"].push_back(paramJson(param));
            entries.push_back(std::move(row));
        }
        printJson(nlohmann::ordered_json{{which, std::move(entries)}});
        return kDone;
    }
    if (table.empty()) std::printf("none yet\n");
    if (which != "schedulers") {
        for (const RegistryEntry& entry : table) printEntry(entry);
        return kDone;
    }
    for (const SchedulerFamily& family : schedulerFamilies()) {
        std::printf("== %s\n", family.title);
        for (const std::string& member : family.members) printEntry(**findEntry(table, member, "scheduler"));
    }
    return kDone;
}

}  // namespace loom::cli
