// The coordinator and the simulated world under a scheduler the test writes down itself, and the trace told as text.
#pragma once

#include <memory>
#include <string>

#include "core/schedule/scheduler.h"
#include "core/trace/run.h"
#include "sim/coordinator/coordinator.h"

namespace loom::test {

// A static plan as text: "t1 P1 0, t2 P2 3.5" (task, node, planned start in seconds; the finish follows).
std::unique_ptr<Scheduler> planFromText(const Run& world, const std::string& plan);
// Online: ready tasks in order to the lowest-numbered node with free cores and memory.
std::unique_ptr<Scheduler> lowestIdleNode();

struct Trouble {
    FailurePlan failures;
    std::string network = "unshared";
    CoordinatorOptions options;
};

// Runs `world` (from runFromText with an empty trace) and returns the finished run.
std::shared_ptr<Run> direct(const Run& world, Scheduler& scheduler, const Trouble& trouble = {});

// The trace in the notation of trace_text.h, one record a line; `only` keeps the lines that start, after the time,
// with one of its space-separated verbs.
std::string tell(const Run& run, const std::string& only = "");

// What the checker finds wrong with the trace, a line each; empty for a sound one.
std::string violations(const Run& run);

}  // namespace loom::test
