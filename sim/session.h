// One call per answer: a resolved scenario in, a Run out.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "core/trace/run.h"
#include "sim/real/kernel_results.h"
#include "sim/seam/control.h"

namespace loom {

// Called on the engine's thread once the run's scenario, plan and (still empty) trace are in place, so that a watcher
// can follow it while it grows.
using RunStarted = std::function<void(RunPtr)>;

// Simulates in virtual time, as fast as possible. An Error only when the run cannot begin (unknown scheduler ...);
// a run that fails or is stuck is a Run with that outcome. `detail`: how much of it the trace keeps; the totals are
// always counted. Thread-safe for different scenarios and controls.
Result<RunPtr> simulate(ScenarioPtr scenario, RunControl& control, const RunStarted& started = {},
                        RecordDetail detail = RecordDetail::full);

// The makespan (s) of a simulated run that keeps no records; an Error also when it does not finish.
Result<double> makespanOf(const ScenarioPtr& scenario, RunControl& control);

// What a static scheduler decided by its own estimates.
struct Plan {
    std::vector<Placement> placements;
    std::optional<SearchReport> search;  // how it was found, if the scheduler searches
};
// Plans without simulating. Error for an online scheduler.
Result<Plan> planOnly(const Scenario& scenario);

// Asks `log` about every decision of the scenario's scheduler, in the order they are made, without keeping a trace: a static
// scheduler plans, an online one runs. A cancel through `control`, which the log may give, ends it early and is no Error.
Status watchDecisions(ScenarioPtr scenario, RunControl& control, DecisionLog& log);

// Why the run placed `task` where it did: repeats the deterministic run up to that decision and records what the
// scheduler compared. nullopt when the scheduler was not asked about it (a recovery placement).
Result<std::optional<Decision>> explainPlacement(ScenarioPtr scenario, TaskId task, RunControl& control);

// A real run and the simulation that predicts it.
struct RealReport {
    RunPtr run;                       // measured; its scenario's platform has one slot per worker thread
    RunPtr predicted;                 // simulated with the measured task times and overhead; null when the run did not finish
    std::vector<double> taskSeconds;  // measured, by task; 0 for tasks that never committed
    double overheadSeconds = 0;       // measured per task: assignment to begin and end to commit, median
    double measuredMakespan = 0;      // s
    double predictedMakespan = 0;     // s
    double relativeError = 0;         // (predicted - measured) / measured
    KernelResults results;            // gathered answers of committed attempts
    std::vector<std::string> notes;   // where weights came from, what was generated, oversubscription
};
// Runs the scenario's kernel on worker threads under the same coordinator. Blocks; cancel through `control`.
// `before` is called with the run as it starts.
Result<RealReport> runReal(ScenarioPtr scenario, RunControl& control, const RunStarted& started = {});

}  // namespace loom
