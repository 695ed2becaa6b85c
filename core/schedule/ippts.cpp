// IPPTS, improved predict priority task scheduling: Djigal, Feng, Lu, Ge, IEEE TPDS 32(5), 2021. Insertion, O(n^2 m) plus
// O(e m) for the predicted costs:
//   PCM(t, p) = max over children c of min over q [PCM(c, q) + w(c, q) + w(t, q) + (0 if p = q else mean transfer)];
//               of an exit task: w(t, p)
//   priority  = mean of the PCM row x number of children; of the ready tasks the highest first (an exit's is 0 and a parent's may be
//               less than its child's, as "Comments on IPPTS" points out: sorted by priority alone the list would not be in order)
//   node      = smallest EFT + (PCM(t, p) - w(t, p)), which is EST + PCM(t, p), and written so: ties stay ties
#include <algorithm>
#include <limits>

#include "core/schedule/schedulers.h"
#include "core/schedule/static_scheduler.h"

namespace loom {

namespace {

constexpr double kImpossible = std::numeric_limits<double>::infinity();

// Task x worker, in seconds; infinite where a task cannot run. Children no node can run count nothing.
class PredictedCosts {
public:
    explicit PredictedCosts(const View& view) : estimate_(view.estimate), m_(estimate_.workers().size()) {
        const TaskSpan order = estimate_.graph().topologicalOrder();
        costs_.assign(order.size() * m_, 0);
        for (std::size_t i = order.size(); i-- > 0 && !view.cancelled();) fill(order[i]);
    }
    [[nodiscard]] double at(TaskId task, std::size_t worker) const { return costs_[task.index() * m_ + worker]; }
    [[nodiscard]] double seconds(TaskId task, std::size_t worker) const {
        const Time time = estimate_.computeTime(task, estimate_.workers()[worker]);
        return time.isNever() ? kImpossible : time.seconds();
    }
    // Over the workers that can run the task; 0 if none can.
    [[nodiscard]] double mean(TaskId task) const {
        double sum = 0;
        double count = 0;
        for (std::size_t p = 0; p < m_; ++p) {
            if (at(task, p) == kImpossible) continue;
            sum += at(task, p);
            ++count;
        }
        return count > 0 ? sum / count : 0;
    }

private:
    void fill(TaskId task) {
        double* own = &costs_[task.index() * m_];
        bool isExit = true;
        for (const EdgeId edge : estimate_.graph().outEdges(task)) {
            const TaskId child = estimate_.graph().target(edge);
            row_.clear();
            for (std::size_t q = 0; q < m_; ++q) row_.push_back(at(child, q) + seconds(child, q) + seconds(task, q));
            const double smallest = *std::min_element(row_.begin(), row_.end());
            if (smallest == kImpossible) continue;
            isExit = false;
            const double away = smallest + estimate_.meanTransferByPairs(edge);
            for (std::size_t p = 0; p < m_; ++p) own[p] = std::max(own[p], std::min(row_[p], away));
        }
        for (std::size_t p = 0; p < m_; ++p) {
            const double w = seconds(task, p);
            if (isExit || w == kImpossible) own[p] = w;
        }
    }

    const Estimator& estimate_;
    std::size_t m_;
    std::vector<double> costs_;
    std::vector<double> row_;
};

class Ippts final : public StaticScheduler {
public:
    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        PartialSchedule schedule(view, Fill::insertion,
                                 {"of the ready tasks the highest mean predicted cost x children first; the node of smallest EFT "
                                  "+ what is predicted to follow",
                                  "EFT + PCM - w"},
                                 log);
        const PredictedCosts costs(view);
        priorities_.assign(schedule.graph().taskCount(), 0);
        for (std::size_t i = 0; i < priorities_.size(); ++i)
            priorities_[i] = costs.mean(TaskId(i)) * static_cast<double>(schedule.graph().successors(TaskId(i)).size());
        const auto choose = [&](TaskId task, std::span<Candidate> options) {
            for (std::size_t p = 0; p < options.size(); ++p)
                if (!options[p].finish.isNever()) options[p].score = options[p].start.seconds() + costs.at(task, p);
            return smallestScore(options);
        };
        placeInOrder(schedule, priorityOrder(schedule.graph(), priorities_), priorities_, choose);
        schedule.emit(placements);
    }
};

}  // namespace

SchedulerPtr makeIppts() { return std::make_unique<Ippts>(); }

}  // namespace loom
