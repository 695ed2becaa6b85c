#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/laws/economy.h"
#include "core/laws/policies.h"
#include "core/laws/protocols.h"
#include "tests/core/laws/law_vectors.h"

namespace loom::laws::test {

namespace {

Json pushVector(const Json& in) {
    const std::vector<double> fractions = pushGossipFractions(1000);
    return {{"log2n_plus_lnn", mapped(in["n"], pushGossipRounds)},
            {"recursion_rounds_n1000", fractions.size()},
            {"recursion_first_5_infected_fraction_n1000", std::vector<double>(fractions.begin(), fractions.begin() + 5)}};
}

Json memberlistVector(const Json& in) {
    Json out;
    for (int n : in["n"]) {
        const SuspicionTimer timer = suspicionTimer(n, 4, 1);
        Json timeouts = Json::array();
        for (int c = 0; c <= timer.confirmations; ++c) timeouts.push_back(timer.after(c));
        out[std::to_string(n)] = {{"min", timer.least},
                                  {"max", timer.most},
                                  {"k", timer.confirmations},
                                  {"timeout_by_confirmations", timeouts},
                                  {"retransmit", retransmits(n, 4)},
                                  {"pushpull_s", pushPullInterval(n, 30)}};
    }
    return out;
}

Json phiVector(const Json& in) {
    const double mean = in["mean"], deviation = in["sd"];
    return {{"normal", mapped(in["t"], [&](double t) { return phiNormal(t, mean, deviation); })},
            {"akka", mapped(in["t"], [&](double t) { return phiLogistic(t, mean, deviation); })},
            {"exponential", phiExponential(in["exp_t"], in["exp_mean"])},
            {"akka_default_time_to_phi8_hb1s_pause3s_sd01", phiLogisticTime(8, 1 + 3, 0.1)}};
}

Json electionVector(const Json& in) {
    const Json expected = mapped(in["cases"], [](const Json& c) { return raftElectionTime(c[0], c[1], c[2]); });
    Json milliseconds = Json::array();
    for (std::size_t i = 0; i < 2; ++i) milliseconds.push_back(expected[i].get<double>() * 150);
    return {{"E", expected}, {"ms_for_150_300_l15", milliseconds}};
}

Json autoscaleVector(const Json& in) {
    return {{"raw", mapped(in["cases"], [](const Json& c) { return autoscaleReplicas(c[0], c[1], c[2]); })},
            {"after_first_15s_cap_from_1", autoscaleStepLimit(1)}};
}

Json fairnessVector(const Json& in) {
    const std::vector<std::vector<double>> demands{numbers(in["A"]), numbers(in["B"])};
    const DominantShares d = dominantResourceFairness(numbers(in["cap"]), demands);
    return {{"A", d.tasks[0]}, {"B", d.tasks[1]}, {"dominant_share", d.shares[0]}};
}

Json daskObjectiveVector(const Json& in) {
    Json out;
    std::string best;
    for (const std::string name : {"A", "B", "C"}) {
        const Json& w = in[name];
        out[name] = daskStart(w["occ"], w["nthreads"], w["missing"], in["bandwidth"]);
        if (best.empty() || out[name] < out[best]) best = name;
    }
    out["choice"] = best;
    return out;
}

Json daskStealVector(const Json& in) {
    Json ratios = Json::array(), stealLevels = Json::array();
    for (const Json& c : in["cases"]) {
        ratios.push_back(daskStealRatio(c[0], 100e6, c[1]));
        const std::optional<int> level = daskStealLevel(ratios.back());
        stealLevels.push_back(level ? Json(*level) : Json());
    }
    const StealTest test = daskSteal(0, 1, 4, 0, 1);
    return {{"mult", ratios},
            {"level", stealLevels},
            {"steal_example",
             {{"occ_thief", 0},
              {"comm_thief", 1},
              {"compute", 1},
              {"occ_victim", 4},
              {"comm_victim", 0},
              {"lhs", test.thief},
              {"rhs", test.victim},
              {"steal", test.steal()}}}};
}

Json rayVector(const Json& in) {
    const auto choice = [](const Json& utilisation) -> Json {
        const std::vector<std::string> names{"local", "n1", "n2"};
        std::vector<double> u;
        for (const std::string& name : names) u.push_back(utilisation[name]);
        const std::vector<std::size_t> candidates = rayCandidates(u, 0, rayTop(u.size()));
        return candidates.size() == 1 ? Json(names[candidates[0]]) : Json("several");
    };
    return {{"choice1", choice(in["util"])}, {"choice2", choice(in["util2"])}};
}

Json sparkVector(const Json& in) {
    Json finished = Json::array(), threshold = Json::array();
    for (std::size_t i = 0; i < in["q"].size(); ++i) {
        finished.push_back(sparkMinFinished(in["q"][i], in["n"]));
        threshold.push_back(sparkSpeculationAge(in["mult"][i], in["median"]));
    }
    return {{"min_finished", finished}, {"threshold", threshold}};
}

Json banditVector(const Json& in) {
    std::vector<double> index;
    for (std::size_t i = 0; i < in["n"].size(); ++i) index.push_back(ucb1(in["mean"][i], in["n"][i], in["t"]));
    return {{"index", index}, {"choice", std::max_element(index.begin(), index.end()) - index.begin()}};
}

Json commitVector(const Json& in) {
    const std::vector<double> rtt = numbers(in["rtt"]);
    return {{"commit_no_disk", raftCommit(rtt, 0)},
            {"commit_with_fsync", raftCommit(rtt, in["fsync"])},
            {"n3_subset_80_120", raftCommit({80, 120}, 0)}};
}

Json burnVector(const Json& in) {
    Json consumed = Json::array(), exhausted = Json::array(), threshold = Json::array();
    for (const Json& pair : in["pairs"]) {
        consumed.push_back(burnConsumed(pair[0], pair[1], in["period_h"]));
        exhausted.push_back(burnExhausts(pair[0], in["period_h"]));
        threshold.push_back(burnThreshold(pair[0], in["SLO"]));
    }
    return {{"consumed", consumed},
            {"exhaust_h", exhausted},
            {"threshold", threshold},
            {"detect_min_100pct_errors_1h_window", burnDetection(14.4, in["SLO"], 60)}};
}

Json quantumVector(const Json& in) {
    const QuantumLoop loop{in["circuits"], in["shots"], in["t_circ"], in["t_rep"],
                           in["t_load"],   in["wait"],  in["net"],    in["classical"]};
    return {{"exec", loop.execution()},
            {"iter", loop.iteration()},
            {"total_queued_each", loop.queuedEachTime(in["iters"])},
            {"total_session", loop.session(in["iters"])},
            {"shot_noise_std", loop.shotNoise()}};
}

}  // namespace

const std::vector<LawVector>& systemVectors() {
    static const std::vector<LawVector> table{
        {"GOSSIP_PUSH", pushVector, {"sim_mean", "sim_mean_abs_tol"}},
        {"GOSSIP_PUSHPULL",
         [](const Json& in) -> Json {
             return {{"log3n_plus_lnlnn", mapped(in["n"], pushPullGossipRounds)}};
         },
         {"sim_mean", "sim_mean_abs_tol", "sim_mean_pull_only", "sim_mean_push_fan3"}},
        {"RUMOR_RESIDUE",
         [](const Json& in) -> Json {
             return {{"residue", mapped(in["k"], rumourResidue)}};
         }},
        {"SWIM",
         [](const Json& in) -> Json {
             return {{"expected", mapped(in["n"], swimDetectionPeriods)}, {"limit", std::numbers::e / (std::numbers::e - 1)}};
         }},
        {"MEMBERLIST", memberlistVector},
        {"PHI", phiVector},
        {"RAFT_SPLIT",
         [](const Json& in) -> Json {
             return {{"P", mapped(in["cases"], [](const Json& c) { return raftSplitVote(c[0], c[1], c[2]); })}};
         }},
        {"RAFT_ELECT", electionVector},
        {"RAFT_COMMIT", commitVector},
        {"HPA", autoscaleVector},
        {"FAIRSHARE",
         [](const Json& in) -> Json {
             return {{"F", fairShareFactor(in["U"], in["S"], in["damping"])}};
         }},
        {"DYNALLOC",
         [](const Json& in) -> Json {
             return {{"targets", dynamicAllocation(in["need"])}};
         }},
        {"DRF", fairnessVector},
        {"DASK_OBJ", daskObjectiveVector},
        {"DASK_STEAL", daskStealVector},
        {"DASK_SLOTS",
         [](const Json& in) -> Json {
             return {{"slots", mapped(in["nthreads"], [&](int n) { return daskSlots(in["sat"], n, 0); })}};
         }},
        {"RAY_HYBRID", rayVector},
        {"SPARK_SPEC", sparkVector},
        {"UCB1", banditVector},
        {"ENERGY",
         [](const Json& in) -> Json {
             const double linear = powerLinear(in["Pi"], in["Pp"], in["u"]);
             return {{"linear", linear},
                     {"empirical", powerEmpirical(in["Pi"], in["Pp"], in["u"])},
                     {"kWh_linear", energy(linear, in["t_h"], in["PUE"]) / 1000}};
         }},
        {"EGRESS",
         [](const Json& in) -> Json {
             return {{"cost", tieredCost(in["GB"], in["tiers"].get<std::vector<std::pair<double, double>>>())}};
         }},
        {"FPGA",
         [](const Json& in) -> Json {
             return {{"n_star", reconfigurationBreakEven(in["R"], in["t_c"], in["t_f"])},
                     {"partial_time", in["bitstream"].get<double>() / 400e6}};
         }},
        {"QPU", quantumVector},
        {"SLO",
         [](const Json& in) -> Json {
             const double minutes = in["window_days"].get<double>() * 1440;
             return {{"minutes", mapped(in["SLO"], [&](double slo) { return errorBudget(slo, minutes); })}};
         }},
        {"BURN", burnVector},
        {"ALERT_FOR",
         [](const Json& in) -> Json {
             const AlertTimes t = alertTimes(in["breach_at"], in["scrape"], in["eval"], in["for_"]);
             return {{"first_sample_above", t.firstSample}, {"pending_at", t.pending}, {"firing_at", t.firing}};
         }},
    };
    return table;
}

}  // namespace loom::laws::test
