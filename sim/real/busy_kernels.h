// Kernels that only burn processor time in proportion to a task's stated work: spin and matrix.
#pragma once

#include <memory>

#include "sim/real/kernel.h"

namespace loom {

// Every task's seconds on a core of `rate` flop/s (work / rate, or its mean recorded runtime x 1 Gf / rate), shrunk by one
// common factor where all tasks together would take more than `limit` seconds; 0 = no limit.
struct BusyScale {
    std::vector<double> seconds;  // by task
    double factor = 1;            // what they were multiplied with
};
BusyScale busyScale(const TaskGraph& graph, double rate, double limit);

// Spins until the thread has used that much processor time: CPU time, so a busy machine does not shorten the work.
std::unique_ptr<Kernel> spinKernel(const KernelSetup& setup, double rate, double limit);
// Multiplies 128 x 128 matrices, 4.2 Mflop each, until about `work` flop are done (1 Gflop for each recorded second);
// all tasks together at most `limit` flop, 0 = no limit.
std::unique_ptr<Kernel> matrixKernel(const KernelSetup& setup, double limit);

}  // namespace loom
