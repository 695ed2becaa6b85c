// A genetic algorithm over (order of tasks, node of each), after Hou, Ansari, Ren, IEEE TPDS 5(2), 1994, and Wang, Siegel,
// Roychowdhury, Maciejewski, JPDC 47(1), 1997. The first generation is HEFT's plan, neighbours of it some steps away, and as
// many drawn ones. Parents win a tournament of two. A child has the head of one parent's order, cut at one point, with its
// nodes, and the other tasks in the order and with the nodes of the other parent, so parents stay before children; a step
// to a neighbour mutates it. The best plan of a generation lives on.
#include <algorithm>

#include "core/schedule/schedulers.h"
#include "core/schedule/search_scheduler.h"

namespace loom {

namespace {

struct Individual {
    PlanCode code;
    Time makespan = Time::never();
};

class Genetic final : public SearchScheduler {
public:
    Genetic(std::uint64_t budget, std::uint64_t population, double mutation)
        : SearchScheduler("genetic", budget), population_(population), mutation_(mutation) {}

private:
    void search(Hunt& hunt) const override {
        std::vector<Individual> generation = first(hunt);
        while (!hunt.isOver()) {
            std::vector<Individual> next = {fittest(generation)};
            while (next.size() < population_ && !hunt.isOver()) {
                const PlanCode& head = winner(generation, hunt.random());
                const PlanCode& tail = winner(generation, hunt.random());
                PlanCode child = crossed(head, tail, hunt.random());
                if (hunt.random().uniform() < mutation_) hunt.decoder().step(child, hunt.random());
                const Time makespan = hunt.evaluate(child);
                next.push_back({std::move(child), makespan});
            }
            generation = std::move(next);
        }
    }
    std::vector<Individual> first(Hunt& hunt) const {
        std::vector<Individual> generation = {{hunt.best(), hunt.shortest()}};
        for (std::uint64_t i = 1; i < population_ && !hunt.isOver(); ++i) {
            PlanCode code = i % 2 == 0 ? hunt.decoder().drawn(hunt.random()) : generation.front().code;
            for (std::uint64_t k = 0; i % 2 == 1 && k < 1 + i / 2; ++k) hunt.decoder().step(code, hunt.random());
            const Time makespan = hunt.evaluate(code);
            generation.push_back({std::move(code), makespan});
        }
        return generation;
    }
    static const Individual& fittest(const std::vector<Individual>& generation) {
        return *std::min_element(generation.begin(), generation.end(),
                                 [](const Individual& a, const Individual& b) { return a.makespan < b.makespan; });
    }
    static const PlanCode& winner(const std::vector<Individual>& generation, RandomStream& random) {
        const Individual& a = generation[random.below(generation.size())];
        const Individual& b = generation[random.below(generation.size())];
        return b.makespan < a.makespan ? b.code : a.code;
    }
    static PlanCode crossed(const PlanCode& head, const PlanCode& tail, RandomStream& random) {
        PlanCode child;
        child.node = tail.node;
        std::vector<bool> has(tail.node.size(), false);
        const std::size_t cut = random.below(head.order.size() + 1);
        for (std::size_t i = 0; i < cut; ++i) {
            const TaskId task = head.order[i];
            child.order.push_back(task);
            child.node[task.index()] = head.node[task.index()];
            has[task.index()] = true;
        }
        for (const TaskId task : tail.order)
            if (!has[task.index()]) child.order.push_back(task);
        return child;
    }

    std::uint64_t population_;
    double mutation_;
};

}  // namespace

SchedulerPtr makeGenetic(std::uint64_t budget, std::uint64_t population, double mutation) {
    return std::make_unique<Genetic>(budget, population, mutation);
}

}  // namespace loom
