// The numbers a run is judged by, and the series the charts draw, all read from the trace.
#pragma once

#include <vector>

#include "core/trace/run.h"

namespace loom {

// Seconds, bytes and ratios. Computed from the published records of a run, finished or not. The serial total and the
// bounds of a real run rest on the measured times of its tasks, those of a simulated run on the model. Averages and ratios are over
// [0, makespan] and 0 while nothing is committed. An attempt still open counts as wasted once the run has ended.
// A run recorded with less detail than `full` knows data and transfers from its totals; with `none`, only what those
// count: waste, down times, ready tasks and single nodes stay 0.
struct Metrics {
    double makespan = 0;        // s, time of the last committed task
    std::size_t tasks = 0;      // in the graph
    std::size_t committed = 0;  // distinct tasks committed at least once and not lost at the end
    std::size_t attempts = 0;   // begun
    std::size_t failedAttempts = 0;
    double bytesMoved = 0;      // B, transfers that arrived
    std::size_t transfers = 0;  // that arrived
    double busySeconds = 0;     // core-seconds computing, committed attempts; where cores are shared, the shares they had
    double wastedSeconds = 0;   // core-seconds of attempts that did not commit or were run again (the latter are busy, too)
    double utilisation = 0;     // busy core-seconds / (cores x makespan)
    std::vector<double> nodeUtilisation;  // by node index; 0 for storage
    double throughput = 0;                // tasks / s over the makespan
    double meanReady = 0;                 // time-averaged number of ready, unplaced tasks
    std::size_t peakReady = 0;            // largest number that stayed ready and unplaced for any time at all
    double serialSeconds = 0;             // all tasks one after another on the best single node
    double speedup = 0;                   // serialSeconds / makespan
    double efficiency = 0;                // speedup / cores
    double criticalPathSeconds = 0;       // fastest node for every task, no transfers: a lower bound
    double areaBound = 0;                 // s, best-case work / cores: a lower bound
    double slr = 0;                       // makespan / criticalPathSeconds (schedule length ratio, Topcuoglu et al. 2002)
    double downSeconds = 0;               // node-seconds down within the makespan
};
Metrics computeMetrics(const Run& run);

// Lower bounds that hold for any schedule of the scenario on its platform, in seconds. Infinite when some task can run
// nowhere.
double criticalPathBound(const TaskGraph& graph, const Platform& platform);
double areaBound(const TaskGraph& graph, const Platform& platform);
// All tasks one after another on the node where that takes least; infinite if no node can run them all.
double serialSeconds(const TaskGraph& graph, const Platform& platform);

// A step function: value[i] holds from time[i] to time[i + 1]. Times in seconds, ascending, from 0 to the end of the trace;
// the last value repeats the one before it, so that the last step has a width. Binned series have bins + 1 points, or
// none when the trace has no length. What begins and ends within one instant does not show.
struct Series {
    std::vector<double> time;
    std::vector<double> value;
};
Series busyCoresSeries(const Run& run);                                       // cores computing
Series readySeries(const Run& run);                                           // ready, unplaced tasks
Series transferSeries(const Run& run);                                        // transfers in flight
Series throughputSeries(const Run& run, std::size_t bins);                    // tasks committed per second in each bin
Series nodeUtilisationSeries(const Run& run, NodeId node, std::size_t bins);  // 0..1
Series utilisationSeries(const Run& run, std::size_t bins);                   // of the whole cluster, 0..1

}  // namespace loom
