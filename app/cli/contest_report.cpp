#include "app/cli/contest_report.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>

#include <nlohmann/json.hpp>

#include "app/cli/output.h"

namespace loom::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr double kFactors[] = {1, 1.01, 1.02, 1.05, 1.1, 1.2, 1.5, 2, 3, 5, 10};
constexpr std::size_t kMostHeadToHead = 12;

std::string percent(double share, int digits = 3) { return formatNumber(share * 100, digits) + " %"; }

std::string times(double ratio) { return formatNumber(ratio, 4) + "x"; }
// "+12 % ± 3.4"
std::string differenceText(const PairedDifference& d) {
    return (d.mean > 0 ? "+" : "") + percent(d.mean, 2) + " ± " + formatNumber(d.half95 * 100, 2);
}

// Best mean rank first.
std::vector<std::size_t> inOrder(const std::vector<Standing>& standings) {
    std::vector<std::size_t> order(standings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return standings[a].meanRank < standings[b].meanRank; });
    return order;
}

void printStandings(const Contest& contest, const std::vector<Standing>& standings, const std::vector<std::size_t>& order) {
    Table table({"scheduler", "mean rank", "best in", "vs best", "± 95 %", "worst", "vs bound", "vs first ± 95 %"});
    for (const std::size_t c : order) {
        const Standing& s = standings[c];
        table.add({contest.contestants()[c], formatNumber(s.meanRank, 3), std::to_string(s.best) + " of " + std::to_string(contest.cases().size()),
                   times(s.meanRatio), formatNumber(s.ratio95, 2), times(s.worstRatio), times(s.boundRatio),
                   c == order.front() ? "" : differenceText(contest.difference(c, order.front()))});
    }
    table.print();
    std::printf("\nvs best, worst, vs bound: the makespan as a multiple of the best of the case (mean, largest) and of its lower bound (mean);\n"
                "vs first: the mean difference to the first row, paired by case\n");
    const double apart = contest.criticalDifference();
    if (std::isfinite(apart))
        std::printf("\nmean ranks at least %s apart differ significantly (Nemenyi test, 5 %%)\n", formatNumber(apart, 3).c_str());
}

// Row against column: wins, and the mean difference where it is significant.
void printHeadToHead(const Contest& contest, const std::vector<std::size_t>& order) {
    std::vector<std::string> heading{"wins of row over column"};
    for (const std::size_t c : order) heading.push_back(contest.contestants()[c]);
    Table wins(heading);
    heading[0] = "mean difference ± 95 %";
    Table differences(heading);
    for (const std::size_t a : order) {
        std::vector<std::string> won{contest.contestants()[a]};
        std::vector<std::string> differs = won;
        for (const std::size_t b : order) {
            won.push_back(a == b ? "" : std::to_string(contest.wins(a, b)));
            differs.push_back(a == b ? "" : differenceText(contest.difference(a, b)));
        }
        wins.add(std::move(won));
        differences.add(std::move(differs));
    }
    std::printf("\n");
    wins.print();
    std::printf("\n");
    differences.print();
}

void printProfile(const Contest& contest, const std::vector<std::size_t>& order) {
    std::vector<std::string> heading{"cases within ... of the best"};
    for (const double factor : kFactors) heading.push_back(formatNumber(factor, 3) + "x");
    Table table(heading);
    for (const std::size_t c : order) {
        std::vector<std::string> cells{contest.contestants()[c]};
        for (const double factor : kFactors) cells.push_back(percent(contest.profile(c, factor)));
        table.add(std::move(cells));
    }
    std::printf("\n");
    table.print();
}

}  // namespace

Json contestJson(const Contest& contest) {
    Json cases = Json::array(), standings = Json::array(), wins = Json::array(), differences = Json::array(), shares = Json::array();
    for (const ContestCase& one : contest.cases())
        cases.push_back(Json{{"name", one.name}, {"lowerBound", one.lowerBound}, {"makespans", one.makespans}, {"seeds", one.seeds}});
    const std::vector<Standing> table = contest.standings();
    for (std::size_t a = 0; a < table.size(); ++a) {
        const Standing& s = table[a];
        standings.push_back(Json{{"scheduler", contest.contestants()[a]}, {"meanRank", s.meanRank}, {"best", s.best}, {"ratioToBest", s.meanRatio},
                                 {"ci95", s.ratio95}, {"worstRatio", s.worstRatio}, {"ratioToBound", s.boundRatio}});
        Json won = Json::array(), differs = Json::array(), within = Json::array();
        for (std::size_t b = 0; b < table.size(); ++b) {
            won.push_back(contest.wins(a, b));
            const PairedDifference d = contest.difference(a, b);
            differs.push_back(Json{{"mean", d.mean}, {"ci95", d.half95}});
        }
        for (const double factor : kFactors) within.push_back(contest.profile(a, factor));
        wins.push_back(std::move(won));
        differences.push_back(std::move(differs));
        shares.push_back(std::move(within));
    }
    const double apart = contest.criticalDifference();
    Json json;
    json["contestants"] = contest.contestants();
    json["cases"] = std::move(cases);
    json["standings"] = std::move(standings);
    json["wins"] = std::move(wins);
    json["differences"] = std::move(differences);
    json["profile"]["factors"] = kFactors;
    json["profile"]["shares"] = std::move(shares);
    json["criticalDifference"] = std::isfinite(apart) ? Json(apart) : Json();
    return json;
}

void printContest(const Contest& contest) {
    const std::vector<Standing> standings = contest.standings();
    const std::vector<std::size_t> order = inOrder(standings);
    printStandings(contest, standings, order);
    if (order.size() <= kMostHeadToHead) printHeadToHead(contest, order);
    printProfile(contest, order);
    if (order.size() > kMostHeadToHead)
        std::printf("\nwins and differences of every pair: --json has them; here they stand for at most %zu schedulers\n", kMostHeadToHead);
}

}  // namespace loom::cli
