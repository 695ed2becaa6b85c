// ISH, insertion scheduling heuristic: Kruatrachue, Lewis, 1987, as told by Kwok, Ahmad, ACM Computing Surveys 31(4), 1999.
// HLFET (Adam, Chandy, Dickson, CACM 17(12), 1974) behind the last tasks; and when the placement leaves a hole before the
// task, ready tasks by falling static level fill it: those that fit and could start no earlier on another node. O(n r m) for
// r ready tasks.
#include <algorithm>
#include <set>

#include "core/schedule/schedulers.h"
#include "core/schedule/static_scheduler.h"

namespace loom {

namespace {

class HoleFiller {
public:
    HoleFiller(const View& view, const std::vector<double>& levels, DecisionLog* log)
        : schedule_(
              view, Fill::insertion,
              {"highest static level first, to the node of earliest start; then ready tasks into the hole before it", "EST"},
              log),
          levels_(levels),
          ready_(GreaterKey{&levels}),
          missing_(levels.size()) {
        for (std::size_t i = 0; i < view.estimate.platform().nodeCount(); ++i)
            ends_.emplace_back(view.estimate.platform().lanes(NodeId(i)));
        for (std::size_t i = 0; i < missing_.size(); ++i) {
            missing_[i] = schedule_.graph().predecessors(TaskId(i)).size();
            if (missing_[i] == 0) ready_.insert(TaskId(i));
        }
    }

    void run(std::vector<Placement>& placements) {
        while (!ready_.empty() && !schedule_.cancelled()) {
            const TaskId task = *ready_.begin();
            const Candidate* best = scoredByStart(behind(task));
            if (best == nullptr) {
                ready_.erase(task);
                continue;
            }
            const Candidate chosen = *best;
            const SlotEnds before = ends_[chosen.node.index()];
            place(task, chosen);
            ends_[chosen.node.index()].occupy(chosen.start, chosen.finish, schedule_.graph().cores(task));
            if (before.available(1) < chosen.start) fill(chosen, before);
        }
        placements.insert(placements.end(), placements_.begin(), placements_.end());
    }

private:
    // Starts behind the last task of every node.
    std::span<Candidate> behind(TaskId task) {
        schedule_.dataReady(task, dataReady_);
        options_.clear();
        for (std::size_t i = 0; i < schedule_.workers().size(); ++i) {
            const NodeId node = schedule_.workers()[i];
            Candidate option = schedule_.candidate(task, node, dataReady_[i]);
            if (!option.finish.isNever()) {
                const Time duration = option.finish - option.start;
                option.start = std::max(dataReady_[i], ends_[node.index()].available(schedule_.graph().cores(task)));
                option.finish = option.start + duration;
            }
            options_.push_back(option);
        }
        return options_;
    }
    // `before`: the ends of the node's tasks before `placed` went behind them.
    void fill(const Candidate& placed, const SlotEnds& before) {
        const std::vector<TaskId> list(ready_.begin(), ready_.end());
        const auto first = static_cast<std::ptrdiff_t>(placements_.size());
        for (const TaskId task : list) {
            const std::uint32_t cores = schedule_.graph().cores(task);
            const std::span<Candidate> options = behind(task);
            const auto own =
                std::find_if(options.begin(), options.end(), [&](const Candidate& c) { return c.node == placed.node; });
            if (own->finish.isNever()) continue;
            const Time duration = own->finish - own->start;
            own->start =
                schedule_.timeline(placed.node).earliest(std::max(own->dataReady, before.available(cores)), duration, cores);
            own->finish = own->start + duration;
            if (own->finish > placed.start || own->start == placed.start) continue;
            const Candidate* best = scoredByStart(options);
            if (best->start == own->start) place(task, *own);
        }
        // One of no duration may stand before another that was placed earlier and starts at the same moment.
        std::stable_sort(placements_.begin() + first, placements_.end(), [](const Placement& a, const Placement& b) {
            return a.start != b.start ? a.start < b.start : a.finish < b.finish;
        });
    }
    void place(TaskId task, const Candidate& chosen) {
        placements_.push_back({task, chosen.node, chosen.start, chosen.finish});
        schedule_.place(task, chosen, levels_[task.index()], options_);
        ready_.erase(task);
        for (const TaskId child : schedule_.graph().successors(task))
            if (--missing_[child.index()] == 0) ready_.insert(child);
    }

    PartialSchedule schedule_;
    const std::vector<double>& levels_;
    std::set<TaskId, GreaterKey> ready_;
    std::vector<std::size_t> missing_;  // parents not placed, by task
    std::vector<SlotEnds> ends_;        // by node index, without what fills holes
    std::vector<Time> dataReady_;
    std::vector<Candidate> options_;
    std::vector<Placement> placements_;  // as decided: on equal starts the order of a node is that of the decisions
};

class Ish final : public StaticScheduler {
public:
    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        priorities_ = staticLevels(view.estimate.graph(), meanSeconds(view.estimate));
        HoleFiller(view, priorities_, log).run(placements);
    }
};

}  // namespace

SchedulerPtr makeIsh() { return std::make_unique<Ish>(); }

}  // namespace loom
