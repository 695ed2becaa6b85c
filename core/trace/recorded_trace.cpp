#include "core/trace/recorded_trace.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <queue>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "core/platform/topologies.h"

namespace loom {

namespace {

constexpr const char* kUnnamed = "?";  // the machine of tasks of which it is not stated
// Nothing moves between recorded machines; the links are only there to make a platform.
constexpr double kUnlimited = 1e30;

struct Stay {
    TaskId task;
    std::uint32_t machine = 0;
    Time begin, end;
    std::uint32_t lane = 0;
};

bool isKnown(const RecordedRun& recorded, std::size_t task) {
    return task < recorded.start.size() && task < recorded.finish.size() && std::isfinite(recorded.start[task]) &&
           std::isfinite(recorded.finish[task]) && recorded.start[task] >= 0 && recorded.finish[task] >= recorded.start[task];
}

std::vector<Stay> staysOf(const TaskGraph& graph, const RecordedRun& recorded) {
    const auto unnamed = static_cast<std::uint32_t>(recorded.machines.size());
    std::vector<Stay> stays;
    for (std::size_t t = 0; t < graph.taskCount(); ++t) {
        if (!isKnown(recorded, t)) continue;
        const std::uint32_t stated = t < recorded.machine.size() ? recorded.machine[t] : RecordedRun::kNoMachine;
        stays.push_back({TaskId(t), stated < unnamed ? stated : unnamed, Time::fromSeconds(recorded.start[t]),
                         Time::fromSeconds(recorded.finish[t])});
    }
    std::stable_sort(stays.begin(), stays.end(), [](const Stay& a, const Stay& b) { return a.begin < b.begin; });
    return stays;
}

// The lanes of one machine. Tasks take the lowest neighbouring ones that are free when they begin, or new ones.
class Lanes {
public:
    // Calls in the order of `begin`.
    std::uint32_t take(const Stay& stay, std::uint32_t cores) {
        for (; !busy_.empty() && busy_.top().first <= stay.begin; busy_.pop()) free_.insert(busy_.top().second);
        const std::uint32_t first = neighbours(cores);
        for (std::uint32_t lane = first; lane < first + cores; ++lane) {
            free_.erase(lane);
            busy_.emplace(stay.end, lane);
        }
        count_ = std::max(count_, first + cores);
        return first;
    }
    [[nodiscard]] std::uint32_t count() const { return count_; }

private:
    [[nodiscard]] std::uint32_t neighbours(std::uint32_t cores) const {
        std::uint32_t first = count_, next = count_;
        for (const std::uint32_t lane : free_) {
            if (lane != next) first = lane;
            next = lane + 1;
            if (next - first == cores) return first;
        }
        return next == count_ ? first : count_;  // the free ones at the end and some behind them, or all behind
    }

    using Busy = std::pair<Time, std::uint32_t>;
    std::priority_queue<Busy, std::vector<Busy>, std::greater<>> busy_;
    std::set<std::uint32_t> free_;
    std::uint32_t count_ = 0;
};

Result<Platform> machinesOf(const RecordedRun& recorded, const std::vector<Lanes>& lanes) {
    std::vector<NodeInfo> nodes;
    for (std::size_t m = 0; m <= recorded.machines.size(); ++m) {
        const bool unnamed = m == recorded.machines.size();
        if (unnamed && lanes[m].count() == 0) continue;
        NodeInfo node;
        node.name = unnamed ? kUnnamed : recorded.machines[m].name;
        const double stated = unnamed ? 1 : recorded.machines[m].cores.value_or(1);
        node.cores = std::max({1u, static_cast<std::uint32_t>(std::clamp(stated, 1.0, 1e6)), lanes[m].count()});
        if (!unnamed && recorded.machines[m].speed) node.speed = *recorded.machines[m].speed;
        nodes.push_back(std::move(node));
    }
    const std::vector<PortInfo> ports(nodes.size(), PortInfo{kUnlimited, 0});
    return starPlatform(std::move(nodes), ports, {}, NodeId::none(), "recorded machines");
}

struct Moment {
    Time time;
    int phase = 0;  // what ends makes room for what begins, unless it took no time at all
    Record record;
};

std::shared_ptr<Trace> traceOf(const RecordedRun& recorded, const std::vector<Stay>& stays, Outcome outcome) {
    std::vector<Moment> moments;
    Time last;
    for (const Stay& stay : stays) {
        const double submitted = stay.task.index() < recorded.submit.size() ? recorded.submit[stay.task.index()] : recorded.kUnknown;
        const Time ready = submitted >= 0 ? std::min(Time::fromSeconds(submitted), stay.begin) : stay.begin;
        const bool instant = stay.begin == stay.end;
        moments.push_back({ready, 0, {ready, RecordKind::taskReady, 0, 0, stay.task.value}});
        moments.push_back({stay.begin, 2, {stay.begin, RecordKind::computeBegin, 0, 0, stay.task.value, stay.machine, stay.lane}});
        moments.push_back(
            {stay.end, instant ? 3 : 1, {stay.end, RecordKind::computeEnd, 0, 0, stay.task.value, stay.machine, stay.lane}});
        last = std::max(last, stay.end);
    }
    std::sort(moments.begin(), moments.end(), [](const Moment& a, const Moment& b) {
        return std::tuple(a.time, a.phase, a.record.subject) < std::tuple(b.time, b.phase, b.record.subject);
    });
    auto trace = std::make_shared<Trace>();
    for (const Moment& moment : moments) trace->append(moment.record);
    trace->append({last, RecordKind::runEnd, 0, 0, static_cast<std::uint32_t>(outcome)});
    return trace;
}

}  // namespace

bool hasTimes(const RecordedRun& recorded) {
    for (std::size_t t = 0; t < recorded.start.size(); ++t)
        if (isKnown(recorded, t)) return true;
    return false;
}

Result<RunPtr> recordedTrace(const Scenario& scenario, const RecordedRun& recorded) {
    std::vector<Stay> stays = staysOf(*scenario.graph, recorded);
    std::vector<Lanes> lanes(recorded.machines.size() + 1);
    for (Stay& stay : stays) stay.lane = lanes[stay.machine].take(stay, scenario.graph->cores(stay.task));
    Result<Platform> machines = machinesOf(recorded, lanes);
    if (!machines) return machines.error();
    auto asRecorded = std::make_shared<Scenario>(scenario);
    asRecorded->platform = std::make_shared<const Platform>(std::move(*machines));
    auto run = std::make_shared<Run>();
    run->outcome = stays.size() == scenario.graph->taskCount() ? Outcome::finished : Outcome::cancelled;
    if (run->outcome != Outcome::finished)
        run->failure = "the file tells of " + std::to_string(stays.size()) + " of " + std::to_string(scenario.graph->taskCount()) +
                       " tasks when they ran";
    run->trace = traceOf(recorded, stays, run->outcome);
    run->world = WorldKind::real;
    run->scenario = std::move(asRecorded);
    return RunPtr(std::move(run));
}

}  // namespace loom
