// HBMCT: Sakellariou, Zhao, HCW at IPDPS 2004. Tasks by decreasing rank_u are cut into groups of mutually independent tasks.
// In each group every task goes to the node where it would complete first; then, while the completion of the whole group
// drops, one task moves away from the node that completes last: each of its tasks is thought of on the node where it would
// complete soonest, and the move that leaves the group complete first is made. The part of the group on a node always runs
// by earliest start, anew after every change. O(g (m + g log g)) a move for a group of g tasks.
#include <algorithm>

#include "core/schedule/schedulers.h"
#include "core/schedule/static_scheduler.h"

namespace loom {

namespace {

// The tasks of one group on their nodes, in thought.
class Group {
public:
    Group(const PartialSchedule& schedule, const std::vector<TaskId>& tasks) : schedule_(schedule), workers_(schedule.workers()) {
        for (const TaskId task : tasks) {
            Member member{task, {}, kNowhere};
            schedule.dataReady(task, member.ready);
            members_.push_back(std::move(member));
        }
        parts_.resize(workers_.size());
        ends_.resize(workers_.size(), Time::zero());
        for (std::size_t i = 0; i < members_.size(); ++i) settle(i);
    }

    // Moves tasks from the node that completes last while that makes the group complete sooner.
    void balance() {
        while (moveOne()) {
        }
    }
    // Every task with its node, the tasks of a node in the order they run.
    [[nodiscard]] std::vector<std::pair<TaskId, NodeId>> placed() const {
        std::vector<std::pair<TaskId, NodeId>> out;
        for (std::size_t w = 0; w < parts_.size(); ++w)
            for (const std::size_t i : parts_[w]) out.emplace_back(members_[i].task, workers_[w]);
        return out;
    }

private:
    static constexpr std::size_t kNowhere = ~std::size_t{0};
    using Part = std::vector<std::size_t>;  // members by data ready, then index
    struct Member {
        TaskId task;
        std::vector<Time> ready;  // by worker
        std::size_t worker;
    };

    // When the node completes the part; zero() for an empty part, never() if it cannot run all of it.
    [[nodiscard]] Time endOf(std::size_t worker, const Part& part) const {
        SlotTimeline slots = schedule_.timeline(workers_[worker]);
        Time end = Time::zero();
        for (const std::size_t i : part) {
            const Time duration = schedule_.estimate().computeTime(members_[i].task, workers_[worker]);
            if (duration.isNever() || members_[i].ready[worker].isNever()) return Time::never();
            const std::uint32_t cores = schedule_.graph().cores(members_[i].task);
            const Time start = slots.earliest(members_[i].ready[worker], duration, cores);
            slots.occupy(start, duration, cores);
            end = std::max(end, start + duration);
        }
        return end;
    }
    [[nodiscard]] Part with(std::size_t worker, std::size_t member) const {
        Part part = parts_[worker];
        const auto before = [&](std::size_t a, std::size_t b) {
            const Time x = members_[a].ready[worker];
            const Time y = members_[b].ready[worker];
            return x != y ? x < y : members_[a].task < members_[b].task;
        };
        part.insert(std::lower_bound(part.begin(), part.end(), member, before), member);
        return part;
    }
    [[nodiscard]] Part without(std::size_t worker, std::size_t member) const {
        Part part = parts_[worker];
        std::erase(part, member);
        return part;
    }
    // The other node on which the task would complete first behind the part there; kNowhere if there is none.
    [[nodiscard]] std::size_t bestOther(std::size_t member) const {
        std::size_t best = kNowhere;
        Time soonest = Time::never();
        for (std::size_t w = 0; w < workers_.size(); ++w) {
            if (w == members_[member].worker) continue;
            const Time duration = schedule_.estimate().computeTime(members_[member].task, workers_[w]);
            if (duration.isNever() || members_[member].ready[w].isNever()) continue;
            const std::uint32_t cores = schedule_.graph().cores(members_[member].task);
            const Time free = schedule_.timeline(workers_[w]).earliest(members_[member].ready[w], duration, cores);
            const Time finish = std::max(free, ends_[w]) + duration;
            if (finish >= soonest) continue;
            soonest = finish;
            best = w;
        }
        return best;
    }
    void put(std::size_t member, std::size_t worker) {
        parts_[worker] = with(worker, member);
        members_[member].worker = worker;
        ends_[worker] = endOf(worker, parts_[worker]);
    }
    void settle(std::size_t member) {
        const std::size_t worker = bestOther(member);
        if (worker != kNowhere) put(member, worker);
    }
    bool moveOne() {
        const auto last = static_cast<std::size_t>(std::max_element(ends_.begin(), ends_.end()) - ends_.begin());
        if (ends_.empty() || ends_[last] == Time::zero()) return false;
        std::size_t mover = kNowhere;
        std::size_t target = kNowhere;
        Time best = ends_[last];
        for (const std::size_t member : parts_[last]) {
            const std::size_t worker = bestOther(member);
            if (worker == kNowhere) continue;
            Time end = std::max(endOf(last, without(last, member)), endOf(worker, with(worker, member)));
            for (std::size_t w = 0; w < ends_.size(); ++w)
                if (w != last && w != worker) end = std::max(end, ends_[w]);
            if (end >= best) continue;
            best = end;
            mover = member;
            target = worker;
        }
        if (mover == kNowhere) return false;
        parts_[last] = without(last, mover);
        ends_[last] = endOf(last, parts_[last]);
        put(mover, target);
        return true;
    }

    const PartialSchedule& schedule_;
    const std::vector<NodeId>& workers_;
    std::vector<Member> members_;
    std::vector<Part> parts_;  // by worker
    std::vector<Time> ends_;   // by worker; zero without a part
};

class Hbmct final : public StaticScheduler {
public:
    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        const Reason reason{
            "groups of independent tasks by rank_u; each to its soonest completion, then moved off the node that completes last",
            "EFT"};
        PartialSchedule schedule(view, Fill::append, reason, log);
        priorities_ = meanUpwardRanks(view.estimate, Averaging::pairs);
        std::vector<TaskId> group;
        std::vector<bool> inGroup(priorities_.size(), false);
        const auto close = [&] {
            placeGroup(schedule, group);
            for (const TaskId task : group) inGroup[task.index()] = false;
            group.clear();
        };
        for (const TaskId task : priorityOrder(schedule.graph(), priorities_)) {
            if (schedule.cancelled()) return;
            const TaskSpan parents = schedule.graph().predecessors(task);
            if (std::any_of(parents.begin(), parents.end(), [&](TaskId p) { return inGroup[p.index()]; })) close();
            group.push_back(task);
            inGroup[task.index()] = true;
        }
        close();
        schedule.emit(placements);
    }

private:
    void placeGroup(PartialSchedule& schedule, const std::vector<TaskId>& tasks) const {
        Group group(schedule, tasks);
        group.balance();
        for (const auto& [task, node] : group.placed())
            schedule.place(task, schedule.candidate(task, node, schedule.dataReady(task, node)), priorities_[task.index()]);
    }
};

}  // namespace

SchedulerPtr makeHbmct() { return std::make_unique<Hbmct>(); }

}  // namespace loom
