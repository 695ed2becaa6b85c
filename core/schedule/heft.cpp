#include "core/schedule/schedulers.h"
#include "core/schedule/static_scheduler.h"

namespace loom {

namespace {

// Topcuoglu, Hariri, Wu, IEEE TPDS 13(3), 2002.
class Heft final : public StaticScheduler {
public:
    Heft(Averaging averaging, Fill fill) : averaging_(averaging), fill_(fill) {}

    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        const Reason reason{fill_ == Fill::insertion ? "highest rank_u first; the node of smallest EFT, gaps included"
                                                     : "highest rank_u first; the node of smallest EFT behind its last task",
                            "EFT"};
        priorities_ = meanUpwardRanks(view.estimate, averaging_);
        PartialSchedule schedule(view, fill_, reason, log);
        placeInOrder(schedule, priorityOrder(schedule.graph(), priorities_), priorities_,
                     [](TaskId, std::span<const Candidate> options) { return earliestFinish(options); });
        schedule.emit(placements);
    }

private:
    Averaging averaging_;
    Fill fill_;
};

}  // namespace

SchedulerPtr makeHeft(Averaging averaging, Fill fill) { return std::make_unique<Heft>(averaging, fill); }

}  // namespace loom
