#include "core/trace/recorded_trace.h"

#include <algorithm>
#include <map>
#include <queue>
#include <tuple>

#include "core/platform/topologies.h"

namespace loom {

namespace {

constexpr PortInfo kAnyPort{1e9, 0};  // nothing moves in the trace

// The cores of one machine, given out from the first that is free; it has as many as are ever needed.
class Lanes {
public:
    std::uint32_t take(std::uint32_t width) {
        for (auto hole = free_.begin(); hole != free_.end(); ++hole) {
            if (hole->second < width) continue;
            const auto [first, room] = *hole;
            free_.erase(hole);
            if (room > width) free_.emplace(first + width, room - width);
            return first;
        }
        std::uint32_t first = count_;
        if (!free_.empty() && std::prev(free_.end())->first + std::prev(free_.end())->second == count_) {
            first = std::prev(free_.end())->first;
            free_.erase(std::prev(free_.end()));
        }
        count_ = first + width;
        return first;
    }
    void give(std::uint32_t first, std::uint32_t width) {
        const auto here = free_.emplace(first, width).first;
        if (const auto next = std::next(here); next != free_.end() && first + width == next->first) {
            here->second += next->second;
            free_.erase(next);
        }
        if (here == free_.begin()) return;
        const auto before = std::prev(here);
        if (before->first + before->second != first) return;
        before->second += here->second;
        free_.erase(here);
    }
    [[nodiscard]] std::uint32_t count() const { return count_; }

private:
    std::map<std::uint32_t, std::uint32_t> free_;  // first lane -> how many; they do not touch
    std::uint32_t count_ = 0;
};

struct Ending {
    Time at;
    TaskId task;
    std::uint32_t lane;
    friend bool operator>(const Ending& a, const Ending& b) { return std::tie(a.at, a.task) > std::tie(b.at, b.task); }
};

class RecordedTrace {
public:
    RecordedTrace(const TaskGraph& graph, const RecordedRun& record)
        : graph_(graph), record_(record), lanes_(record.machines.size() + 1), trace_(std::make_shared<Trace>()) {}

    std::shared_ptr<Trace> write() {
        for (const TaskId task : inOrderOfStart()) begin(task);
        endUntil(Time::never());
        trace_->append({std::max(last_, Time::fromSeconds(std::max(0.0, record_.makespan.value_or(0)))), RecordKind::runEnd});
        return trace_;
    }
    [[nodiscard]] std::uint32_t lanesOf(std::size_t machine) const { return lanes_[machine].count(); }

private:
    [[nodiscard]] std::vector<TaskId> inOrderOfStart() const {
        std::vector<TaskId> tasks;
        for (std::size_t t = 0; t < graph_.taskCount(); ++t)
            if (record_.timed(t) && record_.start[t] >= 0) tasks.push_back(TaskId(t));
        std::ranges::stable_sort(tasks, {}, [&](TaskId task) { return record_.start[task.index()]; });
        return tasks;
    }
    [[nodiscard]] std::size_t machineOf(TaskId task) const {
        const std::uint32_t machine = task.index() < record_.machine.size() ? record_.machine[task.index()] : RecordedRun::kNoMachine;
        return std::min<std::size_t>(machine, record_.machines.size());
    }
    void append(Time time, RecordKind kind, TaskId task, std::uint32_t lane) {
        last_ = time;
        trace_->append({time, kind, 0, 0, static_cast<std::uint32_t>(task.index()), static_cast<std::uint32_t>(machineOf(task)), lane});
    }
    void begin(TaskId task) {
        const Time start = Time::fromSeconds(record_.start[task.index()]);
        endUntil(start);
        const std::uint32_t lane = lanes_[machineOf(task)].take(graph_.cores(task));
        append(start, RecordKind::computeBegin, task, lane);
        endings_.push({std::max(start, Time::fromSeconds(record_.finish[task.index()])), task, lane});
    }
    void endUntil(Time time) {
        for (; !endings_.empty() && endings_.top().at <= time; endings_.pop()) {
            const Ending& ending = endings_.top();
            lanes_[machineOf(ending.task)].give(ending.lane, graph_.cores(ending.task));
            append(ending.at, RecordKind::computeEnd, ending.task, ending.lane);
        }
    }

    const TaskGraph& graph_;
    const RecordedRun& record_;
    std::vector<Lanes> lanes_;  // by machine, then of the one without a name
    std::priority_queue<Ending, std::vector<Ending>, std::greater<>> endings_;
    std::shared_ptr<Trace> trace_;
    Time last_;
};

NodeInfo machine(std::string name, std::uint32_t cores) {
    NodeInfo node;
    node.name = std::move(name);
    node.cores = std::max(1u, cores);
    return node;
}

Result<Platform> machinesOf(const RecordedRun& record, const RecordedTrace& trace) {
    std::vector<NodeInfo> nodes;
    for (std::size_t m = 0; m < record.machines.size(); ++m) nodes.push_back(machine(record.machines[m].name, trace.lanesOf(m)));
    const std::uint32_t nameless = trace.lanesOf(record.machines.size());
    if (nameless > 0 || nodes.empty()) {
        std::string name = "?";
        while (std::ranges::find(nodes, name, &NodeInfo::name) != nodes.end()) name += '?';
        nodes.push_back(machine(name, nameless));
    }
    const std::vector<PortInfo> ports(nodes.size(), kAnyPort);
    return starPlatform(std::move(nodes), ports, {}, NodeId::none(), "recorded machines");
}

}  // namespace

Result<RunPtr> runOfRecord(const Scenario& scenario) {
    static const RecordedRun nothing;
    const RecordedRun& record = scenario.recorded ? *scenario.recorded : nothing;
    RecordedTrace trace(*scenario.graph, record);
    auto run = std::make_shared<Run>();
    run->trace = trace.write();
    Result<Platform> platform = machinesOf(record, trace);
    if (!platform) return platform.error();
    auto recorded = std::make_shared<Scenario>();
    recorded->file.name = scenario.file.name;
    recorded->graph = scenario.graph;
    recorded->platform = std::make_shared<const Platform>(*std::move(platform));
    run->scenario = std::move(recorded);
    run->world = WorldKind::real;
    run->outcome = Outcome::finished;
    return RunPtr(std::move(run));
}

}  // namespace loom
