// The laws applied to one scenario: what the formulas say before anything is simulated, and where this scenario is
// not what they assume.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/scenario/scenario.h"

namespace loom {

struct LawInput {
    std::string name;
    double value = 0;
    std::string unit;  // SI base unit; "-" = a pure number
};

struct LawValue {
    std::string id;  // of the catalogue (core/laws/catalog.h)
    std::string title;
    std::string formula;
    std::optional<double> value;  // SI base unit, always finite; empty when there is none, and `note` says why
    std::string unit;
    std::vector<LawInput> inputs;       // every one finite
    std::string note;                   // how inputs were chosen, or why there is no value; may be empty
    std::string assumptions;            // what the law takes for granted
    std::vector<std::string> violated;  // which of that does not hold here, one sentence each; empty = all holds
    std::string source;
};

// Every law that says something about this scenario, the document's formulas first. Linear in tasks and edges;
// deterministic. t_i is a task's time on the node fastest for it, c_i the time of its consumed outputs once over the
// network's mean path, r the time of a single exit task that reduces or gathers (else 0).
std::vector<LawValue> scenarioLaws(const Scenario& scenario);

// The formula's answer to "how long": the document's serial total and what brackets the truth. Seconds; infinite when
// beyond 292 years.
struct FormulaMakespan {
    double serialTotal = 0;   // T = sum(t_i + c_i) + r, inputs' staging included: the formula answer
    double parallelForm = 0;  // max(t_i + c_i) + r
    double lowerBound = 0;    // max(critical path, area): no schedule is shorter
};
// With one node, one core and nothing staged the simulated makespan equals `serialTotal` exactly.
FormulaMakespan formulaMakespan(const Scenario& scenario);

}  // namespace loom
