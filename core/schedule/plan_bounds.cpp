#include "core/schedule/plan_bounds.h"

#include <algorithm>
#include <cmath>

namespace loom {

PlanBounds::PlanBounds(const Estimator& estimate)
    : isPart(estimate.graph().taskCount(), false),
      shortest(estimate.graph().taskCount(), Time::never()),
      tail(estimate.graph().taskCount()),
      rate(estimate.workers().size(), 0) {
    const TaskGraph& graph = estimate.graph();
    double work = 0;
    for (const TaskId task : graph.topologicalOrder()) {
        for (const NodeId node : estimate.workers())
            shortest[task.index()] = std::min(shortest[task.index()], estimate.computeTime(task, node));
        const TaskSpan parents = graph.predecessors(task);
        if (shortest[task.index()].isNever() ||
            std::any_of(parents.begin(), parents.end(), [&](TaskId t) { return !isPart[t.index()]; }))
            continue;
        isPart[task.index()] = true;
        tasks.push_back(task);
        work += static_cast<double>(shortest[task.index()].nanoseconds()) * graph.cores(task);
        for (std::size_t w = 0; w < rate.size(); ++w) {
            const Time time = estimate.computeTime(task, estimate.workers()[w]);
            if (time.isNever()) continue;
            rate[w] = std::max(rate[w], time == Time::zero() ? 1 : shortest[task.index()].seconds() / time.seconds());
        }
    }
    for (std::size_t i = tasks.size(); i-- > 0;) {
        Time& behind = tail[tasks[i].index()];
        for (const TaskId child : graph.successors(tasks[i]))
            if (isPart[child.index()]) behind = std::max(behind, shortest[child.index()] + tail[child.index()]);
        least = std::max(least, shortest[tasks[i].index()] + behind);
    }
    std::vector<FreeSlot> slots;
    for (std::size_t w = 0; w < rate.size(); ++w)
        slots.insert(slots.end(), estimate.platform().lanes(estimate.workers()[w]), FreeSlot{Time::zero(), rate[w]});
    least = std::max(least, leastEnd(slots, work));
}

Time leastEnd(const std::vector<FreeSlot>& slots, double work) {
    if (work <= 0) return Time::zero();
    double rate = 0;
    double offset = 0;  // sum of rate x from over the slots in use
    double end = 0;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        rate += slots[i].rate;
        offset += slots[i].rate * static_cast<double>(slots[i].from.nanoseconds());
        if (rate <= 0) continue;
        end = (work + offset) / rate;
        if (i + 1 == slots.size() || end <= static_cast<double>(slots[i + 1].from.nanoseconds())) break;
    }
    return Time::fromNanoseconds(static_cast<std::int64_t>(std::ceil(end * (1 - 1e-12) - 1e-3)));
}

}  // namespace loom
