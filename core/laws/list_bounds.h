// What greedy list scheduling on m equal machines guarantees, and how it can surprise. No transfers, no preemption.
#pragma once

#include <span>
#include <utility>
#include <vector>

namespace loom::laws {

double grahamRatio(double machines);  // C_list / C_opt <= 2 - 1/m; Graham 1966
double lptRatio(double machines);     // longest first: C / C_opt <= 4/3 - 1/(3m); Graham 1969

// max(sum / m, longest): no schedule of independent jobs is shorter.
double makespanLowerBound(std::span<const double> jobs, int machines);

using Precedence = std::pair<std::size_t, std::size_t>;  // job indices: first before second

// The makespan of greedy list scheduling: whenever a machine is idle, the first ready job of `order` starts.
// `order` holds every job index once; infinite when precedence has a cycle.
double listMakespan(std::span<const double> times, std::span<const Precedence> precedence, int machines,
                    std::span<const std::size_t> order);
// Independent jobs in the order given, and longest first.
double listMakespan(std::span<const double> jobs, int machines);
double lptMakespan(std::span<const double> jobs, int machines);

}  // namespace loom::laws
