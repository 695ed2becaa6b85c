#include "core/schedule/ready_pool.h"
#include "core/schedule/schedulers.h"
#include "core/schedule/static_scheduler.h"

namespace loom {

namespace {

// Min-min and max-min: Ibarra, Kim 1977; Maheswaran et al., JPDC 59(2), 1999. For graphs the ready set is refreshed after
// every task, or emptied before newly ready tasks join.
class PairScheduler final : public StaticScheduler {
public:
    PairScheduler(PairRule rule, ReadySet ready) : rule_(rule), ready_(ready) {}

    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        const bool small = rule_ == PairRule::minMin;
        const Reason reason{
            small ? "the ready task and node of smallest EFT" : "the ready task whose best EFT is largest, on its best node",
            "EFT"};
        PartialSchedule schedule(view, Fill::append, reason, log);
        const TaskGraph& graph = schedule.graph();
        ReadyPool pool(schedule, small ? ReadyPool::Pick::smallest : ReadyPool::Pick::largest);
        std::vector<std::size_t> missing(graph.taskCount());
        std::vector<TaskId> next;  // ready, but not yet in the pool
        for (std::size_t i = 0; i < graph.taskCount(); ++i) {
            missing[i] = graph.predecessors(TaskId(i)).size();
            if (missing[i] == 0) next.emplace_back(i);
        }
        std::size_t inPool = 0;
        while ((inPool > 0 || !next.empty()) && !schedule.cancelled()) {
            if (inPool == 0 || ready_ == ReadySet::refresh) {
                for (const TaskId task : next) inPool += pool.add(task) ? 1 : 0;
                next.clear();
            }
            const std::optional<ReadyPool::Choice> choice = pool.take();
            if (!choice) continue;
            --inPool;
            schedule.place(choice->task, choice->best, choice->best.finish.seconds());
            pool.nodeTaken(choice->best.node);
            for (const TaskId child : graph.successors(choice->task))
                if (--missing[child.index()] == 0) next.push_back(child);
        }
        schedule.emit(placements);
    }

private:
    PairRule rule_;
    ReadySet ready_;
};

}  // namespace

SchedulerPtr makePairScheduler(PairRule rule, ReadySet ready) { return std::make_unique<PairScheduler>(rule, ready); }

}  // namespace loom
