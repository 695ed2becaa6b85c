#include "core/schedule/critical_pin.h"
#include "core/schedule/schedulers.h"
#include "core/schedule/static_scheduler.h"

namespace loom {

namespace {

// Topcuoglu, Hariri, Wu, IEEE TPDS 13(3), 2002.
class Cpop final : public StaticScheduler {
public:
    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        const Reason reason{
            "highest rank_u + rank_d first; tasks of the critical path on the node that runs all of it soonest, others on the "
            "node of smallest EFT",
            "EFT"};
        priorities_ = pathLengths(view.estimate);
        PartialSchedule schedule(view, Fill::insertion, reason, log);
        const CriticalPin pin = criticalPin(view.estimate, priorities_);
        const auto choose = [&](TaskId task, std::span<Candidate> options) {
            const Candidate* pinned = pin.option(task, options);
            return pinned != nullptr ? pinned : earliestFinish(options);
        };
        placeInOrder(schedule, priorityOrder(schedule.graph(), priorities_), priorities_, choose);
        schedule.emit(placements);
    }
};

}  // namespace

SchedulerPtr makeCpop() { return std::make_unique<Cpop>(); }

}  // namespace loom
