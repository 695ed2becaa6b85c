// Greedy schedulers that choose a pair of ready task and node at every step, by something else than its finish.
#include <algorithm>

#include "core/schedule/ready_list.h"
#include "core/schedule/schedulers.h"
#include "core/schedule/static_scheduler.h"

namespace loom {

namespace {

// Sih, Lee, IEEE TPDS 4(2), 1993: DL1, with medians over the nodes. O(n r m) for r ready tasks.
class Dls final : public StaticScheduler {
public:
    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        PartialSchedule schedule(view, Fill::append, {"the ready task and node of greatest dynamic level", "- dynamic level"},
                                 log);
        const std::vector<double> median = medianSeconds(view.estimate);
        priorities_ = staticLevels(schedule.graph(), median);
        placeSmallest(schedule, priorities_, [&](ReadyTask& item) {
            const std::size_t t = item.task.index();
            for (Candidate& option : item.options) {
                if (option.finish.isNever()) continue;
                const double w = (option.finish - option.start).seconds();
                option.score = -(priorities_[t] - option.start.seconds() + (median[t] - w));
            }
            return smallestScore(item.options);
        });
        schedule.emit(placements);
    }
};

// Hwang, Chow, Anger, Lee, SIAM J. Comput. 18(2), 1989, in its list form. O(n r m) for r ready tasks.
class Etf final : public StaticScheduler {
public:
    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        const Reason reason{"the ready task and node of earliest start, the higher static level on ties; speed does not count",
                            "EST"};
        PartialSchedule schedule(view, Fill::append, reason, log);
        priorities_ = staticLevels(schedule.graph(), meanSeconds(view.estimate));
        ReadyList ready(schedule);
        while (!ready.empty()) {
            ReadyTask* task = nullptr;
            const Candidate* chosen = nullptr;
            for (ReadyTask& item : ready.tasks()) {
                const Candidate* best = scoredByStart(item.options);
                const bool wins =
                    chosen == nullptr || best->start < chosen->start ||
                    (best->start == chosen->start && priorities_[item.task.index()] > priorities_[task->task.index()]);
                if (!wins) continue;
                chosen = best;
                task = &item;
            }
            const TaskId id = task->task;
            const NodeId node = chosen->node;
            schedule.place(id, *chosen, priorities_[id.index()], task->options);
            ready.placed(id);
            ready.renew(node);
        }
        schedule.emit(placements);
    }
};

}  // namespace

SchedulerPtr makeDls() { return std::make_unique<Dls>(); }
SchedulerPtr makeEtf() { return std::make_unique<Etf>(); }

}  // namespace loom
