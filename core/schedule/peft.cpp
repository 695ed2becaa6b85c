#include <algorithm>
#include <limits>

#include "core/schedule/optimistic_cost.h"
#include "core/schedule/schedulers.h"
#include "core/schedule/static_scheduler.h"

namespace loom {

namespace {

// Arabnejad, Barbosa, IEEE TPDS 25(3), 2014.
class Peft final : public StaticScheduler {
public:
    explicit Peft(bool links) : links_(links) {}

    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        const std::vector<double> table = optimisticCosts(view.estimate, links_, view.progress);
        const std::size_t m = view.estimate.workers().size();
        PartialSchedule schedule(view, Fill::insertion,
                                 {"of the ready tasks the highest mean OCT first; the node of smallest EFT + OCT", "EFT + OCT"},
                                 log);
        priorities_.assign(schedule.graph().taskCount(), 0);
        for (std::size_t i = 0; i < priorities_.size(); ++i) {
            double sum = 0;
            for (std::size_t p = 0; p < m; ++p) sum += table[i * m + p];
            priorities_[i] = sum / static_cast<double>(m);
        }
        const auto choose = [&](TaskId task, std::span<Candidate> options) {
            for (std::size_t p = 0; p < m; ++p) options[p].score += table[task.index() * m + p];
            return smallestScore(options);
        };
        placeInOrder(schedule, priorityOrder(schedule.graph(), priorities_), priorities_, choose);
        schedule.emit(placements);
    }

private:
    bool links_;
};

}  // namespace

SchedulerPtr makePeft(bool links) { return std::make_unique<Peft>(links); }

}  // namespace loom
