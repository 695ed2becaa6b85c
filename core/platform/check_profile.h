// What a profile may say, by what it is about.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/platform/platform.h"

namespace loom {

inline constexpr std::size_t kMostProfilePoints = 1'000'000;

// Refuses times that go back, values that are negative or not finite, a pattern that repeats without time passing, a
// bandwidth of 0 and a speed that stays at 0: being off for good is the state's business. `who` starts the sentence.
Status checkProfiles(const NodeInfo& node, const std::string& who);
Status checkProfiles(const LinkInfo& link, const std::string& who);

}  // namespace loom
