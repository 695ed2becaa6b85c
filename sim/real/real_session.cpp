// A real run from a scenario: kernel, workers, coordinator, and the simulation that predicts it.
#include <algorithm>
#include <chrono>

#include "sim/coordinator/coordinator.h"
#include "sim/real/real_scenario.h"
#include "sim/real/thread_world.h"
#include "sim/script/lua_scheduler.h"
#include "sim/seam/run_loop.h"
#include "sim/session.h"
#include "sim/virtual/sim_world.h"

namespace loom {

namespace {

CoordinatorOptions optionsOf(const ScenarioFile& file) {
    return CoordinatorOptions{file.retry, Time::fromSeconds(file.viewDelay), file.fetchAhead, file.seed, nullptr};
}

double secondsBetween(Time from, Time to) { return std::max(0.0, (to - from).seconds()); }

// Median over committed attempts of what passes between the decision and the kernel's first instruction. The trace stamps
// a decision with the event that led to it, so the coordinator's own time and the wake-up of the thread are in it.
double medianOverhead(const std::vector<AttemptTime>& attempts) {
    std::vector<double> seconds;
    for (const AttemptTime& a : attempts) seconds.push_back(secondsBetween(a.requested, a.begun));
    if (seconds.empty()) return 0;
    const auto middle = seconds.begin() + static_cast<std::ptrdiff_t>(seconds.size() / 2);
    std::nth_element(seconds.begin(), middle, seconds.end());
    return *middle;
}

double lastCommit(const Trace& trace) {
    for (std::size_t i = trace.size(); i-- > 0;) {
        if (trace[i].kind == RecordKind::computeEnd) return trace[i].time.seconds();
    }
    return 0;
}

// The coordinator of a run under the scenario's scheduler, over the placements it decided beforehand.
struct Conduct {
    Estimator estimate;
    std::unique_ptr<Scheduler> scheduler;
    Coordinator coordinator;

    Conduct(const Scenario& scenario, std::unique_ptr<Scheduler> chosen, const std::vector<Placement>& plan)
        : estimate(scenario.estimator()),
          scheduler(std::move(chosen)),
          coordinator(estimate, *scheduler, plan, optionsOf(scenario.file)) {}

    LoopResult run(World& world, Run& into, RunControl& control) {
        const auto begin = std::chrono::steady_clock::now();
        Process* processes[] = {&coordinator};
        LoopResult result = runLoop(world, processes, *into.trace, control, into.scenario->file.seed);
        into.outcome = result.outcome;
        into.failure = result.failure;
        into.wallSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        return result;
    }
};

std::shared_ptr<Run> newRun(ScenarioPtr scenario, WorldKind world) {
    auto run = std::make_shared<Run>();
    run->scenario = std::move(scenario);
    run->trace = std::make_shared<Trace>();
    run->world = world;
    return run;
}

// The same scheduler, plan and failures in virtual time, with the measured times.
Result<RunPtr> predict(const Run& measured, const std::vector<double>& taskSeconds, double overhead) {
    std::vector<double> seconds = taskSeconds;
    for (double& s : seconds) s += overhead;
    Result<ScenarioPtr> scenario = measuredScenario(*measured.scenario, seconds, *measured.trace);
    if (!scenario) return scenario.error();
    Result<std::unique_ptr<Scheduler>> scheduler = openScheduler((*scenario)->file.scheduler, (*scenario)->file.baseFolder);
    if (!scheduler) return scheduler.error();
    Result<NetworkModel> network = makeNetworkModel((*scenario)->file.network, *(*scenario)->platform);
    if (!network) return network.error();

    std::shared_ptr<Run> run = newRun(*scenario, WorldKind::simulated);
    run->plan = measured.plan;
    Conduct conduct(**scenario, std::move(*scheduler), run->plan);
    SimWorld world(*(*scenario)->platform, std::move(*network), (*scenario)->file.failures, (*scenario)->file.seed);
    RunControl control;
    conduct.run(world, *run, control);
    return RunPtr(run);
}

Result<std::optional<NetworkModel>> networkOf(const Scenario& scenario) {
    if (!scenario.file.real.shaped) return std::optional<NetworkModel>();
    Result<NetworkModel> network = makeNetworkModel(scenario.file.network, *scenario.platform);
    if (!network) return network.error();
    return std::optional<NetworkModel>(std::move(*network));
}

void fillReport(RealReport& report, const ThreadWorld& world, const Kernel& kernel) {
    const Run& run = *report.run;
    report.taskSeconds.assign(run.scenario->graph->taskCount(), 0);
    for (const AttemptTime& a : world.attempts()) report.taskSeconds[a.task.index()] = secondsBetween(a.begun, a.ended);
    report.overheadSeconds = medianOverhead(world.attempts());
    report.measuredMakespan = lastCommit(*run.trace);
    report.results = world.collector().finish(kernel.labelNames());
    if (run.outcome != Outcome::finished) {
        report.notes.emplace_back("The run did not finish, so there is nothing to predict.");
        return;
    }
    Result<RunPtr> predicted = predict(run, report.taskSeconds, report.overheadSeconds);
    if (!predicted) {
        report.notes.push_back("The prediction failed: " + predicted.error().text());
        return;
    }
    report.predicted = std::move(*predicted);
    report.predictedMakespan = lastCommit(*report.predicted->trace);
    if (report.measuredMakespan > 0) {
        report.relativeError = (report.predictedMakespan - report.measuredMakespan) / report.measuredMakespan;
    }
}

}  // namespace

Result<RealReport> runReal(ScenarioPtr scenario, RunControl& control, const RunStarted& started) {
    Result<RealScenario> real = realScenario(*scenario);
    if (!real) return real.error();
    const ScenarioPtr& derived = real->scenario;
    Result<std::unique_ptr<Scheduler>> scheduler = openScheduler(derived->file.scheduler, derived->file.baseFolder);
    if (!scheduler) return scheduler.error();
    Result<std::optional<NetworkModel>> network = networkOf(*derived);
    if (!network) return network.error();
    // The kernel gets the original graph: derived costs are for the scheduler.
    Result<std::unique_ptr<Kernel>> kernel =
        makeKernel(derived->file.real.kernel,
                   KernelSetup{scenario->graph, derived->file.real.images, derived->file.baseFolder, derived->file.seed});
    if (!kernel) return kernel.error();

    RealReport report;
    report.notes = (*kernel)->notes();
    report.notes.insert(report.notes.end(), real->notes.begin(), real->notes.end());
    std::shared_ptr<Run> run = newRun(derived, WorldKind::real);
    if ((*scheduler)->isStatic()) {
        Result<Plan> plan = planOnly(*derived);
        if (!plan) return plan.error();
        run->plan = std::move(plan->placements);
        run->search = std::move(plan->search);
    }
    ThreadWorld world(*derived->platform, **kernel, std::move(*network), derived->file.failures, derived->file.seed, &control);
    Conduct conduct(*derived, std::move(*scheduler), run->plan);
    control.progress.begin(derived->graph->taskCount());
    if (started) started(run);
    conduct.run(world, *run, control);
    if (run->outcome == Outcome::failed && !world.kernelError().empty()) run->failure += ": " + world.kernelError();
    report.run = run;
    fillReport(report, world, **kernel);
    return report;
}

}  // namespace loom
