// `ties`: the makespans that other orders of the same tasks and nodes give.
#include <algorithm>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/watched.h"
#include "sim/sweep/ties.h"

namespace loom::cli {

namespace {

constexpr std::size_t kBars = 10;
constexpr std::size_t kWidest = 50;  // characters of a bar

// Of ascending values: the one that `share` of them do not exceed.
double quantile(const std::vector<double>& values, double share) {
    const auto at = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5);
    return values[at];
}

void printHistogram(const std::vector<double>& values) {
    const double low = values.front(), width = (values.back() - low) / static_cast<double>(kBars);
    if (width <= 0) return;
    std::vector<std::size_t> counts(kBars, 0);
    for (const double value : values) ++counts[std::min(kBars - 1, static_cast<std::size_t>((value - low) / width))];
    const std::size_t most = *std::max_element(counts.begin(), counts.end());
    std::printf("\n");
    for (std::size_t bar = 0; bar < kBars; ++bar)
        std::printf("%10s  %s %zu\n", seconds(low + width * static_cast<double>(bar)).c_str(),
                    std::string((counts[bar] * kWidest + most - 1) / most, '#').c_str(), counts[bar]);
}

void printSpread(const Scenario& scenario, const TieSpread& spread) {
    std::printf("%s: %s on %s, %zu random orders of tasks and nodes\n\n", scenario.file.name.c_str(), scenario.file.scheduler.text().c_str(),
                scenario.platform->description().c_str(), spread.makespans.size());
    Table table({"order", "makespan", "vs best"});
    const double best = std::min(spread.asGiven, spread.makespans.front());
    for (const auto& [name, value] :
         {std::pair("as given", spread.asGiven), std::pair("best", spread.makespans.front()), std::pair("quartile", quantile(spread.makespans, 0.25)),
          std::pair("median", quantile(spread.makespans, 0.5)), std::pair("quartile", quantile(spread.makespans, 0.75)),
          std::pair("worst", spread.makespans.back())})
        table.add({name, seconds(value), percentDifference(value, best)});
    table.print();
    std::printf("\n%zu different makespans\n", spread.distinct);
    printHistogram(spread.makespans);
}

}  // namespace

int ties(const TiesOptions& options) {
    const Result<ScenarioPtr> scenario = loadScenario(options.input, options.overrides);
    if (!scenario) return reportError(scenario.error());
    Progress progress;
    const Result<TieSpread> spread = [&] {
        const Watched watched(progress, "shuffling");
        return exploreTies(*scenario, options.orders, progress);
    }();
    if (!spread) return reportError(spread.error().in(options.input), kRunFailed);
    if (spread->makespans.empty()) return reportError(failure("cancelled before the first order"), kRunFailed);
    if (!options.json) {
        printSpread(**scenario, *spread);
        return kDone;
    }
    nlohmann::ordered_json json;
    json["scheduler"] = (*scenario)->file.scheduler.text();
    json["asGiven"] = spread->asGiven;
    json["best"] = spread->makespans.front();
    json["median"] = quantile(spread->makespans, 0.5);
    json["worst"] = spread->makespans.back();
    json["distinct"] = spread->distinct;
    json["makespans"] = spread->makespans;
    printJson(json);
    return kDone;
}

}  // namespace loom::cli
