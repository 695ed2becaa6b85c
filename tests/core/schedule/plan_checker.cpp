#include "tests/core/schedule/plan_checker.h"

#include <algorithm>
#include <map>
#include <vector>

namespace loom::test {

namespace {

std::string named(const char* what, TaskId task) { return std::string(what) + ": task " + std::to_string(task.index()); }

class Checker {
public:
    Checker(std::span<const Placement> plan, const Estimator& estimate)
        : plan_(plan), estimate_(estimate), graph_(estimate.graph()), placed_(graph_.taskCount(), nullptr) {}

    std::string fault() {
        for (const Placement& placement : plan_)
            if (std::string fault = faultOfOne(placement); !fault.empty()) return fault;
        for (std::size_t i = 0; i < graph_.taskCount(); ++i)
            if (placed_[i] == nullptr && couldRun(TaskId(i))) return named("left out", TaskId(i));
        if (std::string fault = overfull(); !fault.empty()) return fault;
        return dispatched();
    }

private:
    std::string faultOfOne(const Placement& p) {
        const Time duration = estimate_.computeTime(p.task, p.node);
        if (placed_[p.task.index()] != nullptr) return named("placed twice", p.task);
        if (duration.isNever()) return named("on a node that cannot run it", p.task);
        if (p.finish != p.start + duration) return named("finish is not start + compute time", p.task);
        for (const TaskId parent : graph_.predecessors(p.task))
            if (placed_[parent.index()] == nullptr) return named("listed before a parent", p.task);
        if (p.start < inputsThere(p)) return named("starts before its inputs are there", p.task);
        placed_[p.task.index()] = &p;
        return {};
    }

    Time inputsThere(const Placement& p) const {
        Time there = estimate_.earliestStart(p.task, p.node);
        for (const EdgeId edge : graph_.inEdges(p.task)) {
            const Placement& parent = *placed_[graph_.source(edge).index()];
            there = std::max(there, parent.finish + estimate_.transferTime(edge, parent.node, p.node));
        }
        return there;
    }

    bool couldRun(TaskId task) const {
        const auto& workers = estimate_.workers();
        const auto parents = graph_.predecessors(task);
        for (const TaskId parent : parents)
            if (placed_[parent.index()] == nullptr) return false;
        return std::any_of(workers.begin(), workers.end(),
                           [&](NodeId node) { return !estimate_.computeTime(task, node).isNever(); });
    }

    // Slots given back at a moment are counted before those taken at it.
    std::string overfull() const {
        std::map<std::pair<NodeId, Time>, std::pair<std::int64_t, std::int64_t>> changes;
        for (const Placement& p : plan_) {
            if (p.start == p.finish) continue;
            changes[{p.node, p.start}].second += graph_.cores(p.task);
            changes[{p.node, p.finish}].first += graph_.cores(p.task);
        }
        NodeId node;
        std::int64_t used = 0;
        for (const auto& [at, change] : changes) {
            if (at.first != node) used = 0;
            node = at.first;
            used += change.second - change.first;
            if (used > estimate_.platform().node(node).cores)
                return "more slots taken than node " + std::to_string(node.index()) + " has";
        }
        return {};
    }

    std::string dispatched() const {
        std::vector<Placement> order(plan_.begin(), plan_.end());
        std::stable_sort(order.begin(), order.end(), [](const Placement& a, const Placement& b) { return a.start < b.start; });
        std::vector<std::vector<Time>> slots;  // when each slot of a node is free
        for (std::size_t i = 0; i < estimate_.platform().nodeCount(); ++i)
            slots.emplace_back(estimate_.platform().node(NodeId(i)).cores);
        std::vector<Time> lastStart(slots.size());
        for (const Placement& p : order) {
            std::vector<Time>& node = slots[p.node.index()];
            std::sort(node.begin(), node.end());
            const std::size_t width = graph_.cores(p.task);
            const Time start = std::max({inputsThere(p), node[width - 1], lastStart[p.node.index()]});
            if (start != p.start) return named("a node running its list in order would start it at another time", p.task);
            std::fill_n(node.begin(), width, p.finish);
            lastStart[p.node.index()] = start;
        }
        return {};
    }

    std::span<const Placement> plan_;
    const Estimator& estimate_;
    const TaskGraph& graph_;
    std::vector<const Placement*> placed_;
};

}  // namespace

std::string faultOf(std::span<const Placement> plan, const Estimator& estimate) { return Checker(plan, estimate).fault(); }

namespace {

std::vector<std::string> formsOf(bool areStatic) {
    std::vector<std::string> forms;
    for (const RegistryEntry& entry : schedulerRegistry()) {
        if ((*makeScheduler(Spec{entry.name, {}}))->isStatic() != areStatic) continue;
        // Schedulers that search get by with little: what they find does not matter here, only that it is sound.
        const bool searches =
            std::any_of(entry.params.begin(), entry.params.end(), [](const ParamDef& p) { return p.name == "budget"; });
        forms.push_back(entry.name + (searches ? "[budget=200]" : ""));
        for (const ParamDef& param : entry.params) {
            const std::vector<std::string> values =
                param.type == ParamType::boolean ? std::vector<std::string>{"true", "false"} : param.choices;
            for (const std::string& value : values)
                if (value != param.defaultValue)
                    forms.push_back(entry.name + "[" + (searches ? "budget=200," : "") + param.name + "=" + value + "]");
        }
    }
    return forms;
}

}  // namespace

std::vector<std::string> staticForms() { return formsOf(true); }
std::vector<std::string> onlineForms() { return formsOf(false); }

double lowerBound(const Estimator& estimate) {
    const TaskGraph& graph = estimate.graph();
    std::vector<double> path(graph.taskCount(), 0);
    double area = 0;
    double longest = 0;
    for (const TaskId task : graph.topologicalOrder()) {
        Time best = Time::never();
        for (const NodeId node : estimate.workers()) best = std::min(best, estimate.computeTime(task, node));
        double before = 0;
        for (const TaskId parent : graph.predecessors(task)) before = std::max(before, path[parent.index()]);
        path[task.index()] = before + best.seconds();
        longest = std::max(longest, path[task.index()]);
        area += best.seconds() * graph.cores(task);
    }
    return std::max(longest, area / estimate.platform().totalCores());
}

}  // namespace loom::test
