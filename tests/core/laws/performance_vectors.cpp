#include <cmath>

#include "core/laws/document.h"
#include "core/laws/list_bounds.h"
#include "core/laws/queueing.h"
#include "core/laws/speedup.h"
#include "core/laws/tails.h"
#include "tests/core/laws/law_vectors.h"

namespace loom::laws::test {

namespace {

Json documentOneVector(const Json& in) {
    const std::vector<double> t = numbers(in["t"]), c = numbers(in["c"]);
    const DocumentOne d = documentOne(t, c, in["r"]);
    return {{"T_doc", d.serialTotal},
            {"T_par", d.privateLinks},
            {"T_one_ingress_link", d.sharedCollector},
            {"T_overlap_lower_bound", d.overlapLowerBound},
            {"speedup_doc_over_par", d.serialTotal / d.privateLinks}};
}

Json documentTwoVector(const Json& in) {
    const DocumentTwo d = documentTwo(in["n"], in["m"], in["c"], in["r"], in["p"]);
    return {{"T_doc", d.serialTotal},
            {"T_p_parallel_comm", d.parallelTransfers},
            {"T_p_serial_comm", d.serialTransfers},
            {"T_p_overlapped", d.overlapped},
            {"p_where_master_saturates", d.saturation}};
}

Json uslVector(const Json& in) {
    const double sigma = in["sigma"], kappa = in["kappa"], peak = uslPeak(sigma, kappa);
    return {{"C", mapped(in["N"], [&](double n) { return uslCapacity(sigma, kappa, n); })},
            {"N_star", peak},
            {"C_star", uslCapacity(sigma, kappa, peak)}};
}

Json anomalyVector(const Json& in) {
    const std::vector<double> times = numbers(in["times"]);
    std::vector<double> shorter = times;
    for (double& t : shorter) t -= 1;
    std::vector<Precedence> edges, fewer;
    for (const Json& e : in["edges"]) {
        edges.emplace_back(e[0].get<std::size_t>() - 1, e[1].get<std::size_t>() - 1);
        if (e != Json{4, 5} && e != Json{4, 6}) fewer.push_back(edges.back());
    }
    std::vector<std::size_t> list, list2;
    for (std::size_t i : in["list"]) list.push_back(i - 1);
    for (std::size_t i : in["list2"]) list2.push_back(i - 1);
    return {{"makespan_m3", listMakespan(times, edges, 3, list)},
            {"makespan_m4", listMakespan(times, edges, 4, list)},
            {"makespan_m3_all_times_minus_1", listMakespan(shorter, edges, 3, list)},
            {"makespan_m3_without_edges_4_5_and_4_6", listMakespan(times, fewer, 3, list)},
            {"makespan_m3_list2", listMakespan(times, edges, 3, list2)}};
}

Json mmcVector(const Json& in) {
    const QueueMeasures q = mmc(in["lam"], in["mu"], in["c"]);
    return {{"rho", q.utilisation},
            {"P_wait", q.waitProbability},
            {"Wq", q.queueTime},
            {"W", q.systemTime},
            {"Lq", q.queueLength},
            {"L", q.systemLength},
            {"P_Wq_gt_50ms", mmcQueueTail(in["lam"], in["mu"], in["c"], 0.05)}};
}

Json mm1Vector(const Json& in) {
    const double lambda = in["lam"], mu = in["mu"];
    const QueueMeasures q = mm1(lambda, mu);
    return {{"rho", q.utilisation},
            {"L", q.systemLength},
            {"W", q.systemTime},
            {"Wq", q.queueTime},
            {"p95", mm1Quantile(lambda, mu, 0.95)},
            {"p99", mm1Quantile(lambda, mu, 0.99)},
            {"P_T_gt_1", mm1TailProbability(lambda, mu, in["t"])}};
}

Json poolVector(const Json& in) {
    const double lambda = in["lam"], mu = in["mu"];
    const int servers = in["c"];
    const double separate = mm1(lambda / servers, mu).systemTime, pooled = mmc(lambda, mu, servers).systemTime;
    return {{"W_separate", separate}, {"W_pooled", pooled}, {"ratio", separate / pooled}};
}

Json mg1Vector(const Json& in) {
    const QueueMeasures q = mg1(in["lam"], in["ES"], in["cs2"]);
    return {{"Wq", q.queueTime}, {"W", q.systemTime}, {"L", q.systemLength}};
}

Json pregelFitVector(const Json& in) {
    const ScalingFit fit = fitScaling(50, in["T50"], 800, in["T800"]);
    constexpr double kVertices = 1e9;
    return {{"A", fit.parallel},
            {"C", fit.serial},
            {"per_vertex_us", fit.parallel / kVertices * 1e6},
            {"barrier_s", fit.serial / in["supersteps"].get<double>()},
            {"speedup", in["T50"].get<double>() / in["T800"].get<double>()},
            {"predicted_50e9_at_800", 50 * fit.parallel / 800 + fit.serial}};
}

Json speculatedBarrierVector(const Json& in) {
    const SpeculatedBarrier b = speculatedBarrier(in["n"], in["p"], in["T"], in["s"], in["m"]);
    return {{"P", b.stragglerProbability}, {"E_no_spec", b.without}, {"E_spec", b.with}};
}

}  // namespace

const std::vector<LawVector>& performanceVectors() {
    static const std::vector<LawVector> table{
        {"DOC1", documentOneVector},
        {"DOC2", documentTwoVector},
        {"AMDAHL",
         [](const Json& in) -> Json {
             return {{"S", mapped(in["p"], [&](double p) { return amdahl(in["f"], p); })}, {"S_inf", amdahlLimit(in["f"])}};
         }},
        {"GUSTAFSON",
         [](const Json& in) -> Json {
             return {{"S", mapped(in["p"], [&](double p) { return gustafson(in["s"], p); })}};
         }},
        {"USL", uslVector},
        {"KARPFLATT",
         [](const Json& in) -> Json {
             return {{"e", karpFlatt(in["S"], in["p"])}};
         }},
        {"BRENT",
         [](const Json& in) -> Json {
             const Bounds b = brent(in["T1"], in["Tinf"], in["p"]);
             return {{"lower", b.lower}, {"upper", b.upper}};
         }},
        {"GRAHAM_BOUND",
         [](const Json& in) -> Json {
             const std::vector<double> jobs = numbers(in["jobs"]);
             return {{"bound", grahamRatio(in["m"])},
                     {"LS", listMakespan(jobs, in["m"])},
                     {"OPT", makespanLowerBound(jobs, in["m"])}};
         }},
        {"LPT",
         [](const Json& in) -> Json {
             const std::vector<double> jobs = numbers(in["jobs"]);
             const double lpt = lptMakespan(jobs, in["m"]), optimum = makespanLowerBound(jobs, in["m"]);
             return {{"bound", lptRatio(in["m"])}, {"LPT", lpt}, {"OPT", optimum}, {"ratio", lpt / optimum}};
         }},
        {"GRAHAM_ANOMALY", anomalyVector},
        {"ROOFLINE",
         [](const Json& in) -> Json {
             return {{"P", mapped(in["AI"], [&](double ai) { return roofline(in["P_peak"], in["BW"], ai); })},
                     {"ridge", rooflineRidge(in["P_peak"], in["BW"])}};
         }},
        {"OPT_P",
         [](const Json& in) -> Json {
             const OptimalWorkers best = optimalWorkers(in["W"], in["c"], in["r"]);
             return {{"p_star", best.workers}, {"T_star", best.time}, {"T_63", timeWithOverhead(in["W"], in["c"], in["r"], 63)}};
         }},
        {"PREGEL_FIT", pregelFitVector},
        {"LITTLE",
         [](const Json& in) -> Json {
             return {{"L", little(in["lam"], in["W"])}};
         }},
        {"MM1", mm1Vector},
        {"MMC", mmcVector},
        {"MMC_POOL", poolVector},
        {"ERLANG_B",
         [](const Json& in) -> Json {
             return {{"B", erlangB(in["a"], in["c"])}};
         }},
        {"STAFFING",
         [](const Json& in) -> Json {
             const int servers = staffing(in["lam"], in["mu"], in["t"], in["eps"]);
             return {{"c", servers}, {"P", mmcQueueTail(in["lam"], in["mu"], servers, in["t"])}};
         }},
        {"MD1", mg1Vector},
        {"MG1_cs2_4", mg1Vector},
        {"MG1PS",
         [](const Json& in) -> Json {
             return {{"ET", processorSharing(in["lam"], in["ES"], in["ES"])},
                     {"ET_given_x", processorSharing(in["lam"], in["ES"], in["x"])}};
         }},
        {"KINGMAN",
         [](const Json& in) -> Json {
             return {{"Wq", kingman(in["rho"], in["ca2"], in["cs2"], in["ES"])}};
         }},
        {"TWO_CHOICES",
         [](const Json& in) -> Json {
             return {{"ET_d1", choicesTime(in["lam"], 1)},
                     {"ET_d2", choicesTime(in["lam"], 2)},
                     {"ET_d3", choicesTime(in["lam"], 3)}};
         }},
        {"DIURNAL",
         [](const Json& in) -> Json {
             const double base = in["b"], amplitude = in["a"];
             return {{"first_half", diurnalFirstHalf(base, amplitude, in["P"])}, {"peak", base * (1 + amplitude)}};
         }},
        {"FORKJOIN",
         [](const Json& in) -> Json {
             return {{"Emax", mapped(in["n"], barrierExponential)}};
         }},
        {"FORKJOIN_LOGN",
         [](const Json& in) -> Json {
             return {{"ratio", mapped(in["n"], [&](int n) { return barrierLogNormalRatio(n, in["sigma"]); })}};
         }},
        {"TAIL_AT_SCALE",
         [](const Json& in) -> Json {
             return {{"P", mapped(in["n"], [&](double n) { return anyOf(in["p"], n); })}, {"P_p1e4_n2000", anyOf(1e-4, 2000)}};
         }},
        {"ORDERSTAT",
         [](const Json& in) -> Json {
             return {{"E", mapped(in["k"], [&](int k) { return orderStatisticExponential(in["n"], k); })}};
         }},
        {"REPL_EXP",
         [](const Json& in) -> Json {
             return {{"Emin", replicatedBarrier(1, in["r"])}, {"Ebarrier", replicatedBarrier(in["n"], in["r"])}};
         }},
        {"PARETO",
         [](const Json& in) -> Json {
             const double xm = in["xm"], a = in["a"], r = in["r"];
             return {{"mean", paretoMean(xm, a)},
                     {"Emax100", paretoBarrier(xm, a, in["n"])},
                     {"Emax100_r2", paretoBarrier(xm, r * a, in["n"])}};
         }},
        {"SPEC_DET",
         [](const Json& in) -> Json {
             const double time = in["T"], slowdown = in["s"], finish = speculativeFinish(time, slowdown, in["m"]);
             return {{"no_spec", slowdown * time}, {"spec", finish}, {"reduction", 1 - finish / (slowdown * time)}};
         }},
        {"SPEC_BARRIER", speculatedBarrierVector},
        {"GOODPUT_LOSS",
         [](const Json& in) -> Json {
             return {{"overhead", wastedFraction(numbers(in["useful"]), numbers(in["killed"]))}};
         }},
    };
    return table;
}

}  // namespace loom::laws::test
