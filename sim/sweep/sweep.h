// A grid of scenarios, simulated on all cores. Results do not depend on the number of threads.
#pragma once

#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/scenario/scenario.h"
#include "core/scenario/variation.h"
#include "core/trace/metrics.h"
#include "core/trace/run.h"
#include "sim/sweep/axis.h"

namespace loom {

// Points are every combination of the axes' values, schedulers and networks; the first axis changes slowest, the
// network fastest. Every point runs `repeat` times, with the seeds seed, seed + 1 ... of its scenario; all points run
// under their first seed before any runs under its second.
struct SweepPlan {
    ScenarioPtr base;
    std::vector<Axis> axes;
    std::vector<Spec> schedulers;  // empty: the scenario's
    std::vector<Spec> networks;    // empty: the scenario's
    std::uint32_t repeat = 1;
};

// What became of one point. Plain numbers: a sweep keeps no traces, and later seeds than the first are not recorded.
struct SweepRow {
    std::vector<Setting> settings;  // one an axis
    Spec scheduler;
    Spec network;
    std::vector<double> makespans;  // s, by seed; shorter than `repeat` after a cancel or where `failure` says why
    std::vector<double> lowerBounds;  // s, by seed: longest path or area, whichever is longer; a seed may draw another workload
    Metrics metrics;                // of the first seed; without the single nodes' utilisation
    std::size_t records = 0;        // of the first seed
    std::string fingerprint;        // of the first seed
    double cpuSeconds = 0;          // of all seeds together
    std::string failure;            // why the first seed that failed could not begin or did not finish; else empty
};

struct SweepResult {
    std::vector<SweepRow> rows;  // in the order of the points; after a cancel those whose first seed was done
    std::size_t points = 0;      // of the whole grid
    bool cancelled = false;      // not everything was done
};

inline constexpr std::size_t kMostSweepRuns = 1'000'000;
inline constexpr unsigned kMostSweepThreads = 1024;

// Blocks until all is done or `progress` is cancelled, then within milliseconds. `progress` counts runs. `threads` = 0:
// one a core. Memory: one scenario and engine a thread, and the rows. An Error when the grid is too large, or a value
// cannot stand at its path; it names the point. A point that cannot be resolved or does not finish is a row that says so.
Result<SweepResult> sweep(const SweepPlan& plan, unsigned threads, Progress& progress);

}  // namespace loom
