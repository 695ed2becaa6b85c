// Immediate-mode heuristics: tasks one after another in index order (topological order where indices are not topological).
// Braun et al., JPDC 61(6), 2001.
#include "core/schedule/schedulers.h"
#include "core/schedule/static_scheduler.h"

namespace loom {

namespace {

enum class Rule : std::uint8_t { firstAvailable, leastCompute, earliestFinish };

Reason reasonOf(Rule rule) {
    switch (rule) {
        case Rule::firstAvailable:
            return {"index order; the node available first, whatever the task takes there", "available"};
        case Rule::leastCompute:
            return {"index order; the node that computes the task fastest, however loaded", "compute time"};
        default:
            return {"index order; the node of smallest EFT", "EFT"};
    }
}

class Immediate final : public StaticScheduler {
public:
    explicit Immediate(Rule rule) : rule_(rule) {}

    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        PartialSchedule schedule(view, Fill::append, reasonOf(rule_), log);
        const auto choose = [&](TaskId task, std::span<Candidate> options) {
            const Candidate* best = nullptr;
            Time least;
            for (Candidate& option : options) {
                if (option.finish.isNever()) continue;
                const Time measure = measured(schedule, task, option);
                option.score = measure.seconds();
                if (best != nullptr && measure >= least) continue;
                best = &option;
                least = measure;
            }
            return best;
        };
        placeInOrder(schedule, indexOrder(schedule.graph()), {}, choose);
        schedule.emit(placements);
    }

private:
    [[nodiscard]] Time measured(const PartialSchedule& schedule, TaskId task, const Candidate& option) const {
        const Time duration = option.finish - option.start;
        if (rule_ == Rule::leastCompute) return duration;
        if (rule_ == Rule::earliestFinish) return option.finish;
        return schedule.timeline(option.node).earliest(Time::zero(), duration, schedule.graph().cores(task));
    }

    Rule rule_;
};

}  // namespace

SchedulerPtr makeOlb() { return std::make_unique<Immediate>(Rule::firstAvailable); }
SchedulerPtr makeMet() { return std::make_unique<Immediate>(Rule::leastCompute); }
SchedulerPtr makeMct() { return std::make_unique<Immediate>(Rule::earliestFinish); }

}  // namespace loom
