// The scenario a real run really has: as many one-core nodes as there are worker threads.
#pragma once

#include <string>
#include <vector>

#include "core/scenario/scenario.h"
#include "core/trace/trace.h"

namespace loom {

struct RealScenario {
    ScenarioPtr scenario;
    std::vector<std::string> notes;  // what was changed and why, whole sentences
};

// Worker threads: the scenario's number, else its slots but at most the machine's cores. A shaped run whose platform has
// exactly as many slots keeps it. Otherwise worker i is a one-core node named after node i (starting again with "-2" when
// there are more workers than nodes); pairs are linked as the nodes they stand for, or at once when the run is not
// shaped. Failures of nodes that have no worker are left out. Tasks keep their ids, kinds and items; recorded runtimes
// become work, since all workers are alike. Refuses more than 256 workers and tasks of several cores where nodes have one.
Result<RealScenario> realScenario(const Scenario& scenario);

// The same with every task taking `seconds[task]` on every node, and a person's interventions as fixed failures.
Result<ScenarioPtr> measuredScenario(const Scenario& run, const std::vector<double>& seconds, const Trace& trace);

}  // namespace loom
