// `adversary`: the instance on which one scheduler does worst against another.
#include <cmath>
#include <cstdio>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/watched.h"
#include "core/base/file.h"
#include "core/schedule/scheduler.h"
#include "sim/adversary/adversary.h"

namespace loom::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostSteps = 15;  // shown; the JSON has all

Result<Range> rangeOf(const std::string& option, const std::string& text, Dimension dimension) {
    const std::size_t dots = text.find("..");
    const Result<double> low = parseQuantity(text.substr(0, dots), dimension);
    if (!low) return failure(option + ": " + low.error().cause);
    if (dots == std::string::npos) return Range{*low, *low};
    const Result<double> high = parseQuantity(text.substr(dots + 2), dimension);
    if (!high) return failure(option + ": " + high.error().cause);
    return Range{*low, *high};
}

Status readCounts(const std::string& option, const std::string& text, double highest, std::uint32_t& fewest, std::uint32_t& most) {
    const Result<Range> range = rangeOf(option, text, Dimension::number);
    if (!range) return range.error();
    for (const double end : {range->low, range->high})
        if (!(end >= 1 && end <= highest) || end != std::floor(end))
            return failure(option + ": expected whole numbers from 1 to " + formatNumber(highest));
    fewest = static_cast<std::uint32_t>(range->low);
    most = static_cast<std::uint32_t>(range->high);
    return Done{};
}

// A script's path must hold wherever the instance is saved.
Result<Spec> schedulerOf(const std::string& option, const std::string& text) {
    Result<Spec> spec = parseOption(option, text);
    if (spec && namesScript(*spec)) spec->name = std::filesystem::absolute(spec->name).string();
    return spec;
}

Result<AdversaryPlan> planOf(const AdversaryOptions& options) {
    AdversaryPlan plan;
    const Result<Spec> loser = schedulerOf("A", options.loser);
    if (!loser) return loser.error();
    const Result<Spec> winner = schedulerOf("B", options.winner);
    if (!winner) return winner.error();
    const Result<Spec> network = parseOption("--network", options.network);
    if (!network) return network.error();
    plan.loser = *loser;
    plan.winner = *winner;
    plan.network = *network;
    if (const Status s = readCounts("--tasks", options.tasks, 1000, plan.bounds.fewestTasks, plan.bounds.mostTasks); !s) return s.error();
    if (const Status s = readCounts("--nodes", options.nodes, 100, plan.bounds.fewestNodes, plan.bounds.mostNodes); !s) return s.error();
    for (const auto& [option, text, dimension, into] :
         {std::tuple("--work", &options.work, Dimension::work, &plan.bounds.work), std::tuple("--bytes", &options.bytes, Dimension::bytes, &plan.bounds.bytes),
          std::tuple("--speed", &options.speed, Dimension::speed, &plan.bounds.speed),
          std::tuple("--bandwidth", &options.bandwidth, Dimension::bandwidth, &plan.bounds.bandwidth)}) {
        const Result<Range> range = rangeOf(option, *text, dimension);
        if (!range) return range.error();
        *into = *range;
    }
    plan.evaluations = options.evaluations;
    plan.restarts = options.restarts;
    plan.seed = options.seed;
    return plan;
}

Json resultJson(const AdversaryPlan& plan, const AdversaryResult& result) {
    Json steps = Json::array();
    for (const AdversaryStep& step : result.steps)
        steps.push_back(Json{{"evaluation", step.evaluation}, {"ratio", step.ratio}, {"change", step.change}});
    Json json;
    json["a"] = plan.loser.text();
    json["b"] = plan.winner.text();
    json["ratio"] = result.ratio;
    json["makespanA"] = result.loser;
    json["makespanB"] = result.winner;
    json["evaluations"] = result.evaluations;
    json["seed"] = plan.seed;
    json["steps"] = std::move(steps);
    json["scenario"] = Json::parse(formatScenario(result.worst));
    return json;
}

void printResult(const AdversaryPlan& plan, const AdversaryResult& result) {
    Table table({"instances tried", "ratio", "by"});
    const std::size_t first = result.steps.size() > kMostSteps ? result.steps.size() - kMostSteps : 0;
    for (std::size_t i = first; i < result.steps.size(); ++i)
        table.add({std::to_string(result.steps[i].evaluation), formatNumber(result.steps[i].ratio, 5), result.steps[i].change});
    table.print();
    std::printf("\n%s takes %s, %s %s: %s times as long, the worst of %llu instances (seed %llu)\n", plan.loser.text().c_str(),
                seconds(result.loser).c_str(), plan.winner.text().c_str(), seconds(result.winner).c_str(), formatNumber(result.ratio, 5).c_str(),
                static_cast<unsigned long long>(result.evaluations), static_cast<unsigned long long>(plan.seed));
}

}  // namespace

int adversary(const AdversaryOptions& options) {
    const Result<AdversaryPlan> plan = planOf(options);
    if (!plan) return reportError(plan.error());
    if (const Status sound = checkAdversary(*plan); !sound) return reportError(sound.error());
    Progress progress;
    const Result<AdversaryResult> result = [&] {
        const Watched watched(progress, "searching");
        return findAdversary(*plan, progress);
    }();
    if (!result) return reportError(result.error(), kRunFailed);
    if (result->evaluations == 0) return reportError(failure("cancelled before the first instance"), kRunFailed);
    if (!options.outFile.empty())
        if (const Status written = writeFileAtomically(options.outFile, formatScenario(result->worst)); !written) return reportError(written.error());
    if (options.json) printJson(resultJson(*plan, *result));
    else printResult(*plan, *result);
    return kDone;
}

}  // namespace loom::cli
