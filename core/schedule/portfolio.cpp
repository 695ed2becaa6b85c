// An algorithm portfolio after Huberman, Lukose, Hogg, Science 275, 1997: every candidate plans on the estimates, the shortest
// plan is taken, the first on a tie. Costs as much as all candidates together.
#include "core/schedule/candidates.h"
#include "core/schedule/plan_bounds.h"
#include "core/schedule/rehearsal.h"
#include "core/schedule/search_report.h"
#include "core/schedule/static_scheduler.h"

namespace loom {

namespace {

class Portfolio final : public Scheduler, public ReportsSearch {
public:
    explicit Portfolio(std::vector<NamedScheduler> candidates) : candidates_(std::move(candidates)) {}

    [[nodiscard]] bool isStatic() const override { return true; }
    [[nodiscard]] std::vector<double> priorities() const override { return priorities_; }
    [[nodiscard]] const SearchReport& report() const override { return report_; }

    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        report_ = {};
        report_.bound = PlanBounds(view.estimate).least;
        const NamedScheduler* winner = &candidates_.front();
        for (const NamedScheduler& candidate : candidates_) {
            const Time makespan = rehearse(*candidate.scheduler, view).makespan;
            if (view.cancelled()) return;
            ++report_.evaluations;
            if (makespan < report_.makespan()) winner = &candidate;
            report_.offer(makespan);
        }
        const std::string prefix = winner->name + " makes the shortest of " + std::to_string(candidates_.size()) + " plans: ";
        planAs(*winner->scheduler, view, placements, prefix, log);
        priorities_ = winner->scheduler->priorities();
    }

private:
    std::vector<NamedScheduler> candidates_;
    SearchReport report_;
    std::vector<double> priorities_;
};

}  // namespace

Result<SchedulerPtr> makePortfolio(const std::string& of) {
    Result<std::vector<NamedScheduler>> candidates = schedulersOf(of);
    if (!candidates) return candidates.error();
    return SchedulerPtr(std::make_unique<Portfolio>(std::move(*candidates)));
}

}  // namespace loom
