#include "core/io/simgrid_units.h"

#include <charconv>
#include <cmath>
#include <optional>
#include <string>

namespace loom {

namespace {

constexpr std::string_view kPrefixes = "kMGTPEZY";
constexpr std::string_view kPrefixNames[] = {"kilo", "mega", "giga", "tera", "peta", "exa", "zeta", "yotta"};

std::optional<double> speedUnit(std::string_view unit) {
    if (unit == "f" || unit == "flops") return 1;
    double factor = 1;
    for (std::size_t i = 0; i < kPrefixes.size(); ++i) {
        factor *= 1000;
        if (unit.size() == 2 && unit[0] == kPrefixes[i] && unit[1] == 'f') return factor;
        if (unit.starts_with(kPrefixNames[i]) && unit.substr(kPrefixNames[i].size()) == "flops") return factor;
    }
    return std::nullopt;
}

// Bps and bps with decimal and binary prefixes.
std::optional<double> bandwidthUnit(std::string_view unit) {
    double scale = 1;
    if (unit.ends_with("Bps")) {
        scale = 1;
    } else if (unit.ends_with("bps")) {
        scale = 0.125;
    } else {
        return std::nullopt;
    }
    unit.remove_suffix(3);
    if (unit.empty()) return scale;
    double decimal = 1, binary = 1;
    for (const char prefix : kPrefixes) {
        decimal *= 1000;
        binary *= 1024;
        if (unit[0] != prefix && !(prefix == 'k' && unit == "Ki")) continue;
        if (unit.size() == 1) return scale * decimal;
        if (unit.size() == 2 && unit[1] == 'i') return scale * binary;
    }
    return std::nullopt;
}

std::optional<double> latencyUnit(std::string_view unit) {
    constexpr std::pair<std::string_view, double> kUnits[] = {{"w", 604800}, {"d", 86400}, {"h", 3600}, {"m", 60},  {"s", 1},
                                                              {"ms", 1e-3},  {"us", 1e-6}, {"ns", 1e-9}, {"ps", 1e-12}};
    for (const auto& [name, factor] : kUnits)
        if (unit == name) return factor;
    return std::nullopt;
}

std::optional<double> factorOf(std::string_view name, SimgridUnit unit) {
    switch (unit) {
        case SimgridUnit::speed: return speedUnit(name);
        case SimgridUnit::bandwidth: return bandwidthUnit(name);
        case SimgridUnit::latency: return latencyUnit(name);
    }
    return std::nullopt;
}

const char* known(SimgridUnit unit) {
    switch (unit) {
        case SimgridUnit::speed: return "f, kf, Mf, Gf, Tf, ... or flops, kiloflops, ...";
        case SimgridUnit::bandwidth: return "Bps, kBps, MBps, ..., KiBps, ..., bps, kbps, ...";
        case SimgridUnit::latency: return "w, d, h, m, s, ms, us, ns, ps";
    }
    return "";
}

}  // namespace

Result<SimgridValue> parseSimgridValue(std::string_view text, SimgridUnit unit) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || !std::isfinite(number)) return failure("'" + std::string(text) + "' is not a finite number");
    const std::string_view name = text.substr(static_cast<std::size_t>(end - text.data()));
    if (name.empty()) return SimgridValue{number, number != 0};
    const std::optional<double> factor = factorOf(name, unit);
    if (!factor)
        return failure("unknown unit '" + std::string(name) + "' in '" + std::string(text) + "'; known: " + known(unit));
    if (!std::isfinite(number * *factor)) return failure("'" + std::string(text) + "' is too large");
    return SimgridValue{number * *factor, false};
}

}  // namespace loom
