#include "tests/support/directed_run.h"

#include <sstream>
#include <stdexcept>

#include "core/trace/checker.h"
#include "sim/flow/flow_model.h"
#include "sim/seam/run_loop.h"
#include "sim/virtual/sim_world.h"

namespace loom::test {

namespace {

class PlanScheduler : public Scheduler {
public:
    explicit PlanScheduler(std::vector<Placement> placements) : placements_(std::move(placements)) {}
    [[nodiscard]] bool isStatic() const override { return true; }
    void plan(const View&, std::vector<Placement>& placements, DecisionLog*) override { placements = placements_; }

private:
    std::vector<Placement> placements_;
};

class LowestIdleNode : public Scheduler {
public:
    [[nodiscard]] bool isStatic() const override { return false; }
    void react(const View& view, std::vector<Placement>& placements, DecisionLog*) override {
        std::vector<NodeView> nodes(view.nodes.begin(), view.nodes.end());
        for (const TaskId task : view.ready)
            for (std::size_t n = 0; n < nodes.size(); ++n) {
                const TaskGraph& graph = view.estimate.graph();
                if (!nodes[n].up || nodes[n].freeCores < graph.cores(task) || nodes[n].freeMemory < graph.memory(task)) continue;
                nodes[n].freeCores -= graph.cores(task);
                nodes[n].freeMemory -= graph.memory(task);
                placements.push_back(Placement{task, NodeId(n)});
                break;
            }
    }
};

std::string reasonWord(std::uint32_t reason) {
    switch (static_cast<Reason>(reason)) {
        case Reason::taskError: return "error";
        case Reason::outputLost: return "lost";
        case Reason::attemptsUsedUp: return "used-up";
        default: return "crashed";
    }
}

std::string line(const Run& run, const Record& r) {
    const TaskGraph& graph = *run.scenario->graph;
    const Platform& platform = *run.scenario->platform;
    const auto task = [&] { return std::string(graph.name(TaskId(r.subject))); };
    const auto data = [&] { return std::string(graph.dataName(DataId(r.subject))); };
    const auto node = [&](std::uint32_t id) { return platform.node(NodeId(id)).name; };
    const auto attempt = [&] { return task() + " " + node(r.a) + ":" + std::to_string(r.b) + (r.extra > 0 ? " #" + std::to_string(r.extra) : ""); };
    switch (r.kind) {
        case RecordKind::taskReady: return "ready " + task();
        case RecordKind::taskPlaced: return "place " + task() + " " + node(r.a) + (r.b == Record::kNone ? "" : ":" + std::to_string(r.b));
        case RecordKind::transferBegin: return "send " + data() + " " + node(r.a) + " " + node(r.b);
        case RecordKind::transferEnd: return "arrive " + data() + " " + node(r.a) + " " + node(r.b);
        case RecordKind::transferLost: return "break " + data() + " " + node(r.a) + " " + node(r.b);
        case RecordKind::computeBegin: return "begin " + attempt();
        case RecordKind::computeEnd: return "end " + attempt();
        case RecordKind::computeFailed: return "fail " + attempt();
        case RecordKind::taskRetry: return "retry " + task() + " " + reasonWord(r.a);
        case RecordKind::dataLost: return "gone " + data() + " " + node(r.a);
        case RecordKind::nodeDown: return "down " + node(r.subject);
        case RecordKind::nodeUp: return "up " + node(r.subject);
        case RecordKind::nodeSpeed: return "speed " + node(r.subject) + " " + formatNumber(r.a / 1e6);
        case RecordKind::placementRefused: return "refuse " + task() + " " + node(r.a);
        case RecordKind::control: return "control " + node(r.a);
        case RecordKind::runEnd: return std::string("over ") + (r.subject == 0 ? "finished" : r.subject == 1 ? "failed" : r.subject == 2 ? "stuck" : "cancelled");
        case RecordKind::dataInitial: return "initial " + data() + " " + node(r.a);
        case RecordKind::linkDown: return "link-down " + platform.link(r.link()).name;
        case RecordKind::linkUp: return "link-up " + platform.link(r.link()).name;
        case RecordKind::linkRate: return "rate " + platform.link(r.link()).name + " " + formatNumber(r.a / 1e6);
        case RecordKind::linkLatency: return "latency " + platform.link(r.link()).name + " " + formatNumber(latencyOf(r).seconds());
    }
    return "?";
}

}  // namespace

std::unique_ptr<Scheduler> planFromText(const Run& world, const std::string& plan) {
    std::vector<Placement> placements;
    std::istringstream entries(plan);
    for (std::string entry; std::getline(entries, entry, ',');) {
        std::istringstream words(entry);
        std::string task, node;
        double start = 0;
        if (!(words >> task >> node >> start)) throw std::invalid_argument("not a placement: " + entry);
        const TaskId id = world.scenario->graph->find(task).value();
        const NodeId host = world.scenario->platform->find(node);
        const Time begin = Time::fromSeconds(start);
        placements.push_back(Placement{id, host, begin, begin + trueComputeTime(*world.scenario->graph, *world.scenario->platform, id, host)});
    }
    return std::make_unique<PlanScheduler>(std::move(placements));
}

std::unique_ptr<Scheduler> lowestIdleNode() { return std::make_unique<LowestIdleNode>(); }

std::shared_ptr<Run> direct(const Run& world, Scheduler& scheduler, const Trouble& trouble) {
    auto run = std::make_shared<Run>();
    run->scenario = world.scenario;
    run->trace = std::make_shared<Trace>();
    const Platform& platform = *world.scenario->platform;
    const Estimator estimate(*world.scenario->graph, platform);
    if (scheduler.isStatic()) scheduler.plan(View{estimate, Time::zero(), {}, {}}, run->plan, nullptr);
    Coordinator coordinator(estimate, scheduler, run->plan, trouble.options);
    SimWorld simulated(platform, makeNetworkModel(parseSpec(trouble.network).value(), platform).value(), trouble.failures, 1);
    RunControl control;
    Process* processes[] = {&coordinator};
    const LoopResult result = runLoop(simulated, processes, *run->trace, control, 1);
    run->outcome = result.outcome;
    run->failure = result.failure;
    return run;
}

std::string tell(const Run& run, const std::string& only) {
    std::string out;
    for (std::size_t i = 0; i < run.trace->size(); ++i) {
        const Record& record = (*run.trace)[i];
        const std::string text = line(run, record);
        const std::string verb = text.substr(0, text.find(' '));
        if (!only.empty() && (" " + only + " ").find(" " + verb + " ") == std::string::npos) continue;
        out += formatNumber(record.time.seconds(), 12) + " " + text + "\n";
    }
    return out;
}

std::string violations(const Run& run) {
    std::string out;
    for (const Violation& v : checkTrace(run)) out += v.rule + ": " + v.text + "\n";
    return out;
}

}  // namespace loom::test
