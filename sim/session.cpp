#include "sim/session.h"

#include <time.h>

#include <chrono>
#include <limits>

#include "sim/coordinator/coordinator.h"
#include "sim/flow/network.h"
#include "sim/script/lua_scheduler.h"
#include "sim/seam/run_loop.h"
#include "sim/virtual/sim_world.h"

namespace loom {

namespace {

// Processor time of this thread alone, so that runs side by side do not count each other.
double threadCpuSeconds() {
    timespec now{};
    return ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now) == 0 ? static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec) : 0;
}

// Remembers the last decision about one task and may stop the run there.
class OneDecision : public DecisionLog {
public:
    OneDecision(TaskId task, RunControl& control) : task_(task), control_(&control) {}
    [[nodiscard]] bool wants(TaskId task) const override { return task == task_; }
    void record(Decision decision) override {
        decision_ = std::move(decision);
        control_->progress.cancel();
    }
    [[nodiscard]] const std::optional<Decision>& decision() const { return decision_; }

private:
    TaskId task_;
    RunControl* control_;
    std::optional<Decision> decision_;
};

std::vector<NodeView> idleNodes(const Platform& platform) {
    std::vector<NodeView> nodes;
    for (std::size_t n = 0; n < platform.nodeCount(); ++n) {
        const NodeInfo& info = platform.node(NodeId(n));
        nodes.push_back(
            NodeView{true, platform.lanes(NodeId(n)), info.memory > 0 ? info.memory : std::numeric_limits<double>::infinity()});
    }
    return nodes;
}

Result<Plan> planWith(Scheduler& scheduler, const Estimator& estimate, std::uint64_t seed, DecisionLog* log,
                      const Progress* progress = nullptr) {
    const std::vector<NodeView> nodes = idleNodes(estimate.platform());
    Plan plan;
    scheduler.plan(View{estimate, Time::zero(), {}, nodes, nullptr, seed, nullptr, progress}, plan.placements, log);
    if (Progress::cancelled(progress)) return Plan{};  // cut short, whatever stands in it
    if (const Error* error = scheduler.failure()) return *error;
    if (const SearchReport* report = searchReport(scheduler)) plan.search = *report;
    return plan;
}

CoordinatorOptions coordinatorOptions(const ScenarioFile& file, DecisionLog* log, const Progress& progress) {
    return CoordinatorOptions{file.retry, Time::fromSeconds(file.viewDelay), file.fetchAhead, file.seed, log, file.disks.inputsOnDisk,
                              &progress};
}

Result<RunPtr> simulateLogged(const ScenarioPtr& scenario, RunControl& control, const RunStarted& started, RecordDetail detail,
                              DecisionLog* log) {
    Result<std::unique_ptr<Scheduler>> scheduler = openScheduler(scenario->file.scheduler, scenario->file.baseFolder);
    if (!scheduler) return scheduler.error();
    Result<NetworkModel> network = makeNetworkModel(scenario->file.network, *scenario->platform,
                                                    Disks::capacities(*scenario->platform, scenario->file.disks));
    if (!network) return network.error();

    const auto begin = std::chrono::steady_clock::now();
    const double cpuBegin = threadCpuSeconds();
    const Estimator estimate = scenario->estimator();
    auto run = std::make_shared<Run>();
    run->scenario = scenario;
    run->trace = std::make_shared<Trace>();
    run->detail = detail;
    if ((*scheduler)->isStatic()) {
        Result<Plan> plan = planWith(**scheduler, estimate, scenario->file.seed, log, &control.progress);
        if (!plan) return plan.error();
        run->plan = std::move(plan->placements);
        run->search = std::move(plan->search);
    }
    control.progress.begin(scenario->graph->taskCount());
    if (started) started(run);

    Coordinator coordinator(estimate, **scheduler, run->plan, coordinatorOptions(scenario->file, log, control.progress));
    SimWorld world(
        *scenario->platform, std::move(*network), scenario->file.failures, scenario->file.seed,
        Disks(*scenario->platform, scenario->file.disks, scenario->file.network.name != "unshared"),
        scenario->platform->sharesCores() ? std::make_unique<SharedCores>(*scenario->platform, *scenario->graph) : nullptr);
    Process* processes[] = {&coordinator};
    const LoopResult result = runLoop(world, processes, *run->trace, control, scenario->file.seed, detail);
    run->outcome = result.outcome;
    run->failure = result.failure;
    run->totals = result.totals;
    if (const SharedCores* shared = world.sharedCores()) run->totals.busySeconds = shared->busySeconds();
    run->cpuSeconds = threadCpuSeconds() - cpuBegin;
    run->wallSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return RunPtr(run);
}

}  // namespace

Result<RunPtr> simulate(ScenarioPtr scenario, RunControl& control, const RunStarted& started, RecordDetail detail) {
    return simulateLogged(scenario, control, started, detail, nullptr);
}

Result<double> makespanOf(const ScenarioPtr& scenario, RunControl& control) {
    const Result<RunPtr> run = simulate(scenario, control, {}, RecordDetail::none);
    if (!run) return run.error();
    if ((*run)->outcome != Outcome::finished) return failure((*run)->failure);
    return (*run)->totals.lastCommit.seconds();
}

Result<Plan> planOnly(const Scenario& scenario) {
    Result<std::unique_ptr<Scheduler>> scheduler = openScheduler(scenario.file.scheduler, scenario.file.baseFolder);
    if (!scheduler) return scheduler.error();
    if (!(*scheduler)->isStatic())
        return failure("scheduler '" + scenario.file.scheduler.text() + "' decides while the run goes on and has no plan; use 'run'");
    const Estimator estimate = scenario.estimator();
    return planWith(**scheduler, estimate, scenario.file.seed, nullptr);
}

Status watchDecisions(ScenarioPtr scenario, RunControl& control, DecisionLog& log) {
    Result<std::unique_ptr<Scheduler>> scheduler = openScheduler(scenario->file.scheduler, scenario->file.baseFolder);
    if (!scheduler) return scheduler.error();
    if ((*scheduler)->isStatic()) {
        const Estimator estimate = scenario->estimator();
        const Result<Plan> plan = planWith(**scheduler, estimate, scenario->file.seed, &log, &control.progress);
        if (!plan) return plan.error();
        return Done{};
    }
    const Result<RunPtr> run = simulateLogged(scenario, control, {}, RecordDetail::none, &log);
    if (!run) return run.error();
    if ((*run)->outcome == Outcome::failed) return failure((*run)->failure);
    return Done{};
}

Result<std::optional<Decision>> explainPlacement(ScenarioPtr scenario, TaskId task, RunControl& control) {
    OneDecision log(task, control);
    if (const Status watched = watchDecisions(std::move(scenario), control, log); !watched) return watched.error();
    return log.decision();
}

}  // namespace loom
