// Clusters of tasks by DSC, for a mapping stage: on as many equal nodes as wanted.
#pragma once

#include <vector>

#include "core/cost/estimator.h"

namespace loom {

// DSC, dominant sequence clustering: Yang, Gerasoulis, IEEE TPDS 5(9), 1994, on mean compute and transfer times. Tasks are
// examined by greatest tlevel + blevel among the free ones. A task joins the cluster of the parents whose messages come last
// if that lowers its tlevel, together with parents that have no other child; where a partially free task matters more, it
// keeps off the cluster that would help that one (DSRW). O((n + e) log n) for bounded degree.
//
// On the nine-task graph of Kwok, Ahmad, ACM Computing Surveys 31(4), 1999, these rules give 19: DSRW keeps n2 off n1's cluster for
// the sake of n7, which waits for n2 itself. Without DSRW they give 16, the optimum. The survey prints 17 for DSC, which follows from
// neither; it does not say how, so the paper's own rules stand (checked by a second implementation of them).
struct Clustering {
    std::vector<std::vector<TaskId>> clusters;  // every task in one cluster, in the order they run there
    std::vector<std::size_t> clusterOf;         // by task
    std::vector<double> blevels;                // by task, s: longest path to an exit, transfers included
    double makespan = 0;                        // s, one node a cluster
};
Clustering dominantSequenceClusters(const Estimator& estimate);

}  // namespace loom
