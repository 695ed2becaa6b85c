// The parts that several commands print alike.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/trace/metrics.h"
#include "core/trace/run.h"

namespace loom::cli {

// SI base units throughout (contract 7.2).
nlohmann::ordered_json metricsJson(const Run& run, const Metrics& metrics);
const char* outcomeName(Outcome outcome);
// Prints `error: FILE: why` for a run that did not finish; the command's exit status.
int runStatus(const Run& run, const std::string& path);
// Two-column summary of a run for people.
void printMetrics(const Run& run, const Metrics& metrics);

}  // namespace loom::cli
