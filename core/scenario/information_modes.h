// What schedulers know of task times: the names of the modes and their parameters (after Estee's information modes).
#pragma once

#include <vector>

#include "core/base/spec.h"
#include "core/cost/estimator.h"

namespace loom {

// exact, noisy[sigma=S], mean, blind.
const std::vector<RegistryEntry>& informationRegistry();

// What a text form of the registry means; an error names the nearest mode or parameter.
Result<Knowledge> knowledgeOf(const Spec& spec);

}  // namespace loom
