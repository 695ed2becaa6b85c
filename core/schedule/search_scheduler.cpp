#include "core/schedule/search_scheduler.h"

#include <cstdio>

#include "core/schedule/plan_bounds.h"
#include "core/schedule/priority_order.h"

namespace loom {

Hunt::Hunt(const View& view, std::uint64_t budget, SearchReport& report)
    : view_(view), decoder_(view), random_(view.seed, Purpose::scheduler, 0), budget_(budget), report_(report) {
    report_ = {};
    report_.bound = PlanBounds(view.estimate).least;
    evaluate(decoder_.heft());
}

Time Hunt::evaluate(const PlanCode& code) {
    const Time makespan = decoder_.makespan(code);
    ++report_.evaluations;
    if (makespan < report_.makespan()) {
        report_.offer(makespan);
        best_ = code;
    }
    return makespan;
}

void SearchScheduler::plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) {
    Hunt hunt(view, budget_, report_);
    if (view.cancelled()) return;
    const Time heft = hunt.shortest();
    if (!hunt.best().order.empty() && !hunt.isOver()) search(hunt);
    char gained[32];
    std::snprintf(gained, sizeof gained, "%.2f",
                  heft == Time::zero() ? 0 : (1 - hunt.shortest().seconds() / heft.seconds()) * 100);
    const std::string rule =
        name_ + ": part of the best of " + std::to_string(report_.evaluations) + " plans, " + gained + " % shorter than HEFT's";
    priorities_ = meanUpwardRanks(view.estimate, Averaging::pairs);
    hunt.decoder().emit(hunt.best(), {rule.c_str(), "EFT"}, priorities_, log, placements);
}

}  // namespace loom
