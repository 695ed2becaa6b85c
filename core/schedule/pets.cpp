#include <algorithm>
#include <cmath>
#include <tuple>

#include "core/graph/graph_measures.h"
#include "core/schedule/schedulers.h"
#include "core/schedule/static_scheduler.h"

namespace loom {

namespace {

// round(mean time + transfers out + largest rank of a parent), halves up: the rounding is part of the definition.
std::vector<double> petsRanks(const Estimator& estimate) {
    const TaskGraph& graph = estimate.graph();
    std::vector<double> ranks(graph.taskCount(), 0);
    for (const TaskId task : graph.topologicalOrder()) {
        double out = 0;
        for (const EdgeId edge : graph.outEdges(task)) out += estimate.meanTransferByPairs(edge);
        double parents = 0;
        for (const TaskId parent : graph.predecessors(task)) parents = std::max(parents, ranks[parent.index()]);
        ranks[task.index()] = std::floor(estimate.meanCompute(task) + out + parents + 0.5);
    }
    return ranks;
}

// Ilavarasan, Thambidurai, J. Computer Science 3(2), 2007.
class Pets final : public StaticScheduler {
public:
    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        PartialSchedule schedule(
            view, Fill::insertion,
            {"level by level, highest rank first, the shorter task on ties; the node of smallest EFT, gaps included", "EFT"},
            log);
        priorities_ = petsRanks(view.estimate);
        const std::vector<double> mean = meanSeconds(view.estimate);
        const std::vector<std::uint32_t> level = levels(schedule.graph());
        std::vector<TaskId> order;
        for (std::size_t i = 0; i < priorities_.size(); ++i) order.emplace_back(i);
        const auto key = [&](TaskId t) { return std::tuple(level[t.index()], -priorities_[t.index()], mean[t.index()], t); };
        std::sort(order.begin(), order.end(), [&](TaskId a, TaskId b) { return key(a) < key(b); });
        placeInOrder(schedule, order, priorities_,
                     [](TaskId, std::span<const Candidate> options) { return earliestFinish(options); });
        schedule.emit(placements);
    }
};

}  // namespace

SchedulerPtr makePets() { return std::make_unique<Pets>(); }

}  // namespace loom
