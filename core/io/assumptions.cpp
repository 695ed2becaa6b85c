#include "core/io/assumptions.h"

#include <cmath>

#include "core/base/nearest.h"
#include "core/base/units.h"

namespace loom {

const std::vector<std::string>& assumptionKeys() {
    static const std::vector<std::string> keys{"runtime", "size", "cores", "sizeFactor"};
    return keys;
}

std::string wordOf(const Assumptions::RuntimeRule& rule) {
    if (rule.of == Assumptions::RuntimeRule::Of::seconds) return {};
    return rule.of == Assumptions::RuntimeRule::Of::mean ? "mean" : "median";
}

std::optional<Assumptions::RuntimeRule> runtimeRule(std::string_view word) {
    if (word == "mean") return Assumptions::RuntimeRule{Assumptions::RuntimeRule::Of::mean, 0};
    if (word == "median") return Assumptions::RuntimeRule{Assumptions::RuntimeRule::Of::median, 0};
    return {};
}

Status readAssumption(std::string_view text, Assumptions& assumptions) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) return failure("'" + std::string(text) + "' is not KEY=VALUE, such as runtime=10s");
    const std::string key(text.substr(0, equals)), value(text.substr(equals + 1));
    if (key == "runtime") {
        assumptions.runtime = runtimeRule(value);
        if (assumptions.runtime) return Done{};
        const Result<double> seconds = parseQuantity(value, Dimension::time);
        if (!seconds) return failure("runtime: " + seconds.error().cause + "; or 'mean' or 'median' of the known ones");
        assumptions.runtime = Assumptions::RuntimeRule{Assumptions::RuntimeRule::Of::seconds, *seconds};
        return Done{};
    }
    if (key == "size") {
        const Result<double> bytes = parseQuantity(value, Dimension::bytes);
        if (!bytes) return failure("size: " + bytes.error().cause);
        assumptions.size = *bytes;
        return Done{};
    }
    if (key != "cores" && key != "sizeFactor") return failure(unknownWord("assumption", key, assumptionKeys()));
    const Result<double> number = parseQuantity(value, Dimension::number);
    if (!number) return failure(key + ": " + number.error().cause);
    if (key == "sizeFactor") {
        if (!(*number > 0)) return failure("sizeFactor: must be above 0");
        assumptions.sizeFactor = *number;
        return Done{};
    }
    if (!(*number >= 1 && *number <= kMostAssumedCores && *number == std::floor(*number)))
        return failure("cores: must be a whole number from 1 to " + std::to_string(kMostAssumedCores));
    assumptions.cores = static_cast<std::uint32_t>(*number);
    return Done{};
}

}  // namespace loom
