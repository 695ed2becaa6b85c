#include <numeric>

#include "core/laws/checkpoint.h"
#include "core/laws/reliability.h"
#include "core/laws/storage.h"
#include "tests/core/laws/law_vectors.h"

namespace loom::laws::test {

namespace {

constexpr double kHoursPerYear = 8766;

Json checkpointVector(const Json& in) {
    const double cost = in["delta"], mtbf = in["M"], restart = in["R"];
    const double young = youngInterval(cost, mtbf), daly = dalyInterval(cost, mtbf), exact = exactInterval(cost, mtbf);
    const auto slowdown = [&](double interval) { return checkpointSlowdown(interval, cost, mtbf, restart); };
    return {{"young", young},
            {"daly", daly},
            {"exact", exact},
            {"slowdown_at_exact", slowdown(exact)},
            {"slowdown_at_young", slowdown(young)},
            {"slowdown_at_daly", slowdown(daly)},
            {"slowdown_tau_600", slowdown(600)},
            {"slowdown_tau_36000", slowdown(36000)},
            {"first_order_waste_young", firstOrderWaste(young, cost, mtbf)}};
}

Json weibullVector(const Json& in) {
    const Weibull w{in["k"], in["scale"]};
    return {{"mean", w.mean()},
            {"cv", w.variation()},
            {"median", w.median()},
            {"S_100", w.survival(in["t"])},
            {"P_next10_given_100", w.failsWithin(in["t"], in["d"])},
            {"sample_u03", w.sample(in["u"])}};
}

Json availabilityVector(const Json& in) {
    const double a = availability(in["MTBF"], in["MTTR"]);
    return {{"A", a},
            {"series3", allUp(a, in["n"])},
            {"parallel3", anyUp(a, in["n"])},
            {"two_of_three", enoughUp(a, in["n"], in["k"])},
            {"raft5", enoughUp(a, 5, 3)}};
}

Json dataLossVector(const Json& in) {
    const double lambda = in["lam"], mu = in["mu"], cubed = lambda * lambda * lambda;
    return {{"serial_repair", meanTimeToDataLoss(3, 1, lambda, mu, Repair::serial)},
            {"parallel_repair", meanTimeToDataLoss(3, 1, lambda, mu, Repair::parallel)},
            {"approx_mu2_over_6lam3", mu * mu / (6 * cubed)},
            {"approx_parallel_mu2_over_3lam3", mu * mu / (3 * cubed)}};
}

Json unavailabilityVector(const Json& in) {
    const double p = in["p"];
    return {{"rep3", unavailability(1, 2, p)}, {"rs63", unavailability(6, 3, p)}, {"rs104", unavailability(10, 4, p)},
            {"overhead_rep3", 3.0 / 1},        {"overhead_rs63", 9.0 / 6},        {"overhead_rs104", 14.0 / 10},
            {"repair_read_rep3", 1},           {"repair_read_rs63", 6},           {"repair_read_rs104", 10}};
}

Json retryVector(const Json& in) {
    const double q = in["q"];
    const int most = in["n"];
    return {{"E_unbounded", expectedAttempts(q)},
            {"E_max4", expectedAttempts(q, most)},
            {"P_fail", allAttemptsFail(q, most)},
            {"P_job_ok_1000_tasks", allTasksSucceed(q, most, 1000)}};
}

Json backoffVector(const Json& in) {
    const std::vector<double> waits = backoffWaits(in["base"], in["mult"], in["cap"], in["n"]);
    const double total = std::accumulate(waits.begin(), waits.end(), 0.0);
    return {{"waits", waits}, {"total", total}, {"mean_full_jitter", total / 2}, {"mean_equal_jitter", total * 3 / 4}};
}

Json repairVector(const Json& in) {
    const RepairTime r = repairTime(in["live"], in["node_bytes"], in["block"], in["rate_per_stream"], in["streams"]);
    return {{"blocks", r.blocks},
            {"T_namenode", r.scheduling},
            {"T_bandwidth", r.bandwidth},
            {"T", r.total},
            {"detect", deadNodeDelay(300, 3)}};
}

Json rackVector(const Json& in) {
    const int racks = in["racks"], nodes = in["nodes_per_rack"];
    return {{"random_one_rack", rackLossRandom(racks, nodes, 1)},
            {"random_two_racks", rackLossRandom(racks, nodes, 2)},
            {"hdfs_one_rack", rackLossTwoRacks(racks, 1)},
            {"hdfs_two_racks", rackLossTwoRacks(racks, 2)}};
}

}  // namespace

const std::vector<LawVector>& reliabilityVectors() {
    static const std::vector<LawVector> table{
        {"DALY", checkpointVector},
        {"NO_CKPT",
         [](const Json& in) -> Json {
             return {{"E", withoutCheckpoint(in["t"], in["MTBF"], in["R"])},
                     {"E_t2", withoutCheckpoint(in["t2"], in["MTBF"], in["R"])}};
         }},
        {"SPOT",
         [](const Json& in) -> Json {
             const double time = withoutCheckpoint(in["t"], 1 / in["l"].get<double>(), in["R"]);
             return {{"ET", time},
                     {"cost_spot", time * in["price_spot"].get<double>()},
                     {"cost_od", in["t"].get<double>() * in["price_od"].get<double>()}};
         }},
        {"SYS_MTBF",
         [](const Json& in) -> Json {
             const double node = in["M_node_years"].get<double>() * kHoursPerYear;
             return {{"M_sys_h", systemMtbf(node, in["N"])}, {"P_ok_24h", noFailureProbability(node, in["N"], in["t_h"])}};
         }},
        {"WEIBULL", weibullVector},
        {"LOGNORMAL",
         [](const Json& in) -> Json {
             const LogNormal l = LogNormal::fromMean(in["mean"], in["cv"]);
             return {{"sigma", l.sigma}, {"mu", l.mu}, {"median", l.median()}, {"p99", l.quantile(0.99)}};
         }},
        {"AVAIL", availabilityVector},
        {"MTTDL3", dataLossVector},
        {"MTTDL_RS63",
         [](const Json& in) -> Json {
             return {{"serial_repair", meanTimeToDataLoss(9, 6, in["lam"], in["mu"], Repair::serial)}};
         }},
        {"EC_UNAVAIL", unavailabilityVector},
        {"RETRY", retryVector},
        {"BACKOFF", backoffVector},
        {"RETRY_AMPLIFICATION",
         [](const Json& in) -> Json {
             return {{"calls", retryAmplification(in["r"], in["d"])}};
         }},
        {"HDFS_DEAD",
         [](const Json& in) -> Json {
             return {{"T", deadNodeDelay(in["recheck"], in["heartbeat"])}};
         }},
        {"LOCALITY",
         [](const Json& in) -> Json {
             return {{"P", mapped(in["k"], [&](int k) { return localityProbability(in["N"], in["r"], k); })}};
         }},
        {"REREPL", repairVector},
        {"PIPELINE",
         [](const Json& in) -> Json {
             const ReplicatedWrite w = replicatedWrite(in["size"], in["rate"], in["r"], in["packet"], in["hop_lat"]);
             return {{"pipeline", w.pipeline}, {"star_from_client", w.star}};
         }},
        {"RACK", rackVector},
        {"COPYSET",
         [](const Json& in) -> Json {
             return {{"P", mapped(in["blocks"], [&](double blocks) { return copysetLoss(in["N"], in["f"], blocks); })}};
         }},
        {"MR_SPLITS",
         [](const Json& in) -> Json {
             const double tasks = splits(in["S"], in["split"]), rounds = waves(tasks, in["slots"]);
             return {{"M", tasks}, {"waves", rounds}, {"T", rounds * in["t"].get<double>()}};
         }},
    };
    return table;
}

}  // namespace loom::laws::test
