// Which arm of a bandit to pull next. Rewards lie in [0, 1].
#pragma once

#include <span>
#include <vector>

#include "core/base/rng.h"

namespace loom {

struct Arm {
    std::uint64_t pulls = 0;
    double reward = 0;            // sum
    std::uint64_t successes = 0;  // of the pulls, each counted as one with the probability of its reward
    [[nodiscard]] double mean() const { return pulls == 0 ? 0 : reward / static_cast<double>(pulls); }
};

// UCB1, Auer, Cesa-Bianchi, Fischer, Machine Learning 47, 2002: the arm of greatest laws::ucb1, one never pulled before all
// others; the first on a tie.
std::size_t ucb1(std::span<const Arm> arms);
// Thompson sampling for rewards in [0, 1], Agrawal, Goyal, COLT 2012: the arm whose draw from Beta(successes + 1, failures + 1)
// is greatest. O(pulls log pulls).
std::size_t thompson(std::span<const Arm> arms, RandomStream& random);
// Counts a pull.
void reward(Arm& arm, double value, RandomStream& random);

}  // namespace loom
