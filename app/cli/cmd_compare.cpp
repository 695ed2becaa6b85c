// `compare`: several schedulers on the same cases, and what their differences mean.
#include <algorithm>
#include <cstdio>
#include <utility>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/contest_report.h"
#include "app/cli/output.h"
#include "app/cli/sweep_report.h"
#include "core/schedule/scheduler.h"

namespace loom::cli {

namespace {

using Json = nlohmann::ordered_json;

// One scenario on one platform under every scheduler, network and seed.
struct Round {
    std::string input;
    SweepPlan plan;
    SweepResult result;
};

std::string listOfAll() {
    std::string list;
    for (const RegistryEntry& entry : schedulerRegistry()) list += (list.empty() ? "" : ",") + entry.name;
    return list;
}

Result<SweepPlan> planFor(const CompareOptions& options, const std::string& input, const std::string& platform) {
    Overrides overrides = options.overrides;
    if (!platform.empty()) overrides.platform = platform;
    std::string networks = options.networks;
    if (overrides.network == "all") networks = std::exchange(overrides.network, {});
    const Result<ScenarioPtr> scenario = loadScenario(input, overrides);
    if (!scenario) return scenario.error();
    SweepPlan plan{*scenario, {}, {}, {}, options.repeat};
    const Result<std::vector<Spec>> schedulers = specList("--schedulers", options.schedulers == "all" ? listOfAll() : options.schedulers);
    if (!schedulers) return schedulers.error();
    for (const Spec& scheduler : *schedulers) plan.schedulers.push_back(fromHere(scheduler, plan.base->file.baseFolder));
    if (networks.empty()) return plan;
    Result<std::vector<Spec>> list = networkList("--networks", networks);
    if (!list) return list.error();
    plan.networks = std::move(*list);
    return plan;
}

// One case a network and seed that changes something; where a scheduler failed there is nothing to compare. The network varies
// fastest in the rows.
void addCases(const Round& round, const std::string& name, std::vector<ContestCase>& cases) {
    const std::size_t networks = std::max<std::size_t>(1, round.plan.networks.size());
    const std::size_t schedulers = round.plan.schedulers.size();
    if (round.result.rows.size() != networks * schedulers) return;
    for (std::size_t n = 0; n < networks; ++n) {
        std::vector<ContestCase> bySeed;
        for (std::uint32_t seed = 0; seed < round.plan.repeat; ++seed) {
            ContestCase one{name + ", " + round.result.rows[n].network.text() + ", seed " + std::to_string(round.plan.base->file.seed + seed), 0, {}};
            for (std::size_t s = 0; s < schedulers; ++s) {
                const SweepRow& row = round.result.rows[s * networks + n];
                if (seed >= row.makespans.size() || row.makespans[seed] <= 0) break;
                one.makespans.push_back(row.makespans[seed]);
                one.lowerBound = row.lowerBounds[seed];
            }
            if (one.makespans.size() == schedulers) bySeed.push_back(std::move(one));
        }
        for (ContestCase& one : independentCases(std::move(bySeed))) cases.push_back(std::move(one));
    }
}

Contest contestOf(const std::vector<Round>& rounds) {
    std::vector<std::string> contestants;
    for (const Spec& scheduler : rounds.front().plan.schedulers) contestants.push_back(scheduler.text());
    std::vector<ContestCase> cases;
    for (const Round& round : rounds) addCases(round, round.input + " on " + round.plan.base->platform->description(), cases);
    return {std::move(contestants), std::move(cases)};
}

// The rows say what they are about where there are several.
Json allRows(const std::vector<Round>& rounds) {
    Json rows = Json::array();
    for (const Round& round : rounds)
        for (const Json& row : rowsJson(round.result)) {
            Json named;
            if (rounds.size() > 1) named = {{"input", round.input}, {"platform", round.plan.base->platform->description()}};
            named.update(row);
            rows.push_back(std::move(named));
        }
    return rows;
}

// What the seeds were worth: a reader who asked for ten of them should know why there are no ten cases.
std::string repeatedText(const Contest& contest, std::uint32_t seeds) {
    const auto repeated = std::count_if(contest.cases().begin(), contest.cases().end(), [](const ContestCase& one) { return one.seeds > 1; });
    if (repeated == 0) return {};
    return std::string(static_cast<std::size_t>(repeated) == contest.cases().size() ? "nothing in the scenarios is drawn"
                                                                                    : "in " + std::to_string(repeated) + " cases nothing in the scenario is drawn") +
           ": the " + std::to_string(seeds) + " seeds differ in schedulers that draw at most and count as one case of mean makespans\n";
}

// What all cases have in common; the rows of --csv and --json say it one by one.
void printSetting(const std::vector<Round>& rounds, const Contest& contest) {
    std::vector<std::string> inputs, platforms, networks;
    const auto add = [](std::vector<std::string>& list, const std::string& text) {
        if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
    };
    for (const Round& round : rounds) {
        add(inputs, round.input);
        add(platforms, round.plan.base->platform->description());
        for (const SweepRow& row : round.result.rows) add(networks, row.network.text());
    }
    const auto joined = [](const std::vector<std::string>& list) {
        std::string text;
        for (const std::string& one : list) text += (text.empty() ? "" : "; ") + one;
        return text;
    };
    std::printf("%zu schedulers on %zu cases: %zu %s, %s\n", contest.contestants().size(), contest.cases().size(), inputs.size(),
                inputs.size() == 1 ? "input" : "inputs", seedsText(*rounds[0].plan.base, rounds[0].plan).c_str());
    std::printf("platform: %s\nnetwork: %s\n\n", joined(platforms).c_str(), joined(networks).c_str());
}

void printText(const std::vector<Round>& rounds, const Contest& contest) {
    const bool several = contest.contestants().size() > 1 && contest.cases().size() > 1;
    if (rounds.size() == 1) {
        printHeading(*rounds[0].plan.base, rounds[0].plan);
        printRows(rounds[0].plan, rounds[0].result);
        if (several) std::printf("\n");
    } else {
        printSetting(rounds, contest);
    }
    if (const std::string repeated = repeatedText(contest, rounds[0].plan.repeat); !repeated.empty() && contest.contestants().size() > 1)
        std::printf("%s%s\n", rounds.size() == 1 && !several ? "\n" : "", repeated.c_str());
    if (several) printContest(contest);
}

}  // namespace

int compare(const CompareOptions& options) {
    if (options.json && options.csv) return reportError(failure("give either --json or --csv"));
    std::vector<std::string> platforms = splitList(options.platforms);
    if (platforms.empty()) platforms.emplace_back();
    std::vector<Round> rounds;
    int status = kDone;
    bool cancelled = false;
    for (const std::string& input : options.inputs)
        for (const std::string& platform : platforms) {
            if (cancelled) break;
            Result<SweepPlan> plan = planFor(options, input, platform);
            if (!plan) return reportError(plan.error());
            Round round{input, std::move(*plan), {}};
            Result<SweepResult> result = runSweep(round.plan, options.jobs, "simulating " + input);
            if (!result) return reportError(result.error().in(input));
            round.result = std::move(*result);
            status = std::max(status, sweepStatus(round.result, input));
            rounds.push_back(std::move(round));
            cancelled = rounds.back().result.cancelled;
        }
    const Contest contest = contestOf(rounds);
    if (options.json) {
        Json json;
        json["scenario"] = rounds[0].plan.base->file.name;
        json["seed"] = rounds[0].plan.base->file.seed;
        json["points"] = 0;
        for (const Round& round : rounds) json["points"] = json["points"].get<std::size_t>() + round.result.points;
        json["rows"] = allRows(rounds);
        if (!contest.cases().empty()) json["contest"] = contestJson(contest);
        printJson(json);
    } else if (options.csv) {
        printCsv(allRows(rounds));
    } else {
        printText(rounds, contest);
    }
    return status;
}

}  // namespace loom::cli
