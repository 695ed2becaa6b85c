#include "core/base/units.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace loom {

namespace {

// A unit as value = number * 10^power * factor. Powers of ten are applied to the decimal text before it becomes a
// double, so that "20 us" is exactly the double nearest to 2e-5; factor 0 = no such unit.
struct Scale {
    int power = 0;
    double factor = 0;
};

struct TimeUnit {
    std::string_view text;
    Scale scale;
};

// Both code points that look like a mu (U+00B5 and U+03BC) are in use.
constexpr std::array<TimeUnit, 13> kTimeUnits{{{"ps", {-12, 1}},
                                               {"ns", {-9, 1}},
                                               {"us", {-6, 1}},
                                               {"\xC2\xB5s", {-6, 1}},
                                               {"\xCE\xBCs", {-6, 1}},
                                               {"ms", {-3, 1}},
                                               {"s", {0, 1}},
                                               {"sec", {0, 1}},
                                               {"min", {0, 60}},
                                               {"h", {0, 3600}},
                                               {"d", {0, 86400}},
                                               {"w", {0, 604800}},
                                               {"y", {0, 31557600}}}};

std::string_view trim(std::string_view s) {
    while (!s.empty() && std::isspace(static_cast<unsigned char>(s.front()))) s.remove_prefix(1);
    while (!s.empty() && std::isspace(static_cast<unsigned char>(s.back()))) s.remove_suffix(1);
    return s;
}

// Takes a decimal or binary prefix off `unit`; {0, 1} and no change when there is none.
Scale takePrefix(std::string_view& unit) {
    static constexpr std::string_view kPrefixes = "kMGTPEZY";
    if (unit.empty()) return {0, 1};
    const char letter = unit[0] == 'K' ? 'k' : unit[0];
    const std::size_t index = kPrefixes.find(letter);
    if (index == std::string_view::npos) return {0, 1};
    const bool binary = unit.size() > 1 && unit[1] == 'i';
    unit.remove_prefix(binary ? 2 : 1);
    const int rank = static_cast<int>(index) + 1;
    return binary ? Scale{0, std::ldexp(1.0, 10 * rank)} : Scale{3 * rank, 1};
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

Scale unitScale(std::string_view unit, Dimension dimension) {
    if (unit.empty()) return {0, 1};
    if (dimension == Dimension::time) {
        for (const TimeUnit& u : kTimeUnits)
            if (u.text == unit) return u.scale;
        return {};
    }
    if (const double factor = bareFactor(unit, dimension); factor > 0) return {0, factor};
    Scale scale = takePrefix(unit);
    scale.factor *= bareFactor(unit, dimension);
    return scale;
}

// The decimal text of a number times 10^power, rounded once.
Result<double> shiftedNumber(std::string_view number, int power, const std::string& quoted) {
    std::string text(number);
    if (power != 0) {
        const std::size_t mark = text.find_first_of("eE");
        int exponent = 0;
        if (mark != std::string::npos) {
            const std::size_t digits = mark + (text[mark + 1] == '+' ? 2 : 1);
            const auto [end, problem] = std::from_chars(text.data() + digits, text.data() + text.size(), exponent);
            if (problem != std::errc{} || std::abs(exponent) > 100000) return failure(quoted + " is out of range");
            text.resize(mark);
        }
        text += "e" + std::to_string(exponent + power);
    }
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc{}) return failure(quoted + " is out of range");
    return value;
}

std::string_view knownUnits(Dimension dimension) {
    switch (dimension) {
        case Dimension::time:
            return "ns us ms s min h d w y";
        case Dimension::bytes:
            return "B kB MB GB TB KiB MiB GiB TiB b kb Mb Gb";
        case Dimension::bandwidth:
            return "Bps kBps MBps GBps KiBps MiBps GiBps bps kbps Mbps Gbps";
        case Dimension::speed:
            return "f kf Mf Gf Tf Pf";
        case Dimension::work:
            return "flop kflop Mflop Gflop Tflop";
        case Dimension::number:
            return "none, or k M G";
    }
    return "";
}

std::string_view baseUnit(Dimension dimension) {
    switch (dimension) {
        case Dimension::time:
            return "s";
        case Dimension::bytes:
            return "B";
        case Dimension::bandwidth:
            return "bps";
        case Dimension::speed:
            return "f";
        case Dimension::work:
            return "flop";
        case Dimension::number:
            return "";
    }
    return "";
}

constexpr int kShownDigits = 4;

std::string withUnit(double value, std::string_view unit) {
    std::string out = formatNumber(value, kShownDigits);
    if (unit.empty()) return out;
    return out + " " + std::string(unit);
}

// `value` rounded to the digits that will be shown, so that 999.96 is given the prefix of 1000.
double rounded(double value) {
    char buffer[64];
    const auto [end, problem] =
        std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific, kShownDigits - 1);
    double out = value;
    if (problem == std::errc{}) std::from_chars(buffer, end, out);
    return out;
}

std::string formatTime(double seconds) {
    const double size = std::fabs(rounded(seconds));
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
    const std::size_t length = static_cast<std::size_t>(end - rest.data());
    const std::string_view unit = trim(rest.substr(length));
    const Scale scale = unitScale(unit, dimension);
    if (scale.factor == 0)
        return failure("unknown unit '" + std::string(unit.substr(0, 20)) + "' in " + quoted +
                       "; known: " + std::string(knownUnits(dimension)));
    const Result<double> shifted = shiftedNumber(rest.substr(0, length), scale.power, quoted);
    if (!shifted) return shifted.error();
    const double scaled = *shifted * scale.factor;
    if (!std::isfinite(scaled)) return failure(quoted + " is out of range");
    return std::fabs(scaled);  // "-0" is zero
}

std::string formatQuantity(double value, Dimension dimension) {
    if (!std::isfinite(value)) return withUnit(value, baseUnit(dimension));
    if (dimension == Dimension::time) return formatTime(value);
    static constexpr std::string_view kPrefixes[] = {"", "k", "M", "G", "T", "P", "E"};
    if (dimension == Dimension::bandwidth) value *= 8;
    std::size_t power = 0;
    while (std::fabs(rounded(value)) >= 1000 && power + 1 < std::size(kPrefixes)) {
        value /= 1000;
        ++power;
    }
    return withUnit(value, std::string(kPrefixes[power]) + std::string(baseUnit(dimension)));
}

// to_chars and not printf: a desktop sets the locale, and a decimal comma would not read back.
std::string formatNumber(double value, int digits) {
    if (std::isnan(value)) return "nan";
    if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
    if (value == 0) return "0";
    const double size = std::fabs(value);
    char buffer[128];
    if (size < 1e-5 || size >= 1e15) {
        const auto [end, problem] = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::general, digits);
        return std::string(buffer, problem == std::errc{} ? end : buffer);
    }
    const int whole = static_cast<int>(std::floor(std::log10(size))) + 1;
    const auto [end, problem] =
        std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, std::max(0, digits - whole));
    std::string out(buffer, problem == std::errc{} ? end : buffer);
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
