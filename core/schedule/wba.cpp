// WBA, workflow-based allocation: Blythe, Jain, Deelman, Gil, Vahi, Mandal, Kennedy, CCGrid 2005. A GRASP: of all ready tasks and
// nodes those pairs count whose increase of the makespan is at most smallest + alpha (largest - smallest); one of them is drawn
// uniformly. The whole is repeated with other draws and the shortest plan is kept. O(restarts n r m) for r ready tasks.
#include <algorithm>

#include "core/base/rng.h"
#include "core/schedule/ready_list.h"
#include "core/schedule/schedulers.h"
#include "core/schedule/static_scheduler.h"

namespace loom {

namespace {

class Wba final : public StaticScheduler {
public:
    Wba(double alpha, std::uint64_t restarts) : alpha_(alpha), restarts_(restarts) {}

    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        std::uint64_t best = 0;
        Time shortest = Time::never();
        for (std::uint64_t i = 0; i < restarts_; ++i) {
            std::vector<Placement> attempt;
            const Time makespan = construct(view, i, attempt, nullptr);
            if (makespan >= shortest) continue;
            shortest = makespan;
            best = i;
        }
        construct(view, best, placements, log);
    }

private:
    Time construct(const View& view, std::uint64_t attempt, std::vector<Placement>& placements, DecisionLog* log) const {
        PartialSchedule schedule(
            view, Fill::append,
            {"a pair of ready task and node drawn among those that lengthen the plan least", "increase of the makespan"}, log);
        RandomStream random(view.seed, Purpose::scheduler, attempt);
        ReadyList ready(schedule);
        Time makespan = Time::zero();
        while (!ready.empty()) {
            const auto [task, node] = draw(ready, makespan, random);
            ReadyTask& item = ready.tasks()[task];
            const TaskId id = item.task;
            const Candidate chosen = item.options[node];
            makespan = std::max(makespan, chosen.finish);
            schedule.place(id, chosen, 0, item.options);
            ready.placed(id);
            ready.renew(chosen.node);
        }
        schedule.emit(placements);
        return makespan;
    }

    // Positions of the task in the list and of the node among the workers.
    [[nodiscard]] std::pair<std::size_t, std::size_t> draw(ReadyList& ready, Time makespan, RandomStream& random) const {
        Time least = Time::never();
        Time most = Time::zero();
        for (ReadyTask& item : ready.tasks())
            for (Candidate& option : item.options) {
                if (option.finish.isNever()) continue;
                const Time increase = std::max(option.finish, makespan) - makespan;
                option.score = increase.seconds();
                least = std::min(least, increase);
                most = std::max(most, increase);
            }
        const double limit = least.seconds() + alpha_ * (most - least).seconds();
        std::vector<std::pair<std::size_t, std::size_t>> pairs;
        for (std::size_t i = 0; i < ready.tasks().size(); ++i) {
            const std::vector<Candidate>& options = ready.tasks()[i].options;
            for (std::size_t p = 0; p < options.size(); ++p)
                if (!options[p].finish.isNever() && options[p].score <= limit) pairs.emplace_back(i, p);
        }
        return pairs[random.below(pairs.size())];
    }

    double alpha_;
    std::uint64_t restarts_;
};

}  // namespace

SchedulerPtr makeWba(double alpha, std::uint64_t restarts) { return std::make_unique<Wba>(alpha, restarts); }

}  // namespace loom
