#include "core/base/units.h"

#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace loom {

namespace {

struct Unit {
    std::string_view text;
    double factor;
};

constexpr std::array<Unit, 11> kTimeUnits{{{"ns", 1e-9}, {"us", 1e-6}, {"µs", 1e-6}, {"ms", 1e-3}, {"s", 1}, {"sec", 1},
                                           {"min", 60}, {"h", 3600}, {"d", 86400}, {"w", 604800}, {"y", 31557600}}};

std::string_view trim(std::string_view s) {
    while (!s.empty() && std::isspace(static_cast<unsigned char>(s.front()))) s.remove_prefix(1);
    while (!s.empty() && std::isspace(static_cast<unsigned char>(s.back()))) s.remove_suffix(1);
    return s;
}

// Takes a decimal or binary prefix off `unit` and returns its factor; 1 and no change when there is none.
double takePrefix(std::string_view& unit) {
    static constexpr std::string_view kPrefixes = "kMGTPEZY";
    if (unit.empty()) return 1;
    const char letter = unit[0] == 'K' ? 'k' : unit[0];
    const std::size_t power = kPrefixes.find(letter);
    if (power == std::string_view::npos) return 1;
    const bool binary = unit.size() > 1 && unit[1] == 'i';
    unit.remove_prefix(binary ? 2 : 1);
    return std::pow(binary ? 1024.0 : 1000.0, static_cast<double>(power + 1));
}

// Bytes per unit of what is left behind the prefix; 0 when it is not a unit of `dimension`.
double bareFactor(std::string_view unit, Dimension dimension) {
    switch (dimension) {
        case Dimension::bytes:
            return unit == "B" ? 1 : unit == "b" || unit == "bit" ? 0.125 : 0;
        case Dimension::bandwidth:
            return unit == "Bps" || unit == "B/s" ? 1 : unit == "bps" || unit == "b/s" || unit == "bit/s" ? 0.125 : 0;
        case Dimension::speed:
            return unit == "f" || unit == "flops" || unit == "flop/s" || unit == "f/s" || unit == "Flops" ? 1 : 0;
        case Dimension::work:
            return unit == "flop" || unit == "f" ? 1 : 0;
        case Dimension::number:
            return unit.empty() ? 1 : 0;
        case Dimension::time:
            return 0;
    }
    return 0;
}

double unitFactor(std::string_view unit, Dimension dimension) {
    if (unit.empty()) return 1;
    if (dimension == Dimension::time) {
        for (const Unit& u : kTimeUnits)
            if (u.text == unit) return u.factor;
        return 0;
    }
    if (const double factor = bareFactor(unit, dimension); factor > 0) return factor;
    const double prefix = takePrefix(unit);
    return prefix * bareFactor(unit, dimension);
}

std::string_view knownUnits(Dimension dimension) {
    switch (dimension) {
        case Dimension::time: return "ns us ms s min h d w";
        case Dimension::bytes: return "B kB MB GB TB KiB MiB GiB TiB b kb Mb Gb";
        case Dimension::bandwidth: return "Bps kBps MBps GBps KiBps MiBps GiBps bps kbps Mbps Gbps";
        case Dimension::speed: return "f kf Mf Gf Tf Pf";
        case Dimension::work: return "flop kflop Mflop Gflop Tflop";
        case Dimension::number: return "none, or k M G";
    }
    return "";
}

std::string_view baseUnit(Dimension dimension) {
    switch (dimension) {
        case Dimension::time: return "s";
        case Dimension::bytes: return "B";
        case Dimension::bandwidth: return "bps";
        case Dimension::speed: return "f";
        case Dimension::work: return "flop";
        case Dimension::number: return "";
    }
    return "";
}

std::string withUnit(double value, std::string_view unit) {
    std::string out = formatNumber(value, 4);
    if (unit.empty()) return out;
    return out + " " + std::string(unit);
}

std::string formatTime(double seconds) {
    const double size = std::fabs(seconds);
    if (size == 0) return "0 s";
    if (size < 1e-6) return withUnit(seconds * 1e9, "ns");
    if (size < 1e-3) return withUnit(seconds * 1e6, "us");
    if (size < 1) return withUnit(seconds * 1e3, "ms");
    if (size < 7200) return withUnit(seconds, "s");
    if (size < 172800) return withUnit(seconds / 3600, "h");
    return withUnit(seconds / 86400, "d");
}

}  // namespace

Result<double> parseQuantity(std::string_view text, Dimension dimension) {
    const std::string_view whole = trim(text);
    const std::string quoted = "'" + std::string(whole.substr(0, 60)) + "'";
    std::string_view rest = whole;
    if (!rest.empty() && rest.front() == '+') rest.remove_prefix(1);
    double value = 0;
    const auto [end, problem] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
    if (problem == std::errc::result_out_of_range) return failure(quoted + " is out of range");
    if (problem != std::errc{}) return failure(quoted + " is not a number");
    if (!std::isfinite(value)) return failure(quoted + " is not a finite number");
    if (value < 0) return failure(quoted + " is negative");
    const std::string_view unit = trim(rest.substr(static_cast<std::size_t>(end - rest.data())));
    const double factor = unitFactor(unit, dimension);
    if (factor == 0)
        return failure("unknown unit '" + std::string(unit.substr(0, 20)) + "' in " + quoted + "; known: " + std::string(knownUnits(dimension)));
    if (!std::isfinite(value * factor)) return failure(quoted + " is out of range");
    return value * factor;
}

std::string formatQuantity(double value, Dimension dimension) {
    if (dimension == Dimension::time) return formatTime(value);
    static constexpr std::string_view kPrefixes[] = {"", "k", "M", "G", "T", "P", "E"};
    if (dimension == Dimension::bandwidth) value *= 8;
    std::size_t power = 0;
    while (std::fabs(value) >= 1000 && power + 1 < std::size(kPrefixes)) {
        value /= 1000;
        ++power;
    }
    return withUnit(value, std::string(kPrefixes[power]) + std::string(baseUnit(dimension)));
}

std::string formatNumber(double value, int digits) {
    if (std::isnan(value)) return "nan";
    if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
    if (value == 0) return "0";
    const double size = std::fabs(value);
    char buffer[64];
    if (size < 1e-5 || size >= 1e15) {
        std::snprintf(buffer, sizeof buffer, "%.*g", digits, value);
        return buffer;
    }
    const int whole = static_cast<int>(std::floor(std::log10(size))) + 1;
    std::snprintf(buffer, sizeof buffer, "%.*f", std::max(0, digits - whole), value);
    std::string out = buffer;
    if (out.find('.') == std::string::npos) return out;
    out.erase(out.find_last_not_of('0') + 1);
    if (out.back() == '.') out.pop_back();
    return out;
}

std::string exactNumber(double value) {
    char buffer[64];
    const auto [end, problem] = std::to_chars(buffer, buffer + sizeof buffer, value);
    return std::string(buffer, problem == std::errc{} ? end : buffer);
}

}  // namespace loom
