// A bandit over a portfolio: UCB1 or Thompson sampling (bandit_policy.h). One pull lets a candidate plan this very instance with
// the estimated compute times multiplied by log-normal noise (median 1) and rewards it with lower bound / makespan; after
// `budget` pulls the candidate of highest mean reward makes the plan on the estimates as they are. So it trains on the instance
// it is asked about and knows nothing of others; what it learns is which scheduler stands noise here. Transfers are resampled
// as they are, each object alone. Costs `budget` plans.
#include <algorithm>
#include <cstdio>
#include <memory>

#include "core/graph/graph_builder.h"
#include "core/schedule/bandit_policy.h"
#include "core/schedule/candidates.h"
#include "core/schedule/plan_bounds.h"
#include "core/schedule/rehearsal.h"
#include "core/schedule/search_report.h"

namespace loom {

namespace {

// What the estimator adds to a runtime on a device: the copies over its link.
double copySeconds(const Estimator& estimate, TaskId task, NodeId node) {
    const std::optional<std::size_t> device = deviceFor(estimate.graph(), estimate.platform(), task, node);
    if (!device) return 0;
    const double bandwidth = estimate.platform().node(node).accelerators[*device].bandwidth;
    double bytes = 0;
    for (const DataId data : estimate.graph().inputs(task)) bytes += estimate.graph().dataBytes(data);
    for (const DataId data : estimate.graph().outputs(task)) bytes += estimate.graph().dataBytes(data);
    return bandwidth > 0 ? bytes / bandwidth : 0;
}

// The graph with estimated seconds x a factor a task in place of work, so that nothing but the estimates is known.
TaskGraph resampled(const Estimator& estimate, double sigma, RandomStream& random) {
    const TaskGraph& graph = estimate.graph();
    GraphBuilder builder;
    builder.reserve(graph.taskCount(), graph.edgeCount());
    for (std::size_t t = 0; t < graph.taskCount(); ++t) {
        TaskAttributes task;
        task.cores = graph.cores(TaskId(t));
        task.memory = graph.memory(TaskId(t));
        task.accelerator = graph.accelerator(TaskId(t));
        task.release = graph.release(TaskId(t));
        const double factor = random.logNormal(0, sigma);
        for (std::size_t n = 0; n < estimate.platform().nodeCount(); ++n) {
            // Where the task cannot run its needs say so, whatever stands here.
            const bool can = estimate.platform().computes(NodeId(n)) && estimate.canRun(TaskId(t), NodeId(n));
            const double seconds = can ? estimate.computeTime(TaskId(t), NodeId(n)).seconds() * factor : 0;
            task.runtimes.push_back(std::max(seconds - copySeconds(estimate, TaskId(t), NodeId(n)), 0.0));
        }
        builder.addTask(std::move(task));
    }
    for (std::size_t d = 0; d < graph.dataCount(); ++d) {
        const DataId data = builder.addData({}, graph.dataBytes(DataId(d)), graph.producer(DataId(d)));
        for (const TaskId reader : graph.consumers(DataId(d))) builder.addInput(reader, data);
    }
    for (std::size_t t = 0; t < graph.taskCount(); ++t)
        for (const TaskId child : graph.successors(TaskId(t))) builder.addEdge(TaskId(t), child);
    return std::move(*builder.build());
}

class Bandit final : public Scheduler, public ReportsSearch {
public:
    Bandit(std::vector<NamedScheduler> candidates, bool thompson, std::uint64_t budget, double sigma)
        : candidates_(std::move(candidates)), thompson_(thompson), budget_(budget), sigma_(sigma) {}

    [[nodiscard]] bool isStatic() const override { return true; }
    [[nodiscard]] std::vector<double> priorities() const override { return priorities_; }
    [[nodiscard]] const SearchReport& report() const override { return report_; }

    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        report_ = {};
        const std::vector<Arm> arms = trained(view);
        if (view.cancelled()) return;
        const auto best =
            std::max_element(arms.begin(), arms.end(), [](const Arm& a, const Arm& b) { return a.mean() < b.mean(); });
        const NamedScheduler& winner = candidates_[static_cast<std::size_t>(best - arms.begin())];
        char figures[96];
        std::snprintf(figures, sizeof figures, "mean bound / makespan %.4f in %llu of %llu trial plans", best->mean(),
                      static_cast<unsigned long long>(best->pulls), static_cast<unsigned long long>(report_.evaluations));
        planAs(*winner.scheduler, view, placements,
               winner.name + " did best on this instance with noise (" + figures + "): ", log);
        priorities_ = winner.scheduler->priorities();
        report_.bound = PlanBounds(view.estimate).least;
        report_.offer(plannedMakespan(placements));
    }

private:
    std::vector<Arm> trained(const View& view) {
        std::vector<Arm> arms(candidates_.size());
        RandomStream choices(view.seed, Purpose::scheduler, 0);
        for (; report_.evaluations < budget_ && !view.cancelled(); ++report_.evaluations) {
            const std::size_t arm = thompson_ ? thompson(arms, choices) : ucb1(arms);
            RandomStream noise(view.seed, Purpose::estimate, report_.evaluations);
            const TaskGraph graph = resampled(view.estimate, sigma_, noise);
            const Estimator estimate(graph, view.estimate.platform());
            const View trial{estimate, view.now, {}, view.nodes, nullptr, view.seed, nullptr, view.progress};
            const Time makespan = rehearse(*candidates_[arm].scheduler, trial).makespan;
            const Time bound = PlanBounds(estimate).least;
            reward(arms[arm], makespan == Time::zero() ? 1 : bound.seconds() / makespan.seconds(), choices);
        }
        return arms;
    }

    std::vector<NamedScheduler> candidates_;
    bool thompson_;
    std::uint64_t budget_;
    double sigma_;
    SearchReport report_;
    std::vector<double> priorities_;
};

}  // namespace

Result<SchedulerPtr> makeBandit(const std::string& of, bool thompson, std::uint64_t budget, double sigma) {
    Result<std::vector<NamedScheduler>> candidates = schedulersOf(of);
    if (!candidates) return candidates.error();
    return SchedulerPtr(std::make_unique<Bandit>(std::move(*candidates), thompson, budget, sigma));
}

}  // namespace loom
