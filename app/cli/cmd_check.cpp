// validate and route: small questions about files and platforms.
#include <cmath>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "core/scenario/models_in_use.h"
#include "sim/flow/network.h"
#include "sim/script/lua_scheduler.h"

namespace loom::cli {

namespace {

// Seconds of one transfer alone under a network model.
Result<double> timeAlone(const Platform& platform, NodeId from, NodeId to, double bytes, const std::string& network) {
    const Result<Spec> spec = parseOption("--network", network);
    if (!spec) return spec.error();
    Result<NetworkModel> model = makeNetworkModel(*spec, platform);
    if (!model) return model.error();
    const Demand demand = model->network.demand(from, to);
    const double startup = demand.startupOf(bytes);
    if (!demand.flows(bytes)) return startup;
    model->flows->add(demand.flow(FlowId(0), bytes), Time::zero());
    return startup + model->flows->nextCompletion().seconds();
}

}  // namespace

int validate(const std::vector<std::string>& paths, bool json) {
    int status = kDone;
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const std::string& path : paths) {
        const Result<ScenarioFile> file = loadScenarioFile(path);
        Result<ScenarioPtr> scenario = file ? resolveScenario(*file) : Result<ScenarioPtr>(file.error());
        if (scenario)
            if (const auto scheduler = openScheduler(file->scheduler, file->baseFolder); !scheduler) scenario = scheduler.error();
        nlohmann::ordered_json row{{"file", path}, {"valid", scenario.ok()}};
        if (scenario) {
            for (const std::string& warning : (*scenario)->warnings) reportWarning(path + ": " + warning);
            row["tasks"] = (*scenario)->graph->taskCount();
            row["nodes"] = (*scenario)->platform->nodeCount();
            row["warnings"] = (*scenario)->warnings;
            row["models"] = modelsInUse(**scenario);
            if (!json)
                std::printf("%s: valid, %zu tasks on %zu nodes\n", path.c_str(), (*scenario)->graph->taskCount(),
                            (*scenario)->platform->nodeCount());
            if (!json)
                for (const std::string& model : modelsInUse(**scenario)) std::printf("  %s\n", model.c_str());
        } else {
            row["error"] = scenario.error().in(path).text();
            status = reportError(scenario.error().in(path));
        }
        rows.push_back(std::move(row));
    }
    if (json) printJson(nlohmann::ordered_json{{"files", std::move(rows)}});
    return status;
}

int route(const RouteOptions& options) {
    if (!std::isfinite(options.bytes)) return reportError(failure("--bytes: must be a finite number"));
    const Result<Platform> platform = loadPlatform(options.platform);
    if (!platform) return reportError(platform.error());
    for (const std::string& warning : platform->warnings()) reportWarning(options.platform + ": " + warning);
    const NodeId from = platform->find(options.from), to = platform->find(options.to);
    for (const auto& [id, name] : {std::pair{from, options.from}, {to, options.to}})
        if (!id.valid()) return reportError(Error{options.platform, name, "no such node"});
    std::vector<LinkId> links;
    if (!platform->route(from, to, links))
        return reportError(Error{options.platform, {}, "no route from " + options.from + " to " + options.to}, kRunFailed);
    const PathCost path = platform->pathCost(from, to);
    const Result<double> time = timeAlone(*platform, from, to, options.bytes, options.network);
    if (!time) return reportError(time.error());
    if (options.json) {
        nlohmann::ordered_json json;
        json["latency"] = path.latency;
        json["bandwidth"] = links.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(path.bandwidth);
        json["links"] = nlohmann::ordered_json::array();
        for (const LinkId link : links) json["links"].push_back(platform->link(link).name);
        json["bytes"] = options.bytes;
        json["time"] = *time;
        printJson(json);
        return kDone;
    }
    std::string names;
    for (const LinkId link : links) names += (names.empty() ? "" : ", ") + platform->link(link).name;
    Table table({"route", options.from + " to " + options.to});
    table.add({"links", names.empty() ? (from == to ? "none (same node)" : "none (distance only)") : names});
    table.add({"latency", seconds(path.latency)});
    table.add({"bandwidth", links.empty() ? "unlimited" : formatQuantity(path.bandwidth, Dimension::bandwidth)});
    table.add({"time of " + formatQuantity(options.bytes, Dimension::bytes) + " alone", seconds(*time)});
    table.print();
    return kDone;
}

}  // namespace loom::cli
