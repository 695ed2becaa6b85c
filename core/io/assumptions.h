// What stands in for what a foreign file leaves out: missing is not zero, unless somebody says so.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace loom {

// Without a rule a missing runtime counts as 0 s, a missing size as 0 B, a missing core count as 1; a warning says how many.
struct Assumptions {
    struct RuntimeRule {
        enum class Of { seconds, mean, median };  // of the known ones of the same kind, else of all
        Of of = Of::seconds;
        double seconds = 0;
        friend bool operator==(const RuntimeRule&, const RuntimeRule&) = default;
    };
    std::optional<RuntimeRule> runtime;
    std::optional<double> size;          // B
    std::optional<std::uint32_t> cores;  // 1 to kMostAssumedCores
    double sizeFactor = 1;               // every stated size times this: 1000 for files whose sizes are in kB

    [[nodiscard]] bool empty() const { return *this == Assumptions{}; }
    friend bool operator==(const Assumptions&, const Assumptions&) = default;
};

inline constexpr std::uint32_t kMostAssumedCores = 1'000'000;

// The keys: runtime, size, cores, sizeFactor.
const std::vector<std::string>& assumptionKeys();
// Takes "runtime=10 s", "runtime=mean", "size=1 MB", "cores=4" or "sizeFactor=1000". The error says what is wrong with it.
Status readAssumption(std::string_view text, Assumptions& assumptions);
// The word of a rule: "mean", "median"; empty for seconds.
std::string wordOf(const Assumptions::RuntimeRule& rule);
// The rule a word names, if any.
std::optional<Assumptions::RuntimeRule> runtimeRule(std::string_view word);

}  // namespace loom
