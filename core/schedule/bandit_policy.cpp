#include "core/schedule/bandit_policy.h"

#include <algorithm>

#include "core/laws/policies.h"

namespace loom {

std::size_t ucb1(std::span<const Arm> arms) {
    std::uint64_t pulls = 0;
    for (const Arm& arm : arms) pulls += arm.pulls;
    const auto index = [&](const Arm& arm) {
        return laws::ucb1(arm.mean(), static_cast<double>(arm.pulls), static_cast<double>(pulls));
    };
    std::size_t best = 0;
    for (std::size_t i = 0; i < arms.size(); ++i) {
        if (arms[i].pulls == 0) return i;
        if (index(arms[i]) > index(arms[best])) best = i;
    }
    return best;
}

std::size_t thompson(std::span<const Arm> arms, RandomStream& random) {
    std::size_t best = 0;
    double greatest = -1;
    std::vector<double> draws;
    for (std::size_t i = 0; i < arms.size(); ++i) {
        // Beta(a, b) with whole a, b is the a-th smallest of a + b - 1 uniform draws.
        draws.resize(arms[i].pulls + 1);
        for (double& draw : draws) draw = random.uniform();
        const auto nth = draws.begin() + static_cast<std::ptrdiff_t>(arms[i].successes);
        std::nth_element(draws.begin(), nth, draws.end());
        if (*nth <= greatest) continue;
        greatest = *nth;
        best = i;
    }
    return best;
}

void reward(Arm& arm, double value, RandomStream& random) {
    ++arm.pulls;
    arm.reward += value;
    arm.successes += random.uniform() < value ? 1 : 0;
}

}  // namespace loom
