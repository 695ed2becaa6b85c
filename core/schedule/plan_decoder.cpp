#include "core/schedule/plan_decoder.h"

#include <algorithm>

#include "core/schedule/rehearsal.h"
#include "core/schedule/schedulers.h"

namespace loom {

PlanDecoder::PlanDecoder(const View& view) : view_(view), graph_(view.estimate.graph()), able_(graph_.taskCount()) {
    for (std::size_t t = 0; t < able_.size(); ++t)
        for (const NodeId node : view.estimate.workers())
            if (view.estimate.canRun(TaskId(t), node)) able_[t].push_back(node);
    heft_.node.resize(graph_.taskCount());
    for (const Placement& placement : rehearse(*makeHeft(Averaging::pairs, Fill::insertion), view).placements)
        heft_.node[placement.task.index()] = placement.node;
    for (const TaskId task : priorityOrder(graph_, meanUpwardRanks(view.estimate, Averaging::pairs)))
        if (heft_.node[task.index()].valid()) heft_.order.push_back(task);
}

void PlanDecoder::place(PartialSchedule& schedule, TaskId task, NodeId node, double priority) const {
    Candidate chosen = schedule.candidate(task, node, schedule.dataReady(task, node));
    if (chosen.finish.isNever()) {
        const Candidate* best = earliestFinish(schedule.candidates(task));
        if (best == nullptr) return;
        chosen = *best;
    }
    schedule.place(task, chosen, priority);
}

Time PlanDecoder::makespan(const PlanCode& code) const {
    PartialSchedule schedule(view_, Fill::insertion, {}, nullptr);
    Time makespan = Time::zero();
    for (const TaskId task : code.order) {
        place(schedule, task, code.node[task.index()], 0);
        makespan = std::max(makespan, schedule.finish(task));
    }
    return makespan;
}

void PlanDecoder::emit(const PlanCode& code, Reason reason, const std::vector<double>& priorities, DecisionLog* log,
                       std::vector<Placement>& placements) const {
    PartialSchedule schedule(view_, Fill::insertion, reason, log);
    for (const TaskId task : code.order) place(schedule, task, code.node[task.index()], priorities[task.index()]);
    schedule.emit(placements);
}

PlanDecoder::Step PlanDecoder::step(PlanCode& code, RandomStream& random) const {
    if (code.order.empty()) return {};
    Step step{code.order[random.below(code.order.size())], {}, false};
    step.from = code.node[step.task.index()];
    const std::uint64_t kind = random.below(3);
    step.isReorder = kind == 0 || !reassign(code, step, random);
    if (kind == 1 || step.isReorder) reorder(code, step.task, random);
    return step;
}

bool PlanDecoder::reassign(PlanCode& code, const Step& step, RandomStream& random) const {
    const std::vector<NodeId>& nodes = able_[step.task.index()];
    if (nodes.size() < 2) return false;
    // Any but the one it has.
    const auto own = std::find(nodes.begin(), nodes.end(), step.from) - nodes.begin();
    const std::size_t drawn = random.below(nodes.size() - 1);
    code.node[step.task.index()] = nodes[drawn + (drawn >= static_cast<std::size_t>(own) ? 1 : 0)];
    return true;
}

void PlanDecoder::reorder(PlanCode& code, TaskId task, RandomStream& random) const {
    const auto at = std::find(code.order.begin(), code.order.end(), task);
    const TaskSpan parents = graph_.predecessors(task);
    const TaskSpan children = graph_.successors(task);
    const auto isOneOf = [](const TaskSpan& span, TaskId other) {
        return std::find(span.begin(), span.end(), other) != span.end();
    };
    auto first = at;
    while (first != code.order.begin() && !isOneOf(parents, *std::prev(first))) --first;
    auto last = at;
    while (std::next(last) != code.order.end() && !isOneOf(children, *std::next(last))) ++last;
    const auto to = first + static_cast<std::ptrdiff_t>(random.below(static_cast<std::uint64_t>(last - first) + 1));
    if (to < at) {
        std::rotate(to, at, at + 1);
    } else {
        std::rotate(at, at + 1, to + 1);
    }
}

PlanCode PlanDecoder::drawn(RandomStream& random) const {
    PlanCode code;
    code.node.resize(graph_.taskCount());
    std::vector<double> keys(graph_.taskCount());
    for (std::size_t t = 0; t < keys.size(); ++t) {
        keys[t] = random.uniform();
        if (!able_[t].empty()) code.node[t] = able_[t][random.below(able_[t].size())];
    }
    for (const TaskId task : priorityOrder(graph_, keys))
        if (heft_.node[task.index()].valid()) code.order.push_back(task);
    return code;
}

}  // namespace loom
