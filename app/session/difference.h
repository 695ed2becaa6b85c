// Where two runs of the same tasks part: who computes more at each moment, and which tasks they put on other nodes.
#pragma once

#include <memory>
#include <vector>

#include "core/base/progress.h"
#include "core/trace/metrics.h"
#include "core/trace/run.h"

namespace loom {

// One step function minus another, with its integral, so that the mean over any stretch costs two look-ups.
class DifferenceSeries {
public:
    DifferenceSeries() = default;
    // Both as core/trace/metrics.h gives them; beyond its last point a series is 0.
    DifferenceSeries(const Series& a, const Series& b);

    // Times in seconds, from < to; 0 outside of what is known.
    [[nodiscard]] double mean(double from, double to) const;
    // The largest value without its sign.
    [[nodiscard]] double largest() const { return largest_; }
    [[nodiscard]] bool empty() const { return time_.empty(); }

private:
    [[nodiscard]] double integral(double until) const;

    std::vector<double> time_, value_, area_;  // area_[i] is the integral up to time_[i]
    double largest_ = 0;
};

// A task whose first placement in `a` and in `b` is on different nodes.
struct Parting {
    TaskId task;
    NodeId a, b;
    Time at;  // the earlier of the two moments at which it takes its slot: an online placement, else the start
};

struct RunDifference {
    RunPtr a, b;
    DifferenceSeries busy;          // cores computing in a minus in b
    std::vector<Parting> partings;  // in the order of `at`, then of the tasks
};
using RunDifferencePtr = std::shared_ptr<const RunDifference>;

// Linear in both traces; thread-safe. Both runs must be whole and have the same tasks. Null after a cancel.
RunDifferencePtr makeDifference(const RunPtr& a, const RunPtr& b, const Progress& progress);

}  // namespace loom
