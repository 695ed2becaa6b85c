// replay: a saved run read back, at any time of it, and judged.
#include <cstdio>
#include <optional>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/report.h"
#include "app/cli/run_report.h"
#include "core/io/run_file.h"
#include "core/trace/checker.h"
#include "core/trace/replay.h"
#include "core/trace/words.h"

namespace loom::cli {

namespace {

using Json = nlohmann::ordered_json;

Json stateJson(const Run& run, const Replay& replay) {
    Json json;
    json["time"] = replay.time().seconds();
    json["record"] = replay.position();
    json["states"] = Json::object();
    for (std::size_t s = 0; s < kTaskStates; ++s)
        json["states"][stateWord(static_cast<TaskState>(s))] = replay.countOf(static_cast<TaskState>(s));
    json["transfers"] = replay.transfers().size();
    json["nodes"] = Json::array();
    for (std::size_t n = 0; n < replay.nodes().size(); ++n) {
        const NodeStatus& node = replay.nodes()[n];
        json["nodes"].push_back({{"name", run.scenario->platform->node(NodeId(n)).name},
                                 {"up", node.up},
                                 {"busy", node.busyCores},
                                 {"held", node.heldCores},
                                 {"queued", node.queued},
                                 {"done", node.done}});
    }
    return json;
}

void printState(const Run& run, const Replay& replay) {
    std::printf("\nat %s, after %zu of %zu records:\n\n", seconds(replay.time().seconds()).c_str(), replay.position(),
                run.trace->size());
    Table states({"tasks", "number"});
    for (std::size_t s = 0; s < kTaskStates; ++s)
        states.add({stateWord(static_cast<TaskState>(s)), std::to_string(replay.countOf(static_cast<TaskState>(s)))});
    states.print();
    std::printf("\n%zu transfers under way\n\n", replay.transfers().size());
    const Platform& platform = *run.scenario->platform;
    Table nodes({"node", "state", platform.sharesCores() ? "busy lanes" : "busy cores", "held", "queued", "done"});
    for (std::size_t n = 0; n < replay.nodes().size(); ++n) {
        const NodeStatus& node = replay.nodes()[n];
        const std::string lanes = std::to_string(platform.lanes(NodeId(n)));
        nodes.add({platform.node(NodeId(n)).name, node.up ? "up" : "down", std::to_string(node.busyCores) + " of " + lanes,
                   std::to_string(node.heldCores), std::to_string(node.queued), std::to_string(node.done)});
    }
    nodes.print();
}

Json violationsJson(const std::vector<Violation>& violations) {
    Json rows = Json::array();
    for (const Violation& v : violations) rows.push_back({{"record", v.record}, {"rule", v.rule}, {"text", v.text}});
    return rows;
}

void printViolations(const std::vector<Violation>& violations) {
    std::printf("\n");
    for (const Violation& v : violations) std::printf("record %zu: %s: %s\n", v.record, v.rule.c_str(), v.text.c_str());
    if (violations.empty()) std::printf("checked: nothing in it cannot have happened\n");
}

}  // namespace

int replay(const ReplayOptions& options) {
    std::optional<Time> at;
    if (!options.at.empty()) {
        const Result<double> time = parseQuantity(options.at, Dimension::time);
        if (!time) return reportError(Error{"--at", {}, time.error().text()});
        at = Time::fromSeconds(*time);
    }
    const Result<RunPtr> loaded = loadRun(options.input);
    if (!loaded) return reportError(loaded.error());
    const Run& run = **loaded;
    const Metrics metrics = computeMetrics(run);
    const std::vector<Violation> violations = options.check ? checkTrace(run) : std::vector<Violation>{};
    Replay cursor(*run.scenario->graph, *run.scenario->platform, *run.trace);
    if (at) cursor.seekTime(*at);
    if (options.json) {
        Json json = runJson(run, metrics);
        json["world"] = run.world == WorldKind::real ? "real" : "simulated";
        if (!run.failure.empty()) json["failure"] = run.failure;
        if (at) json["at"] = stateJson(run, cursor);
        if (options.check) json["violations"] = violationsJson(violations);
        printJson(json);
    } else {
        printRun(run, metrics);
        if (run.outcome != Outcome::finished)
            std::printf("the run %s%s%s\n", outcomeName(run.outcome), run.failure.empty() ? "" : ": ", run.failure.c_str());
        if (at) printState(run, cursor);
        if (options.check) printViolations(violations);
    }
    return violations.empty() ? kDone : kRunFailed;
}

}  // namespace loom::cli
