#include "sim/sweep/axis.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <optional>
#include <utility>

#include "core/base/units.h"

namespace loom {

namespace {

constexpr int kDigits = 15;  // of a value: hides what adding decimal steps in binary leaves behind

std::string_view trim(std::string_view s) {
    while (!s.empty() && std::isspace(static_cast<unsigned char>(s.front()))) s.remove_prefix(1);
    while (!s.empty() && std::isspace(static_cast<unsigned char>(s.back()))) s.remove_suffix(1);
    return s;
}

struct Quantity {
    double number = 0;
    std::string unit;
};

Result<Quantity> readNumber(std::string_view text) {
    text = trim(text);
    std::size_t end = 0;
    const auto isNumeric = [&](std::size_t i) {
        if (std::isdigit(static_cast<unsigned char>(text[i])) != 0 || text[i] == '.') return true;
        const bool exponent = (text[i] == 'e' || text[i] == 'E') && i > 0 && i + 1 < text.size();
        return exponent ? std::isdigit(static_cast<unsigned char>(text[i + 1])) != 0 || text[i + 1] == '-' || text[i + 1] == '+'
                        : (text[i] == '-' || text[i] == '+') && i > 0 && (text[i - 1] == 'e' || text[i - 1] == 'E');
    };
    while (end < text.size() && isNumeric(end)) ++end;
    const Result<double> number = parseQuantity(text.substr(0, end), Dimension::number);
    if (!number) return failure("'" + std::string(text.substr(0, 80)) + "' is not a number");
    return Quantity{*number, std::string(trim(text.substr(end)))};
}

// How many `to` one `from` is; nullopt when they do not measure the same.
std::optional<double> unitRatio(const std::string& from, const std::string& to) {
    if (from == to) return 1.0;
    for (const Dimension dimension : {Dimension::number, Dimension::time, Dimension::bytes, Dimension::bandwidth, Dimension::speed, Dimension::work}) {
        const Result<double> a = parseQuantity("1" + from, dimension), b = parseQuantity("1" + to, dimension);
        if (a.ok() && b.ok()) return *a / *b;
    }
    return std::nullopt;
}

struct Range {
    Quantity from, to, step;
    bool multiplies = false;
};

Result<Range> readRange(std::string_view text) {
    const std::size_t dots = text.find("..");
    const std::size_t mark = text.find_first_of(":*", dots);
    Range range;
    range.multiplies = mark != std::string_view::npos && text[mark] == '*';
    const std::string_view step = mark == std::string_view::npos ? "1" : text.substr(mark + 1);
    for (const auto& [part, into] : {std::pair(text.substr(0, dots), &range.from),
                                     std::pair(text.substr(dots + 2, mark == std::string_view::npos ? mark : mark - dots - 2), &range.to),
                                     std::pair(step, &range.step)}) {
        Result<Quantity> quantity = readNumber(part);
        if (!quantity) return quantity.error();
        *into = std::move(*quantity);
    }
    return range;
}

// Gives both ends and the step the unit of the first that has one.
Status alignUnits(Range& range) {
    if (range.multiplies && !range.step.unit.empty()) return failure("a factor has no unit, found '" + range.step.unit + "'");
    const std::string unit = !range.from.unit.empty() ? range.from.unit : !range.to.unit.empty() ? range.to.unit : range.step.unit;
    for (Quantity* part : {&range.from, &range.to, &range.step}) {
        if (part->unit.empty() || (part == &range.step && range.multiplies)) continue;
        const std::optional<double> ratio = unitRatio(part->unit, unit);
        if (!ratio) return failure("'" + part->unit + "' and '" + unit + "' are not units of one quantity");
        part->number *= *ratio;
    }
    range.from.unit = unit;
    return Done{};
}

// How many values the range has beyond the first.
Result<std::size_t> stepsOf(const Range& range) {
    const double from = range.from.number, to = range.to.number, step = range.step.number;
    const double slack = 1e-9;  // the last value counts although binary fractions miss it
    if (range.multiplies && (step <= 1 || from <= 0 || to <= 0)) return failure("a multiplied range needs positive ends and a factor above 1");
    if (!range.multiplies && step <= 0) return failure("the step must be positive");
    const double steps = range.multiplies ? std::fabs(std::log(to / from)) / std::log(step) : std::fabs(to - from) / step;
    if (!(steps < static_cast<double>(kMostAxisValues))) return failure("more than " + std::to_string(kMostAxisValues) + " values");
    return static_cast<std::size_t>(std::floor(steps + slack));
}

Result<std::vector<std::string>> rangeValues(std::string_view text) {
    Result<Range> range = readRange(text);
    if (!range) return range.error();
    if (const Status units = alignUnits(*range); !units) return units.error();
    const Result<std::size_t> steps = stepsOf(*range);
    if (!steps) return steps.error();
    const bool down = range->to.number < range->from.number;
    std::vector<std::string> values;
    double factor = 1;
    for (std::size_t i = 0; i <= *steps; ++i) {
        const double offset = static_cast<double>(i) * range->step.number;
        const double value = range->multiplies ? (down ? range->from.number / factor : range->from.number * factor)
                                               : range->from.number + (down ? -offset : offset);
        values.push_back(formatNumber(std::max(value, 0.0), kDigits) + range->from.unit);
        factor *= range->step.number;
    }
    return values;
}

}  // namespace

std::vector<std::string> splitList(std::string_view text) {
    std::vector<std::string> parts(1);
    int depth = 0;
    for (const char c : text) {
        depth += c == '[' ? 1 : c == ']' ? -1 : 0;
        if (c == ',' && depth == 0) parts.emplace_back();
        else parts.back() += c;
    }
    for (std::string& part : parts) part = std::string(trim(part));
    return parts;
}

Result<Axis> parseAxis(std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) return failure("expected PATH=VALUES, e.g. platform.nodes=4..64*2, found '" + std::string(text.substr(0, 80)) + "'");
    Axis axis;
    axis.path = std::string(trim(text.substr(0, equals)));
    const std::string_view values = trim(text.substr(equals + 1));
    if (axis.path.empty()) return failure("a path is missing before '='");
    if (values.empty()) return failureAt(axis.path, "names no value");
    const bool isRange = values.find("..") != std::string_view::npos && std::isdigit(static_cast<unsigned char>(values[0])) != 0 &&
                         values.find_first_of(",[") == std::string_view::npos;
    if (isRange) {
        Result<std::vector<std::string>> range = rangeValues(values);
        if (!range) return failureAt(axis.path, range.error().cause);
        axis.values = std::move(*range);
        return axis;
    }
    axis.values = splitList(values);
    if (axis.values.size() > kMostAxisValues) return failureAt(axis.path, "more than " + std::to_string(kMostAxisValues) + " values");
    if (std::find(axis.values.begin(), axis.values.end(), "") != axis.values.end()) return failureAt(axis.path, "a value is missing at a comma");
    return axis;
}

}  // namespace loom
