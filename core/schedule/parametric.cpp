// Parametric list scheduling: Coleman, Krishnamachari and others, arXiv 2403.07112, 2024. Five switches that do not depend on
// each other; many named schedulers are points of this space:
//   priority      which ready task goes first: a key, the greatest first, ties to the lowest index
//   comparator    which node it gets: smallest EFT, smallest EST, or the one that computes it fastest ("quickest")
//   insertion     gaps between tasks already placed are used, or not
//   critical-path tasks of the critical path go to the node that runs all of it soonest, as in CPOP
//   sufferage     of the two ready tasks of highest priority the one goes first that would lose more on its second-best node
// HEFT = rank_u, eft, insertion; CPOP = path, eft, insertion, critical-path; HLFET = static-level, est; SDBATS = deviation, eft,
// insertion; MCT = index, eft; MET = index, quickest; MCP = alap, est, insertion but for its ties. O((n + e) m) and the search of
// gaps.
#include <algorithm>
#include <set>

#include "core/schedule/critical_pin.h"
#include "core/schedule/optimistic_cost.h"
#include "core/schedule/parametric.h"
#include "core/schedule/schedulers.h"
#include "core/schedule/static_scheduler.h"

namespace loom {

namespace {

std::vector<double> keysOf(const Estimator& estimate, ListPriority priority) {
    const TaskGraph& graph = estimate.graph();
    std::vector<double> keys(graph.taskCount(), 0);
    switch (priority) {
        case ListPriority::rankU:
            return meanUpwardRanks(estimate, Averaging::pairs);
        case ListPriority::bandwidth:
            return meanUpwardRanks(estimate, Averaging::bandwidth);
        case ListPriority::path:
            return pathLengths(estimate);
        case ListPriority::staticLevel:
            return staticLevels(graph, meanSeconds(estimate));
        case ListPriority::deviation:
            return upwardRanksOf(estimate, deviationSeconds(estimate));
        case ListPriority::alap: {
            keys = meanUpwardRanks(estimate, Averaging::pairs);
            const double length = keys.empty() ? 0 : *std::max_element(keys.begin(), keys.end());
            for (double& key : keys) key -= length;  // minus the latest start
            return keys;
        }
        case ListPriority::oct: {
            const std::vector<double> table = optimisticCosts(estimate, false);
            const std::size_t m = estimate.workers().size();
            for (std::size_t i = 0; i < keys.size(); ++i) {
                for (std::size_t p = 0; p < m; ++p) keys[i] += table[i * m + p];
                keys[i] /= static_cast<double>(m);
            }
            return keys;
        }
        case ListPriority::index:
            break;
    }
    for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = -static_cast<double>(i);
    return keys;
}

Time measured(const Candidate& option, NodeComparator comparator) {
    if (comparator == NodeComparator::finish) return option.finish;
    if (comparator == NodeComparator::start) return option.start;
    return option.finish - option.start;
}

class Parametric final : public StaticScheduler {
public:
    explicit Parametric(const ListSwitches& switches) : switches_(switches) {}

    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        PartialSchedule schedule(view, switches_.insertion ? Fill::insertion : Fill::append, reason(), log);
        const TaskGraph& graph = schedule.graph();
        priorities_ = keysOf(view.estimate, switches_.priority);
        CriticalPin pin;
        if (switches_.criticalPath) pin = criticalPin(view.estimate, pathLengths(view.estimate));
        std::vector<std::size_t> missing(graph.taskCount());
        Ready ready(GreaterKey{&priorities_});
        for (std::size_t i = 0; i < missing.size(); ++i) {
            missing[i] = graph.predecessors(TaskId(i)).size();
            if (missing[i] == 0) ready.insert(TaskId(i));
        }
        while (!ready.empty() && !schedule.cancelled()) {
            const TaskId task = next(schedule, ready);
            ready.erase(task);
            const std::span<Candidate> options = schedule.candidates(task);
            const Candidate* best = score(options);
            if (best == nullptr) continue;
            const Candidate* pinned = switches_.criticalPath ? pin.option(task, options) : nullptr;
            schedule.place(task, pinned != nullptr ? *pinned : *best, priorities_[task.index()], options);
            for (const TaskId child : graph.successors(task))
                if (--missing[child.index()] == 0) ready.insert(child);
        }
        schedule.emit(placements);
    }

private:
    using Ready = std::set<TaskId, GreaterKey>;

    [[nodiscard]] Reason reason() const {
        switch (switches_.comparator) {
            case NodeComparator::finish:
                return {"the ready task of highest priority; the node of smallest EFT", "EFT"};
            case NodeComparator::start:
                return {"the ready task of highest priority; the node of smallest EST", "EST"};
            default:
                return {"the ready task of highest priority; the node that computes it fastest", "compute time"};
        }
    }
    // Sets the scores; the first of smallest measure, nullptr if no node can run the task.
    const Candidate* score(std::span<Candidate> options) const {
        const Candidate* best = nullptr;
        for (Candidate& option : options) {
            if (option.finish.isNever()) continue;
            const Time measure = measured(option, switches_.comparator);
            option.score = measure.seconds();
            if (best == nullptr || measure < measured(*best, switches_.comparator)) best = &option;
        }
        return best;
    }
    TaskId next(PartialSchedule& schedule, const Ready& ready) const {
        const TaskId first = *ready.begin();
        if (!switches_.sufferage || ready.size() < 2) return first;
        const TaskId second = *std::next(ready.begin());
        return suffers(schedule, second) > suffers(schedule, first) ? second : first;
    }
    // Second-best measure - best; zero when only one node can run the task, or none.
    Time suffers(PartialSchedule& schedule, TaskId task) const {
        const std::span<Candidate> options = schedule.candidates(task);
        const Candidate* best = score(options);
        Time second = Time::never();
        for (const Candidate& option : options)
            if (&option != best && !option.finish.isNever()) second = std::min(second, measured(option, switches_.comparator));
        return best == nullptr || second.isNever() ? Time::zero() : second - measured(*best, switches_.comparator);
    }

    ListSwitches switches_;
};

}  // namespace

SchedulerPtr makeParametric(const ListSwitches& switches) { return std::make_unique<Parametric>(switches); }

}  // namespace loom
