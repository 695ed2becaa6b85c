// Scheduling problems as the reference files state them, and plans of them by text form.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/cost/estimator.h"
#include "core/schedule/scheduler.h"

namespace loom::test {

// A graph on fully connected nodes without latency, and its exact estimates. Not movable: the estimator refers to it.
struct Instance {
    Instance(TaskGraph g, Platform p) : graph(std::move(g)), platform(std::move(p)), estimate(graph, platform) {}
    Instance(const Instance&) = delete;

    TaskGraph graph;
    Platform platform;
    Estimator estimate;
};

struct EdgeOf {
    std::uint32_t from, to;
    double bytes;
};

// Unrelated machines: seconds of task t on node p. `bandwidth` is row-major, empty = 1 B/s everywhere.
std::unique_ptr<Instance> unrelated(const std::vector<std::vector<double>>& seconds, const std::vector<EdgeOf>& edges,
                                    const std::vector<double>& bandwidth = {});
// Related machines: work over speed.
std::unique_ptr<Instance> related(const std::vector<double>& work, const std::vector<double>& speed,
                                  const std::vector<EdgeOf>& edges, const std::vector<double>& bandwidth = {});

// From {"W" or "cost" + "speed", "edges", optional "bw"}; costs times `scaleWork`, data times `scaleData`, speeds and
// bandwidths times `scaleRate`.
std::unique_ptr<Instance> readInstance(const nlohmann::json& json, double scaleWork = 1, double scaleData = 1,
                                       double scaleRate = 1);
nlohmann::json readShared(const std::string& relative);

// Keeps every decision.
class AllDecisions final : public DecisionLog {
public:
    [[nodiscard]] bool wants(TaskId) const override { return true; }
    void record(Decision decision) override { decisions.push_back(std::move(decision)); }
    std::vector<Decision> decisions;
};

struct Plan {
    std::vector<Placement> placements;  // as the scheduler gave them
    std::vector<Placement> byTask;      // one a task; node none() if left out
    std::vector<double> priorities;
    std::vector<Decision> decisions;
    double makespan = 0;  // s
};
// Plans with the scheduler of a text form, or with a script (its path in the source tree); throws when that cannot be done.
Plan planWith(const std::string& scheduler, const Estimator& estimate, std::uint64_t seed = 1);

}  // namespace loom::test
