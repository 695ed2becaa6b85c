#include "core/scenario/network_models.h"

namespace loom {

namespace {

ParamDef choice(std::string name, std::string defaultValue, std::vector<std::string> choices, std::string help) {
    return {std::move(name), ParamType::choice, std::move(defaultValue), std::move(help), 0, 0, std::move(choices), Dimension::number};
}

ParamDef number(std::string name, std::string defaultValue, double low, double high, std::string help) {
    return {std::move(name), ParamType::number, std::move(defaultValue), std::move(help), low, high, {}, Dimension::number};
}

ParamDef quantity(std::string name, std::string defaultValue, double low, double high, Dimension dimension, std::string help) {
    return {std::move(name), ParamType::quantity, std::move(defaultValue), std::move(help), low, high, {}, dimension};
}

std::vector<ParamDef> tcpParams() {
    return {
        choice("tcp", "none", {"none", "cm02", "lv08", "custom"},
               "TCP factors: none (equal shares, nothing added); cm02: as SimGrid's CM02 without cross-traffic; lv08: SimGrid's "
               "default (Velho, Legrand 2009); custom: shares by round-trip time, the factors below"),
        number("latency-factor", "", 0, 1e6, "start-up = factor x path latency (cm02 and custom 1, lv08 13.01)"),
        number("bandwidth-factor", "", 1e-6, 1, "part of a link's bandwidth that carries payload (cm02 and custom 1, lv08 0.97)"),
        quantity("weight", "", 0, 1e12, Dimension::bytes,
                 "S: shares go with 1 / (path latency + sum of S / bandwidth) (cm02 and custom 0, lv08 20537 B)"),
        quantity("window", "", 0, 1e15, Dimension::bytes,
                 "largest TCP window: no transfer is faster than window / round trip; 0 = no bound (cm02 and lv08 4194304 B, custom 0)"),
        number("cross-traffic", "", 0, 1, "part of its rate that a transfer takes on the way back (cm02 and custom 0, lv08 0.05)"),
        choice("zero-latency", "simgrid", {"simgrid", "formula"},
               "what a path without any latency weighs: 1 as in SimGrid, or the weight's formula, at least 1e-9"),
    };
}

std::vector<ParamDef> costParams() {
    return {
        quantity("loopback", "0", 0, 1e18, Dimension::bandwidth,
                 "bandwidth of a copy on one node, in B/s; 0 = what the platform says, and free inside a run"),
        quantity("loopback-latency", "0", 0, 1e9, Dimension::time, "latency of a copy on one node, in s"),
        quantity("startup", "0", 0, 1e9, Dimension::time, "added to the start of every transfer between nodes, in s"),
        choice("compression", "none", {"none", "lz4", "snappy", "zstd", "zlib", "custom"},
               "compress every transfer between nodes, one core of its own at each end (level 1, Silesia corpus)"),
        number("compression-ratio", "", 1e-3, 1e6, "plain bytes / bytes on the wire"),
        quantity("compress-rate", "", 1, 1e18, Dimension::bandwidth, "plain bytes a second, in B/s (custom: no bound)"),
        quantity("decompress-rate", "", 1, 1e18, Dimension::bandwidth, "plain bytes a second, in B/s (custom: no bound)"),
        choice("compression-mode", "pipelined", {"pipelined", "sequential"},
               "pipelined: the slowest of compressing, sending, decompressing counts; sequential: one after the other"),
        choice("encryption", "none", {"none", "aes-128-gcm", "aes-256-gcm", "chacha20"},
               "encrypt every transfer between nodes, cores of its own at each end"),
        quantity("encryption-rate", "", 1, 1e18, Dimension::bandwidth, "bytes a second of one core, in B/s (4.2 to 4.7 GB/s)"),
        number("encryption-cores", "1", 1, 1024, "cores that encrypt at each end"),
        number("handshake", "1", 0, 100, "round trips before the first encrypted byte: TLS 1.3 takes 1, TLS 1.2 takes 2, a resumed one 0"),
    };
}

std::vector<ParamDef> maxMinParams() {
    std::vector<ParamDef> params = tcpParams();
    for (ParamDef& cost : costParams()) params.push_back(std::move(cost));
    return params;
}

}  // namespace

const std::vector<RegistryEntry>& networkRegistry() {
    static const std::vector<RegistryEntry> table = {
        {"unshared", "every transfer runs at its bottleneck as if it were alone; no contention", "", costParams()},
        {"fair-share", "every link divides its bandwidth equally among the transfers on it", "", costParams()},
        {"max-min", "max-min fair rates by progressive filling: no transfer can gain without a slower one losing",
         "Bertsekas, Gallager, Data Networks, 1992, 6.5.2", maxMinParams()},
    };
    return table;
}

}  // namespace loom
