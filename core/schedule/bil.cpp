#include <algorithm>
#include <limits>

#include "core/schedule/ready_list.h"
#include "core/schedule/schedulers.h"
#include "core/schedule/static_scheduler.h"

namespace loom {

namespace {

constexpr double kImpossible = std::numeric_limits<double>::infinity();

// BIL(t, p) = w(t, p) + max over children of min(BIL(child, p), min over q != p of (BIL(child, q) + transfer)); task x worker.
std::vector<double> basicLevels(const View& view) {
    const Estimator& estimate = view.estimate;
    const TaskGraph& graph = estimate.graph();
    const std::vector<NodeId>& workers = estimate.workers();
    const std::size_t m = workers.size();
    const TaskSpan order = graph.topologicalOrder();
    std::vector<double> levels(graph.taskCount() * m, 0);
    for (std::size_t i = order.size(); i-- > 0 && !view.cancelled();) {
        double* own = &levels[order[i].index() * m];
        for (const EdgeId edge : graph.outEdges(order[i])) {
            const double* child = &levels[graph.target(edge).index() * m];
            if (*std::min_element(child, child + m) == kImpossible) continue;
            for (std::size_t p = 0; p < m; ++p) {
                double best = child[p];
                for (std::size_t q = 0; q < m; ++q)
                    if (q != p) best = std::min(best, child[q] + estimate.transferTime(edge, workers[p], workers[q]).seconds());
                own[p] = std::max(own[p], best);
            }
        }
        for (std::size_t p = 0; p < m; ++p) {
            const Time w = estimate.computeTime(order[i], estimate.workers()[p]);
            own[p] = w.isNever() ? kImpossible : w.seconds() + own[p];
        }
    }
    return levels;
}

// Oh, Ha, Euro-Par 1996. O(n r m log m) for r ready tasks.
class Bil final : public StaticScheduler {
public:
    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        const Reason reason{"the ready task of largest basic imaginary makespan (BIM); the node of smallest revised BIM", "BIM*"};
        PartialSchedule schedule(view, Fill::append, reason, log);
        levels_ = basicLevels(view);
        m_ = schedule.workers().size();
        ReadyList ready(schedule);
        while (!ready.empty()) {
            ReadyTask& item = mostUrgent(schedule, ready);
            const Candidate chosen = bestNode(schedule, ready, item);
            schedule.place(item.task, chosen, chosen.score, item.options);
            ready.placed(chosenTask_);
            ready.renew(chosen.node);
        }
        schedule.emit(placements);
    }

private:
    [[nodiscard]] double makespanOn(const PartialSchedule& schedule, const ReadyTask& item, std::size_t p) const {
        const Candidate& option = item.options[p];
        if (option.finish.isNever()) return kImpossible;
        const Time available = schedule.timeline(option.node)
                                   .earliest(Time::zero(), option.finish - option.start, schedule.graph().cores(item.task));
        return available.seconds() + levels_[item.task.index() * m_ + p];
    }
    // The k-th smallest BIM decides, k = min(ready tasks, nodes), the larger first; ties by the one before it, and so on.
    ReadyTask& mostUrgent(const PartialSchedule& schedule, ReadyList& ready) {
        const std::size_t k = std::min(ready.tasks().size(), m_);
        std::vector<double> best;
        std::vector<double> row;
        ReadyTask* chosen = nullptr;
        for (ReadyTask& item : ready.tasks()) {
            row.clear();
            for (std::size_t p = 0; p < m_; ++p) row.push_back(makespanOn(schedule, item, p));
            std::sort(row.begin(), row.end());
            row.resize(k);
            std::reverse(row.begin(), row.end());
            if (chosen != nullptr && row <= best) continue;
            best = row;
            chosen = &item;
        }
        chosenTask_ = chosen->task;
        return *chosen;
    }
    [[nodiscard]] double revised(const PartialSchedule& schedule, const ReadyTask& item, std::size_t p, double load) const {
        const Candidate& option = item.options[p];
        return makespanOn(schedule, item, p) + (option.finish.isNever() ? 0 : (option.finish - option.start).seconds() * load);
    }
    Candidate bestNode(const PartialSchedule& schedule, ReadyList& ready, ReadyTask& item) const {
        const double load = std::max(static_cast<double>(ready.tasks().size()) / static_cast<double>(m_) - 1, 0.0);
        for (std::size_t p = 0; p < m_; ++p) item.options[p].score = revised(schedule, item, p, load);
        const Candidate* best = smallestScore(item.options);
        double others = -1;
        for (std::size_t p = 0; p < m_; ++p) {
            const Candidate& option = item.options[p];
            if (option.finish.isNever() || option.score != best->score) continue;
            double sum = 0;
            for (const ReadyTask& other : ready.tasks())
                if (other.task != item.task) sum += revised(schedule, other, p, load);
            if (sum <= others) continue;
            others = sum;
            best = &option;
        }
        return *best;
    }

    std::vector<double> levels_;
    std::size_t m_ = 0;
    TaskId chosenTask_;
};

}  // namespace

SchedulerPtr makeBil() { return std::make_unique<Bil>(); }

}  // namespace loom
