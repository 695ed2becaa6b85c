// Simulated annealing, tabu search and GRASP over (order of tasks, node of each), decoded by insertion; see plan_decoder.h.
#include <algorithm>
#include <cmath>
#include <map>

#include "core/schedule/priority_order.h"
#include "core/schedule/schedulers.h"
#include "core/schedule/search_scheduler.h"

namespace loom {

namespace {

// Kirkpatrick, Gelatt, Vecchi, Science 220, 1983. A neighbour is taken if it is no longer, else with probability
// exp(-increase / temperature); the temperature falls geometrically from `hot` to `cold`, in parts of HEFT's makespan.
class Annealing final : public SearchScheduler {
public:
    Annealing(std::uint64_t budget, double hot, double cold) : SearchScheduler("annealing", budget), hot_(hot), cold_(cold) {}

private:
    void search(Hunt& hunt) const override {
        PlanCode at = hunt.best();
        Time length = hunt.shortest();
        const double unit = length.seconds();
        while (!hunt.isOver()) {
            const double done = static_cast<double>(hunt.spent()) / static_cast<double>(hunt.budget());
            const double temperature = unit * hot_ * std::pow(cold_ / hot_, done);
            PlanCode next = at;
            if (!hunt.decoder().step(next, hunt.random()).task.valid()) return;
            const Time makespan = hunt.evaluate(next);
            const double increase = (makespan - length).seconds();
            if (increase > 0 && hunt.random().uniform() >= std::exp(-increase / temperature)) continue;
            at = std::move(next);
            length = makespan;
        }
    }

    double hot_;
    double cold_;
};

// Glover, ORSA J. Computing 1(3), 1989. Of some drawn neighbours the shortest is taken, even if it is longer than what is left;
// a task may not go back to the node it left, nor be reordered again, for `tenure` rounds, unless that gives the best plan yet.
class Tabu final : public SearchScheduler {
public:
    Tabu(std::uint64_t budget, std::uint64_t neighbours, std::uint64_t tenure)
        : SearchScheduler("tabu", budget), neighbours_(neighbours), tenure_(tenure) {}

private:
    void search(Hunt& hunt) const override {
        PlanCode at = hunt.best();
        std::map<std::pair<TaskId, NodeId>, std::uint64_t> until;  // round before which a task may not go there; none() = reorder
        for (std::uint64_t round = 1; !hunt.isOver(); ++round) {
            PlanCode chosen;
            PlanDecoder::Step chosenStep;
            Time shortest = Time::never();
            for (std::uint64_t i = 0; i < neighbours_ && !hunt.isOver(); ++i) {
                PlanCode next = at;
                const PlanDecoder::Step step = hunt.decoder().step(next, hunt.random());
                const auto ban = until.find({step.task, step.isReorder ? NodeId() : next.node[step.task.index()]});
                const Time best = hunt.shortest();
                const Time makespan = hunt.evaluate(next);
                if (makespan >= shortest || (makespan >= best && ban != until.end() && ban->second > round)) continue;
                shortest = makespan;
                chosen = std::move(next);
                chosenStep = step;
            }
            if (!chosenStep.task.valid()) continue;
            until[{chosenStep.task, chosenStep.isReorder ? NodeId() : chosenStep.from}] = round + tenure_;
            at = std::move(chosen);
        }
    }

    std::uint64_t neighbours_;
    std::uint64_t tenure_;
};

// Feo, Resende, J. Global Optimization 6, 1995. A plan is constructed greedily but not strictly: of the ready tasks one of rank_u
// within alpha of the range from the highest, on a node of EFT within alpha of the range from the smallest; then neighbours
// that are no longer are taken until `patience` of them in a row are longer; then the next plan is constructed.
class Grasp final : public SearchScheduler {
public:
    Grasp(std::uint64_t budget, double alpha, std::uint64_t patience)
        : SearchScheduler("grasp", budget), alpha_(alpha), patience_(patience) {}

private:
    void search(Hunt& hunt) const override {
        const std::vector<double> ranks = meanUpwardRanks(hunt.decoder().view().estimate, Averaging::pairs);
        improve(hunt, hunt.best(), hunt.shortest());
        while (!hunt.isOver()) {
            PlanCode code = construct(hunt, ranks);
            const Time makespan = hunt.evaluate(code);
            improve(hunt, std::move(code), makespan);
        }
    }
    void improve(Hunt& hunt, PlanCode at, Time length) const {
        for (std::uint64_t failures = 0; failures < patience_ && !hunt.isOver();) {
            PlanCode next = at;
            hunt.decoder().step(next, hunt.random());
            const Time makespan = hunt.evaluate(next);
            failures = makespan < length ? 0 : failures + 1;
            if (makespan > length) continue;
            at = std::move(next);
            length = makespan;
        }
    }
    PlanCode construct(Hunt& hunt, const std::vector<double>& ranks) const {
        PartialSchedule schedule(hunt.decoder().view(), Fill::insertion, {}, nullptr);
        const TaskGraph& graph = schedule.graph();
        PlanCode code;
        code.node.resize(graph.taskCount());
        std::vector<std::size_t> missing(graph.taskCount());
        std::vector<TaskId> ready;
        for (std::size_t i = 0; i < missing.size(); ++i) {
            missing[i] = graph.predecessors(TaskId(i)).size();
            if (missing[i] == 0) ready.emplace_back(i);
        }
        while (!ready.empty()) {
            const TaskId task = drawTask(ready, ranks, hunt.random());
            const std::span<const Candidate> options = schedule.candidates(task);
            if (earliestFinish(options) == nullptr) continue;
            const Candidate chosen = drawNode(options, hunt.random());
            schedule.place(task, chosen, 0);
            code.order.push_back(task);
            code.node[task.index()] = chosen.node;
            for (const TaskId child : graph.successors(task))
                if (--missing[child.index()] == 0) ready.push_back(child);
        }
        return code;
    }
    // Takes one out of `ready`.
    TaskId drawTask(std::vector<TaskId>& ready, const std::vector<double>& ranks, RandomStream& random) const {
        const auto lower = [&](TaskId a, TaskId b) { return ranks[a.index()] < ranks[b.index()]; };
        const auto [low, high] = std::minmax_element(ready.begin(), ready.end(), lower);
        const double limit = ranks[high->index()] - alpha_ * (ranks[high->index()] - ranks[low->index()]);
        std::vector<std::size_t> good;
        for (std::size_t i = 0; i < ready.size(); ++i)
            if (ranks[ready[i].index()] >= limit) good.push_back(i);
        const std::size_t drawn = good[random.below(good.size())];
        const TaskId task = ready[drawn];
        ready.erase(ready.begin() + static_cast<std::ptrdiff_t>(drawn));
        return task;
    }
    Candidate drawNode(std::span<const Candidate> options, RandomStream& random) const {
        Time least = Time::never();
        Time most = Time::zero();
        for (const Candidate& option : options) {
            if (option.finish.isNever()) continue;
            least = std::min(least, option.finish);
            most = std::max(most, option.finish);
        }
        std::vector<const Candidate*> good;
        for (const Candidate& option : options)
            if (!option.finish.isNever() && (option.finish - least).seconds() <= alpha_ * (most - least).seconds())
                good.push_back(&option);
        return *good[random.below(good.size())];
    }

    double alpha_;
    std::uint64_t patience_;
};

}  // namespace

SchedulerPtr makeAnnealing(std::uint64_t budget, double hot, double cold) {
    return std::make_unique<Annealing>(budget, hot, cold);
}
SchedulerPtr makeTabu(std::uint64_t budget, std::uint64_t neighbours, std::uint64_t tenure) {
    return std::make_unique<Tabu>(budget, neighbours, tenure);
}
SchedulerPtr makeGrasp(std::uint64_t budget, double alpha, std::uint64_t patience) {
    return std::make_unique<Grasp>(budget, alpha, patience);
}

}  // namespace loom
