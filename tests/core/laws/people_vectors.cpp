#include <algorithm>
#include <cmath>

#include "core/laws/crowd.h"
#include "core/laws/reliability.h"
#include "core/laws/tails.h"
#include "tests/core/laws/law_vectors.h"

namespace loom::laws::test {

namespace {

Json condorcetVector(const Json& in) {
    Json out;
    for (const Json& p : in["p"]) out[p.dump()] = mapped(in["n"], [&](int n) { return majorityAccuracy(p, n); });
    return out;
}

Json sequentialVector(const Json& in) {
    return {{"P", mapped(in["k"], [&](int k) { return leadBy(in["p"], k).accuracy; })},
            {"EN", mapped(in["k"], [&](int k) { return leadBy(in["p"], k).answers; })}};
}

Json quorumVector(const Json& in) {
    return {{"P", mapped(in["q"], [&](int q) { return firstTo(in["p"], q).accuracy; })},
            {"EN", mapped(in["q"], [&](int q) { return firstTo(in["p"], q).answers; })},
            {"equals_majority_2q_1", mapped(in["q"], [&](int q) { return majorityAccuracy(in["p"], 2 * q - 1); })}};
}

Json goldVector(const Json& in) {
    return {{"pass_good_p09", goldPass(0.9, in["g"], in["t"])},
            {"pass_mediocre_p07", goldPass(0.7, in["g"], in["t"])},
            {"pass_spammer_p05", goldPass(0.5, in["g"], in["t"])}};
}

Json dawidSkeneVector(const Json& in) {
    const auto answers = in["responses"].get<std::vector<std::vector<int>>>();
    const auto truth = in["truth"].get<std::vector<int>>();
    const DawidSkene first = dawidSkene(answers, 2, 1, in["smooth"]), last = dawidSkene(answers, 2, in["iters"], in["smooth"]);
    int majorityErrors = 0, errors = 0;
    double least = 1, most = 0;
    Json afterOne = Json::array();
    for (std::size_t i = 0; i < truth.size(); ++i) {
        const auto ones = std::count(answers[i].begin(), answers[i].end(), 1);
        const bool one = truth[i] == 1;
        const double p = last.posterior[i][1];
        majorityErrors += (2 * ones > static_cast<long>(answers[i].size())) != one ? 1 : 0;
        errors += (p > 0.5) != one ? 1 : 0;
        if (one) least = std::min(least, p);
        if (!one) most = std::max(most, p);
        afterOne.push_back(first.posterior[i][1]);
    }
    return {{"majority_errors", majorityErrors},         {"ds_errors", errors},
            {"posterior_class1_after_1_iter", afterOne}, {"posterior_class1_min_true", least},
            {"posterior_class1_max_false", most},        {"prior", last.prior},
            {"worker_accuracy", last.accuracy}};
}

Json responseTimeVector(const Json& in) {
    const double mu = std::log(in["median"].get<double>()), sigma = in["sigma"];
    const LogNormal times{mu, sigma};
    return {{"mean", times.mean()},
            {"p90", times.quantile(0.9)},
            {"Emax3", orderStatisticLogNormal(in["m"], 3, mu, sigma)},
            {"Emedian3", orderStatisticLogNormal(in["m"], 2, mu, sigma)}};
}

}  // namespace

const std::vector<LawVector>& peopleVectors() {
    static const std::vector<LawVector> table{
        {"CONDORCET", condorcetVector},
        {"SEQUENTIAL", sequentialVector},
        {"QUORUM_FIRST", quorumVector},
        {"WEIGHTED",
         [](const Json& in) -> Json {
             const std::vector<double> p = numbers(in["p"]);
             return {{"weights", mapped(in["p"], voteWeight)},
                     {"P_weighted", weightedAccuracy(p)},
                     {"P_simple", unweightedAccuracy(p)}};
         }},
        {"GOLD", goldVector},
        {"DAWID_SKENE", dawidSkeneVector},
        {"HUMAN_TIME", responseTimeVector},
        {"HUMAN_COST",
         [](const Json& in) -> Json {
             return {{"cost", costPerItem(in["n"], in["fee"], in["platform"], in["gold_fraction"])}};
         }},
        {"HUMAN_N",
         [](const Json& in) -> Json {
             return {{"n", mapped(in["p"], [&](double p) { return votersFor(p, in["target"]); })}};
         }},
    };
    return table;
}

}  // namespace loom::laws::test
