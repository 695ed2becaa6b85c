// A whole run as `run` and `replay` print it.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/trace/metrics.h"
#include "core/trace/run.h"

namespace loom::cli {

// The keys of `run --json` (contract 7.2).
nlohmann::ordered_json runJson(const Run& run, const Metrics& metrics);
// How a searching scheduler came to its plan: incumbents over evaluations, bound, gap.
nlohmann::ordered_json searchJson(const SearchReport& search);
void printSearch(const SearchReport& search);
void printRun(const Run& run, const Metrics& metrics);

}  // namespace loom::cli
