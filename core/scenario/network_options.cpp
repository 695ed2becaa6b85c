#include "core/scenario/network_options.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/scenario/network_models.h"

namespace loom {

namespace {

constexpr double kWindow = 4194304;  // B, SimGrid's network/TCP-gamma

TcpFactors tcpPreset(const std::string& name) {
    if (name == "cm02") return TcpFactors{1, 1, 0, kWindow, 0, true};
    if (name == "lv08") return TcpFactors{13.01, 0.97, 20537, kWindow, 0.05, true};
    return TcpFactors{.weighted = name == "custom"};
}

struct NamedCodec {
    std::string_view name;
    double ratio, compress, decompress;
};

// Level 1, Silesia corpus, one core; figures of zstd's own README.
constexpr std::array<NamedCodec, 4> kCodecs = {{{"lz4", 2.101, 675e6, 3850e6},
                                                {"snappy", 2.089, 520e6, 1500e6},
                                                {"zstd", 2.896, 510e6, 1550e6},
                                                {"zlib", 2.743, 105e6, 390e6}}};

struct NamedCipher {
    std::string_view name;
    double rate;  // B/s of one core
};

// 16 KiB blocks, OpenSSL 3.0, one core with AES instructions (model-spec.md 10.6).
constexpr std::array<NamedCipher, 3> kCiphers = {{{"aes-128-gcm", 4.68e9}, {"aes-256-gcm", 4.22e9}, {"chacha20", 4.65e9}}};

// Takes the parameter over where it was given.
void overrideWith(const Params& params, std::string_view name, double& value) {
    if (params.has(name)) value = params.number(name);
}

// The first of `names` that was given, or an empty text.
template <std::size_t N>
std::string_view firstGiven(const Spec& spec, const std::array<std::string_view, N>& names) {
    const auto given = std::find_if(names.begin(), names.end(), [&](std::string_view name) { return spec.find(name) != nullptr; });
    return given == names.end() ? std::string_view{} : *given;
}

Error pointless(const Spec& spec, std::string_view name, const std::string& needs) {
    return failure(spec.name + ": parameter '" + std::string(name) + "' means nothing without " + needs);
}

Status readTcp(const Spec& spec, const Params& params, TcpFactors& tcp) {
    constexpr std::array<std::string_view, 6> kOwn = {"latency-factor", "bandwidth-factor", "weight",
                                                      "window",         "cross-traffic",    "zero-latency"};
    const std::string& preset = params.text("tcp");
    if (const std::string_view given = firstGiven(spec, kOwn); preset == "none" && !given.empty())
        return pointless(spec, given, "tcp=cm02, lv08 or custom");
    tcp = tcpPreset(preset);
    overrideWith(params, "latency-factor", tcp.latencyFactor);
    overrideWith(params, "bandwidth-factor", tcp.bandwidthFactor);
    overrideWith(params, "weight", tcp.weightBytes);
    overrideWith(params, "window", tcp.windowBytes);
    overrideWith(params, "cross-traffic", tcp.reverseShare);
    tcp.zeroLatencyIsOne = params.text("zero-latency") == "simgrid";
    return Done{};
}

Status readCodec(const Spec& spec, const Params& params, Codec& codec) {
    constexpr std::array<std::string_view, 4> kOwn = {"compression-ratio", "compress-rate", "decompress-rate", "compression-mode"};
    const std::string& name = params.text("compression");
    const std::string_view given = firstGiven(spec, kOwn);
    if (name == "none") return given.empty() ? Status(Done{}) : pointless(spec, given, "compression");
    if (name == "custom" && !params.has("compression-ratio"))
        return failure(spec.name + ": compression=custom needs a compression-ratio");
    for (const NamedCodec& known : kCodecs)
        if (known.name == name) codec = Codec{known.ratio, known.compress, known.decompress};
    overrideWith(params, "compression-ratio", codec.ratio);
    overrideWith(params, "compress-rate", codec.compress);
    overrideWith(params, "decompress-rate", codec.decompress);
    codec.pipelined = params.text("compression-mode") == "pipelined";
    return Done{};
}

Status readCipher(const Spec& spec, const Params& params, Cipher& cipher) {
    constexpr std::array<std::string_view, 3> kOwn = {"encryption-rate", "encryption-cores", "handshake"};
    const std::string& name = params.text("encryption");
    const std::string_view given = firstGiven(spec, kOwn);
    if (name == "none") return given.empty() ? Status(Done{}) : pointless(spec, given, "encryption");
    for (const NamedCipher& known : kCiphers)
        if (known.name == name) cipher.rate = known.rate;
    overrideWith(params, "encryption-rate", cipher.rate);
    cipher.rate *= params.number("encryption-cores");
    cipher.roundTrips = params.number("handshake");
    return Done{};
}

// Without the arguments that only repeat a default, as a form may write them.
Spec withoutDefaults(const Spec& written, const RegistryEntry& entry) {
    Spec spec = written;
    for (const ParamDef& def : entry.params)
        std::erase_if(spec.arguments, [&](const auto& argument) { return argument.first == def.name && argument.second == def.defaultValue; });
    return spec;
}

}  // namespace

Result<NetworkOptions> networkOptions(const Spec& written) {
    const Result<const RegistryEntry*> entry = findEntry(networkRegistry(), written.name, "network model");
    if (!entry) return entry.error();
    const Result<Params> params = checkParams(written, **entry);
    if (!params) return params.error();
    const Spec spec = withoutDefaults(written, **entry);
    NetworkOptions options;
    options.sharing = spec.name;
    options.loopback = params->number("loopback");
    options.loopbackLatency = params->number("loopback-latency");
    options.startup = params->number("startup");
    if (options.loopback == 0 && options.loopbackLatency > 0) return pointless(spec, "loopback-latency", "loopback");
    if (params->has("tcp"))
        if (Status s = readTcp(spec, *params, options.tcp); !s) return s.error();
    if (Status s = readCodec(spec, *params, options.codec); !s) return s.error();
    if (Status s = readCipher(spec, *params, options.cipher); !s) return s.error();
    return options;
}

}  // namespace loom
