// List schedulers that differ in the key of the list and in the choice of the node.
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

// Munir, Li, Shi, Zou, Qi, IPDPSW 2013, without duplication of the entry task: HEFT with the sample standard deviation of a
// task's times in place of their mean.
class Sdbats final : public StaticScheduler {
public:
    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        const Reason reason{"highest upward rank by deviation of times first; the node of smallest EFT, gaps included", "EFT"};
        priorities_ = upwardRanksOf(view.estimate, deviationSeconds(view.estimate));
        PartialSchedule schedule(view, Fill::insertion, reason, log);
        placeInOrder(schedule, priorityOrder(schedule.graph(), priorities_), priorities_,
                     [](TaskId, std::span<const Candidate> options) { return earliestFinish(options); });
        schedule.emit(placements);
    }
};

// Adam, Chandy, Dickson, CACM 17(12), 1974.
class Hlfet final : public StaticScheduler {
public:
    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        PartialSchedule schedule(view, Fill::append,
                                 {"of the ready tasks the highest static level first; the node of earliest start", "EST"}, log);
        priorities_ = staticLevels(schedule.graph(), meanSeconds(view.estimate));
        placeInOrder(schedule, priorityOrder(schedule.graph(), priorities_), priorities_,
                     [](TaskId, std::span<Candidate> options) { return scoredByStart(options); });
        schedule.emit(placements);
    }
};

}  // namespace

SchedulerPtr makeSdbats() { return std::make_unique<Sdbats>(); }
SchedulerPtr makeHlfet() { return std::make_unique<Hlfet>(); }
SchedulerPtr makeHeft(Averaging averaging, Fill fill) { return std::make_unique<Heft>(averaging, fill); }

}  // namespace loom
