// The rows of a sweep as tables, CSV and JSON; `sweep`, `compare` and `run --network all` print alike.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "sim/sweep/sweep.h"

namespace loom::cli {

// Runs the plan while a terminal's standard error shows how far it is; Ctrl+C stops it.
Result<SweepResult> runSweep(const SweepPlan& plan, unsigned threads, const std::string& label);

// One object a row. Varied values stand under their path, as numbers in SI base units where they are quantities.
nlohmann::ordered_json rowsJson(const SweepResult& result);
// What the plan is about, with the models that all its rows share.
void printHeading(const Scenario& scenario, const SweepPlan& plan);
// "3 seeds from 1"
std::string seedsText(const Scenario& scenario, const SweepPlan& plan);
// Varied values, schedulers and networks only where the plan names several.
void printRows(const SweepPlan& plan, const SweepResult& result);
// The same rows as comma-separated values.
void printCsv(const nlohmann::ordered_json& rows);
// Errors for the rows that failed and for a cancelled sweep; the command's exit status.
int sweepStatus(const SweepResult& result, const std::string& path);

// "unshared,max-min[tcp=lv08]", or "all": the four that differ most.
Result<std::vector<Spec>> networkList(const std::string& option, const std::string& text);
Result<std::vector<Spec>> specList(const std::string& option, const std::string& text);

}  // namespace loom::cli
