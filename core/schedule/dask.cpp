// Dask distributed: scheduler.py and stealing.py as of July 2026. A task that is ready goes to the worker that holds one of its
// inputs and would start it first; groups of roots are held back while every worker has enough to do (worker-saturation), or,
// with an infinite saturation, as releases until 2022.8 did, dealt out in runs of neighbours (co-assignment). Workers run what
// they have by the user's priority, then in depth-first order. Idle workers steal from saturated ones in rounds.
// Left out: bandwidth is a constant where Dask measures it; durations are learnt when a task ends, not while it runs; memory
// limits, restrictions, and the milliseconds a message takes.
// O(m) a root, O(h) another task of h holders, O(w log m) a round of stealing over w waiting tasks.
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <set>

#include "core/laws/policies.h"
#include "core/schedule/dask_groups.h"
#include "core/schedule/dask_stealing.h"
#include "core/schedule/named_schedulers.h"
#include "core/schedule/queue_scheduler.h"
#include "core/schedule/ready_book.h"

namespace loom {

namespace {

class Dask final : public QueueScheduler {
public:
    explicit Dask(const DaskParameters& parameters) : parameters_(parameters) {}

    [[nodiscard]] std::uint64_t queueRank(TaskId task) const override { return order_[task.index()]; }

private:
    using Queue = std::set<std::pair<std::uint32_t, TaskId>>;  // by depth-first order
    struct Run {
        NodeId worker;
        std::size_t left = 0;
    };

    void begin(const View& view) {
        const TaskGraph& graph = view.estimate.graph();
        groups_.emplace(graph);
        order_ = daskOrder(graph);
        workers_.emplace(graph, view.nodes.size(), parameters_.bandwidth);
        runs_.resize(std::max<std::size_t>(1, graph.kindCount()));
        confirmed_.resize(graph.taskCount(), false);
    }

    void heard(const View& view, const TaskNews& news) override {
        if (!groups_) begin(view);
        workers_->look(view);
        changed_ = true;
        switch (news.what) {
            case TaskNews::What::undone:
                return;
            case TaskNews::What::refused:
                workers_->remove(news.task, news.node);
                if (book().of(news.task).valid()) workers_->add(news.task, book().of(news.task));
                confirmed_[news.task.index()] = book().of(news.task).valid();  // it runs where it is
                return;
            case TaskNews::What::committed:
                workers_->learn(news.task, news.node, news.took.seconds());
                [[fallthrough]];
            default:
                confirmed_[news.task.index()] = false;
                return workers_->remove(news.task, news.node);
        }
    }

    void decide(const View& view) override {
        if (!groups_) begin(view);
        workers_->look(view);
        const auto queueOf = [&](TaskId task) -> Queue& { return isHeldBack(view, task) ? held_ : fresh_; };
        ready_.sync(
            view, [&](TaskId task) { queueOf(task).insert(entry(task)); },
            [&](TaskId task) {
                held_.erase(entry(task));
                fresh_.erase(entry(task));
            });
        if (!workers_->live().empty()) {
            placeFresh(view);
            placeHeld();
        }
        steal(view);
    }

    [[nodiscard]] std::pair<std::uint32_t, TaskId> entry(TaskId task) const { return {order_[task.index()], task}; }
    // A task that asks for something particular is restricted in Dask's words, and no root.
    [[nodiscard]] bool isRootish(const View& view, TaskId task) const {
        return view.estimate.isPlain(task) && groups_->isRootish(view.estimate.graph().kind(task), workers_->liveThreads());
    }
    [[nodiscard]] bool isHeldBack(const View& view, TaskId task) const {
        return std::isfinite(parameters_.saturation) && isRootish(view, task);
    }

    void placeFresh(const View& view) {
        for (auto at = fresh_.begin(); at != fresh_.end();) {
            const TaskId task = at->second;
            at = chooseFor(view, task) ? fresh_.erase(at) : std::next(at);
        }
    }
    bool chooseFor(const View& view, TaskId task) {
        if (isRootish(view, task)) return together(view, task);
        std::vector<NodeId> pool = workers_->live();
        if (view.estimate.graph().predecessors(task).empty() && view.estimate.isPlain(task)) return anywhere(task);
        std::erase_if(pool, [&](NodeId node) { return !workers_->ledger().holdsInput(task, node); });
        const bool held = !pool.empty();
        NodeId worker = workers_->best(task, pool);
        if (!worker.valid()) worker = workers_->best(task, pool = workers_->live());
        if (!worker.valid()) return false;
        byObjective(task, worker, pool, held ? "of the workers that hold an input the one that would start it first"
                                             : "no worker holds an input: the one that would start it first");
        return true;
    }
    // Neighbours in the order go to one worker, until it has its share of the group.
    bool together(const View& view, TaskId task) {
        Run& run = runs_[view.estimate.graph().kind(task).index()];
        const bool goesOn = run.left > 0 && view.nodes[run.worker.index()].up;
        if (!goesOn) {
            std::vector<NodeId> pool = workers_->idle();
            if (pool.empty()) pool = workers_->live();
            run.worker = workers_->best(task, pool);
            const double share = static_cast<double>(groups_->size(view.estimate.graph().kind(task))) *
                                 static_cast<double>(workers_->threads(run.worker)) / static_cast<double>(workers_->liveThreads());
            run.left = static_cast<std::size_t>(share);
            byObjective(task, run.worker, pool, "a root, and the last worker has its share: the one that would start it first");
        } else {
            byObjective(task, run.worker, {run.worker}, "a root goes where its neighbour went");
        }
        --run.left;
        return true;
    }
    // A task without inputs: among few idle workers the least occupied, in turn when they have nothing at all; else in turn.
    bool anywhere(TaskId task) {
        std::vector<NodeId> pool = workers_->idle();
        if (pool.empty()) pool = workers_->live();
        DaskLedger& ledger = workers_->ledger();
        std::size_t chosen = step() % pool.size();
        if (pool.size() < 20) {
            std::size_t least = 0;
            for (std::size_t i = 1; i < pool.size(); ++i)
                if (ledger.occupancy(pool[i]) < ledger.occupancy(pool[least])) least = i;
            while (ledger.occupancy(pool[least]) == 0 && ledger.occupancy(pool[chosen]) > 0) chosen = (chosen + 1) % pool.size();
            if (ledger.occupancy(pool[least]) > 0) chosen = least;
        }
        give(task, pool[chosen], "no inputs: the idle worker with least to do, in turn", "occupancy",
             [&](NodeId node) { return amongst(pool, node) ? ledger.occupancy(node) : kNever; });
        return true;
    }
    // Roots that were held back, as slots open.
    void placeHeld() {
        while (!held_.empty()) {
            NodeId best;
            double least = 0;
            for (const NodeId node : workers_->live()) {
                if (slots(node) <= 0) continue;
                const double load = loadOf(node);
                if (best.valid() && load >= least) continue;
                best = node;
                least = load;
            }
            if (!best.valid()) return;
            const TaskId task = held_.begin()->second;
            held_.erase(held_.begin());
            give(task, best, "a root, and a worker has a slot: the one with fewest tasks a thread", "tasks / thread",
                 [&](NodeId node) { return slots(node) > 0 ? loadOf(node) : kNever; });
        }
    }
    [[nodiscard]] int slots(NodeId node) const {
        return laws::daskSlots(parameters_.saturation, static_cast<int>(workers_->threads(node)), static_cast<int>(workers_->processing(node)));
    }
    [[nodiscard]] double loadOf(NodeId node) const {
        return static_cast<double>(workers_->processing(node)) / static_cast<double>(workers_->threads(node));
    }

    // Rounds are at whole multiples of the interval, as long as one might find something that the last one did not.
    void steal(const View& view) {
        if (!parameters_.stealing) return;
        if (view.now >= nextRound_) {
            nextRound_ = Time::never();
            changed_ = false;
            daskStealingRound(
                *workers_, [&](TaskId task) { return !confirmed_[task.index()]; },
                [&](TaskId task, NodeId victim, NodeId thief) {
                    changed_ = true;
                    workers_->remove(task, victim);
                    give(task, thief, "stolen by an idle worker that gains by it", "objective",
                         [&](NodeId node) { return workers_->ledger().objective(task, node).first; });
                });
        }
        if (nextRound_.isNever() && changed_ && daskMaySteal(*workers_)) nextRound_ = nextMultiple(parameters_.stealInterval, view.now);
        wakeBy(nextRound_);
    }

    void byObjective(TaskId task, NodeId worker, const std::vector<NodeId>& pool, const char* rule) {
        give(task, worker, rule, "start", [&](NodeId node) {
            return amongst(pool, node) ? workers_->ledger().objective(task, node).first : kNever;
        });
    }
    template <class Score>
    void give(TaskId task, NodeId worker, const char* rule, const char* scoreName, Score score) {
        if (!book().of(task).valid()) ready_.taken(task);
        assign(task, worker, order_[task.index()], rule, scoreName, score);
        workers_->add(task, worker);
        changed_ = true;
    }
    [[nodiscard]] static bool amongst(const std::vector<NodeId>& pool, NodeId node) {
        return std::find(pool.begin(), pool.end(), node) != pool.end();
    }

    static constexpr double kNever = std::numeric_limits<double>::infinity();
    DaskParameters parameters_;
    std::optional<DaskGroups> groups_;
    std::optional<DaskWorkers> workers_;
    std::vector<std::uint32_t> order_;  // by task: its place
    ReadyBook ready_;
    Queue fresh_, held_;            // ready: to be assigned now, and roots that wait for a slot
    std::vector<Run> runs_;         // by group: co-assignment
    std::vector<bool> confirmed_;   // by task: its worker would not give it away, as it runs
    Time nextRound_ = Time::never();
    bool changed_ = false;  // since the last round
};

}  // namespace

SchedulerPtr makeDask(const DaskParameters& parameters) { return std::make_unique<Dask>(parameters); }

}  // namespace loom
