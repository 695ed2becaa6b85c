#include "app/session/ratios.h"

#include <algorithm>

#include "app/session/text.h"
#include "sim/sweep/contest.h"
#include "sim/sweep/interval.h"
#include "sim/sweep/sweep.h"

namespace loom {

namespace {

std::vector<ContestCase> casesOf(const SweepResult& result, std::uint32_t seeds) {
    std::vector<ContestCase> cases;
    for (std::uint32_t seed = 0; seed < seeds; ++seed) {
        ContestCase one;
        for (const SweepRow& row : result.rows) {
            if (seed >= row.makespans.size() || row.makespans[seed] <= 0) break;
            one.makespans.push_back(row.makespans[seed]);
        }
        if (one.makespans.size() == result.rows.size()) cases.push_back(std::move(one));
    }
    return cases;
}

}  // namespace

RatiosPtr measureRatios(const FilePtr& file, const std::vector<Spec>& schedulers, std::uint32_t seeds, Progress& progress) {
    auto ratios = std::make_shared<Ratios>();
    ratios->of = file;
    const Result<ScenarioPtr> scenario = resolveScenario(*file);
    const Result<SweepResult> swept =
        scenario ? sweep({*scenario, {}, schedulers, {}, seeds}, 1, progress) : Result<SweepResult>(scenario.error());
    if (!swept) {
        ratios->failure = toQString(swept.error().text());
        return ratios;
    }
    for (const SweepRow& row : swept->rows)
        if (ratios->failure.isEmpty() && !row.failure.empty())
            ratios->failure = QStringLiteral("%1: %2").arg(toQString(row.scheduler.text()), toQString(row.failure));
    if (swept->rows.size() != schedulers.size()) return ratios;
    std::vector<std::string> names;
    for (const Spec& scheduler : schedulers) names.push_back(scheduler.text());
    const Contest contest(names, casesOf(*swept, seeds));
    ratios->seeds = contest.cases().size();
    if (ratios->seeds == 0) return ratios;
    const std::vector<Standing> standings = contest.standings();
    for (std::size_t s = 0; s < names.size(); ++s) {
        std::vector<double> makespans;
        for (const ContestCase& one : contest.cases()) makespans.push_back(one.makespans[s]);
        const auto [least, most] = std::minmax_element(makespans.begin(), makespans.end());
        ratios->alike = ratios->alike && *least == *most;
        const PairedDifference toFirst = contest.difference(s, 0);
        const Standing& standing = standings[s];
        ratios->rows.push_back({toQString(names[s]), mean(makespans), standing.meanRatio, standing.ratio95, standing.worstRatio,
                                standing.meanRank, standing.best, toFirst.mean, toFirst.half95});
    }
    return ratios;
}

}  // namespace loom
