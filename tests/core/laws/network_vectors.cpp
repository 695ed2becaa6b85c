#include "core/laws/economy.h"
#include "core/laws/messages.h"
#include "core/laws/network.h"
#include "core/laws/training.h"
#include "tests/core/laws/law_vectors.h"

namespace loom::laws::test {

namespace {

LinkCost linkCost(const Json& in) { return {in["alpha"], in["beta"], in.value("gamma", 0.0)}; }

Json logpVector(const Json& in) {
    const double L = in["L"], o = in["o"], g = in["g"];
    const std::vector<double> arrivals = logpBroadcast(in["P"], L, o, g);
    return {{"one", logpMessage(L, o)},
            {"k_messages", logpMessages(L, o, g, in["k"])},
            {"bcast_finish", arrivals.back()},
            {"bcast_arrivals", arrivals},
            {"loggp", loggp(L, o, in["G"], in["bytes"])}};
}

Json collectiveVector(const Json& in) {
    const LinkCost cost = linkCost(in);
    const int p = in["p"];
    const double n = in["n"];
    const int segments = bestWholeSegments(cost, p, n);
    return {{"allreduce_ring", allReduceRing(cost, p, n)},
            {"allreduce_recursive_doubling", allReduceDoubling(cost, p, n)},
            {"allreduce_rabenseifner", allReduceRabenseifner(cost, p, n)},
            {"allreduce_reduce_bcast_binomial", allReduceTree(cost, p, n)},
            {"bcast_binomial", broadcastBinomial(cost, p, n)},
            {"bcast_scatter_ring_allgather", broadcastScatterRing(cost, p, n)},
            {"bcast_scatter_rd_allgather", broadcastScatterDoubling(cost, p, n)},
            {"bcast_flat", broadcastFlat(cost, p, n)},
            {"bcast_pipelined_chain_kopt", broadcastChain(cost, p, n, segments)},
            {"k_opt_real", bestSegments(cost, p, n)},
            {"k_opt_int", segments},
            {"reduce_scatter_ring", reduceScatterRing(cost, p, n)},
            {"allgather_ring", allGatherRing(cost, p, n)},
            {"alltoall_pairwise", allToAllPairwise(cost, p, n)},
            {"barrier_dissemination", barrierDissemination(cost, p)},
            {"gather_binomial", gatherBinomial(cost, p, n)},
            {"allreduce_central_ps_bytes", allReduceCentral(cost, p, n)}};
}

Json overlapVector(const Json& in) {
    const OverlappedTraining t = overlappedTraining(
        {in["param_bytes"], in["first_bucket"], in["bucket_cap"], in["tf"], in["tb"], in["t_opt"], in["p"], linkCost(in)});
    return {{"bucket_sizes", t.buckets},
            {"T_comm_end", t.communicationEnd},
            {"T_iter", t.iteration},
            {"T_iter_no_overlap", t.withoutOverlap},
            {"T_iter_single_bucket", t.singleBucket},
            {"exposed_comm", t.exposed}};
}

Json slowStartVector(const Json& in) {
    Json times = Json::array(), windows = Json::array(), naive = Json::array();
    const double roundTrip = in["RTT"], bandwidth = in["B"];
    for (double size : in["sizes"]) {
        const SlowStart s = slowStart(size, bandwidth, roundTrip, in["IW"]);
        times.push_back(s.time);
        windows.push_back(s.windows);
        naive.push_back(plainTransfer(size, bandwidth, roundTrip / 2));
    }
    return {{"T", times}, {"k", windows}, {"naive", naive}};
}

Json incastVector(const Json& in) {
    Json out;
    constexpr double kInitialWindow = 14600;
    for (int n : in["n"]) {
        const Incast i = incast(n, in["SRU"], in["B"], in["buffer"], in["RTO"], in["RTT"], kInitialWindow);
        out[std::to_string(n)] = {{"overflow", i.overflow}, {"T", i.time}, {"goodput", i.goodput}};
    }
    return out;
}

Json compressionVector(const Json& in) {
    const double size = in["S"], slow = in["B"][0], fast = in["B"][1];
    const auto row = [](const Compression& c) -> Json {
        return {{"plain", c.plain}, {"sequential", c.sequential}, {"pipelined", c.pipelined}};
    };
    return {{"1GbE", row(compression(size, slow, 2.101, 675e6, 3850e6))},
            {"10GbE", row(compression(size, fast, 2.101, 675e6, 3850e6))},
            {"zstd1_1GbE", row(compression(size, slow, 2.896, 510e6, 1550e6))},
            {"zlib1_1GbE", row(compression(size, slow, 2.743, 105e6, 390e6))}};
}

Json rttVector(const Json& in) {
    const std::vector<double> latencies{in["lat_near"], in["lat_far"]};
    const std::vector<double> rates = rttShares(in["bw"], latencies, in["S"]);
    return {{"rates", {{"near", rates[0]}, {"far", rates[1]}}}, {"ratio", rates[0] / rates[1]}};
}

}  // namespace

const std::vector<LawVector>& networkVectors() {
    static const std::vector<LawVector> table{
        {"LOGP", logpVector},
        {"BSP",
         [](const Json& in) -> Json {
             return {{"T", bspSuperstep(numbers(in["w"]), numbers(in["h_bytes"]), in["g"], in["l"])}};
         }},
        {"COLL", collectiveVector},
        {"COLL_CROSS",
         [](const Json& in) -> Json {
             return {{"n_star", allReduceCrossover(linkCost(in), in["p"])}};
         }},
        {"DDP_OVERLAP", overlapVector},
        {"SSP",
         [](const Json& in) -> Json {
             const double n = in["n"], time = in["T"], slowdown = in["k"];
             return {{"sync", syncThroughput(n, time, slowdown)},
                     {"async_", asyncThroughput(n, time, slowdown)},
                     {"ssp_long_run", staleSyncThroughput(n, time, slowdown)}};
         }},
        {"PS_BW",
         [](const Json& in) -> Json {
             return {{"T_ps_half_duplex", parameterServerTime(in["P"], in["n_w"], in["n_s"], in["B"], false)},
                     {"T_ps_full_duplex", parameterServerTime(in["P"], in["n_w"], in["n_s"], in["B"], true)},
                     {"T_ring", ringTime(in["P"], in["n_w"], in["B"])}};
         }},
        {"DELAYED_SGD",
         [](const Json& in) -> Json {
             return {{"limit", mapped(in["tau"], staleDescentLimit)}};
         }},
        {"LV08",
         [](const Json& in) -> Json {
             const double size = in["size_B"], bandwidth = in["bw_Bps"], latency = in["lat"], window = in["gamma"];
             return {{"T_crosstraffic", lv08(size, bandwidth, latency, window, true)},
                     {"T_no_crosstraffic", lv08(size, bandwidth, latency, window, false)},
                     {"naive", plainTransfer(size, bandwidth, latency)}};
         }},
        {"CM02_GAMMA",
         [](const Json& in) -> Json {
             return {{"T", mapped(in["lat"], [&](double lat) { return cm02(in["size_B"], in["bw_Bps"], lat, in["gamma"]); })}};
         }},
        {"MAXMIN_RTT", rttVector},
        {"SLOWSTART", slowStartVector},
        {"MATHIS",
         [](const Json& in) -> Json {
             return {{"B", mathis(in["MSS"], in["RTT"], in["p"])}};
         }},
        {"INCAST", incastVector},
        {"TLS",
         [](const Json& in) -> Json {
             return {{"tcp", tcpSetup(in["RTT"])},
                     {"tls13", tls13Setup(in["RTT"])},
                     {"tls12", tls12Setup(in["RTT"])},
                     {"tls13_resumed_0rtt", tcpSetup(in["RTT"])}};
         }},
        {"COMPRESS", compressionVector},
        {"CRYPTO",
         [](const Json& in) -> Json {
             return {{"T", mapped(in["cores"],
                                  [&](double cores) { return encryptedTransfer(in["S"], in["B"], in["r_aead"], cores); })},
                     {"cpu_s_each_side", in["S"].get<double>() / in["r_aead"].get<double>()}};
         }},
        {"WAN_RTT",
         [](const Json& in) -> Json {
             return {{"RTT", mapped(in["km"], [&](double km) { return 1e3 * fibreRoundTrip(1e3 * km, in["kappa"]); })}};
         }},
        {"OFFLOAD",
         [](const Json& in) -> Json {
             const Offload o{in["f_local"], in["f_edge"], in["D"], in["B_up"], in["O"], in["B_dn"], in["RTT"]};
             return {{"local", o.local(in["W"])}, {"edge", o.remote(in["W"])}, {"W_star", o.breakEven()}};
         }},
        {"OFFLOAD_GPU",
         [](const Json& in) -> Json {
             const double gpu = acceleratorTime(in["launch"], in["bytes"], in["PCIe"], in["flops"], in["gpu"]);
             const double cpu = in["flops"].get<double>() / in["cpu"].get<double>();
             return {{"gpu", gpu}, {"cpu", cpu}, {"speedup", cpu / gpu}};
         }},
    };
    return table;
}

}  // namespace loom::laws::test
