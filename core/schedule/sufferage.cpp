#include <algorithm>
#include <map>

#include "core/schedule/ready_list.h"
#include "core/schedule/schedulers.h"
#include "core/schedule/static_scheduler.h"

namespace loom {

namespace {

struct Bid {
    TaskId task;
    Candidate best;
    Time sufferage;  // second best finish - best; zero when only one node can run the task
};

Bid bidOf(const ReadyTask& item) {
    const Candidate* best = earliestFinish(item.options);
    Time second = Time::never();
    for (const Candidate& option : item.options)
        if (&option != best) second = std::min(second, option.finish);
    return {item.task, *best, second.isNever() ? Time::zero() : second - best->finish};
}

// Maheswaran et al., JPDC 59(2), 1999; passes empty the set of ready tasks before newly ready ones join. O(n^2 m) when all tasks
// are ready at once.
class Sufferage final : public StaticScheduler {
public:
    explicit Sufferage(bool passes) : passes_(passes) {}

    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        const Reason reason{
            passes_ ? "in a pass every ready task bids for its node of smallest EFT, a node keeps the bid that would suffer most"
                    : "the ready task that would suffer most without its best node; the node of smallest EFT",
            "EFT"};
        PartialSchedule schedule(view, Fill::append, reason, log);
        ReadyList ready(schedule, passes_ ? ReadySet::batch : ReadySet::refresh);
        while (!ready.empty()) {
            const std::vector<Bid> winners = passes_ ? winnersOfPass(ready) : std::vector<Bid>{mostSuffering(ready)};
            for (const Bid& bid : winners) schedule.place(bid.task, bid.best, bid.sufferage.seconds());
            for (const Bid& bid : winners) {
                ready.placed(bid.task);
                ready.renew(bid.best.node);
            }
        }
        schedule.emit(placements);
    }

private:
    static Bid mostSuffering(ReadyList& ready) {
        Bid most = bidOf(ready.tasks().front());
        for (const ReadyTask& item : ready.tasks())
            if (const Bid bid = bidOf(item); bid.sufferage > most.sufferage) most = bid;
        return most;
    }
    // One bid a node, in task order.
    static std::vector<Bid> winnersOfPass(ReadyList& ready) {
        std::map<NodeId, Bid> holders;
        for (const ReadyTask& item : ready.tasks()) {
            const Bid bid = bidOf(item);
            const auto [it, isFirst] = holders.try_emplace(bid.best.node, bid);
            if (!isFirst && bid.sufferage > it->second.sufferage) it->second = bid;
        }
        std::vector<Bid> winners;
        for (const auto& [node, bid] : holders) winners.push_back(bid);
        std::sort(winners.begin(), winners.end(), [](const Bid& a, const Bid& b) { return a.task < b.task; });
        return winners;
    }

    bool passes_;
};

}  // namespace

SchedulerPtr makeSufferage(bool passes) { return std::make_unique<Sufferage>(passes); }

}  // namespace loom
