// What the laws need to know of a scenario, measured once. Inside core/laws only.
#pragma once

#include <string>
#include <vector>

#include "core/base/time.h"
#include "core/scenario/scenario.h"

namespace loom {

// Every time is a whole number of nanoseconds, as in the simulation, so that sums agree exactly.
struct ScenarioFacts {
    // The one path all c_i are measured on: mean latency and harmonic mean bandwidth over pairs of workers (the first
    // 64 of them). Infinite bandwidth with one worker: nothing moves.
    double pathLatency = 0;    // s
    double pathBandwidth = 0;  // B/s
    std::size_t workers = 0;   // nodes with cores
    double cores = 0;          // slots of all of them
    bool heterogeneous = false;

    std::vector<double> compute;   // s, t_i of every task but the reducer, on the node fastest for it
    std::vector<double> transfer;  // s, c_i: its consumed outputs once over the path
    Time computeTotal;             // sum of t_i, the reducer's not
    Time transferTotal;            // sum of c_i
    Time staging;                  // workflow inputs from the storage node, each once; zero without one
    Time reduce;                   // r: the single exit's time if it reduces or gathers, else zero
    std::string reducer;           // its name; empty if there is none

    double items = 0;  // n; 0 = the workload states none
    Time itemCompute;  // of the tasks that work on items
    Time itemTransfer;

    Time criticalPath;
    Time area;
    double work = 0;            // core-seconds: sum of cores x time, the reducer included
    bool dependencies = false;  // besides edges into the reducer
    bool multicore = false;     // some task takes several cores

    double systemMtbf = 0;  // s, of all nodes under random failures; 0 = none
    double meanRepair = 0;  // s, mean over them; 0 = they stay down
    std::size_t failingNodes = 0;
};

ScenarioFacts measureScenario(const Scenario& scenario);

}  // namespace loom
