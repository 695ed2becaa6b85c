// The formula answer: every law of a scenario, and the three answers' first column.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/scenario/scenario.h"

namespace loom::cli {

// Every law by id: title, value, unit, inputs, what it omits, source.
nlohmann::ordered_json lawsJson(const Scenario& scenario);
// The makespan formulas beside a simulated (or measured) makespan in seconds, with differences.
void printFormulas(const Scenario& scenario, double makespan);

}  // namespace loom::cli
