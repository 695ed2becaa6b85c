// Min-min and max-min against the textbook loop over all pairs.
#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/base/rng.h"
#include "core/schedule/partial_schedule.h"
#include "tests/core/schedule/random_problem.h"

namespace loom::test {

namespace {

std::vector<Placement> textbook(const Estimator& estimate, bool smallest) {
    PartialSchedule schedule(View{estimate, Time::zero(), {}, {}, nullptr, 1}, Fill::append, {}, nullptr);
    const TaskGraph& graph = estimate.graph();
    std::vector<bool> refused(graph.taskCount(), false);
    std::vector<TaskId> ready;
    std::vector<bool> known(graph.taskCount(), false);
    while (true) {
        for (std::size_t i = 0; i < graph.taskCount(); ++i) {
            bool isReady = !known[i];
            for (const TaskId parent : graph.predecessors(TaskId(i))) isReady = isReady && schedule.isPlaced(parent);
            if (!isReady) continue;
            known[i] = true;
            ready.emplace_back(i);
        }
        std::sort(ready.begin(), ready.end());
        TaskId task;
        Candidate chosen;
        for (const TaskId t : ready) {
            const std::span<Candidate> options = schedule.candidates(t);
            const Candidate* best = earliestFinish(options);
            if (best == nullptr) continue;
            if (task.valid() && (smallest ? best->finish >= chosen.finish : best->finish <= chosen.finish)) continue;
            task = t;
            chosen = *best;
        }
        if (!task.valid()) break;
        schedule.place(task, chosen, 0);
        std::erase(ready, task);
    }
    std::vector<Placement> placements;
    schedule.emit(placements);
    return placements;
}

void compare(const Instance& problem) {
    for (const bool smallest : {true, false}) {
        const std::vector<Placement> expected = textbook(problem.estimate, smallest);
        const Plan plan = planWith(smallest ? "min-min" : "max-min", problem.estimate);
        RC_ASSERT(plan.placements.size() == expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            RC_ASSERT(plan.placements[i].task == expected[i].task);
            RC_ASSERT(plan.placements[i].node == expected[i].node);
            RC_ASSERT(plan.placements[i].start == expected[i].start);
        }
    }
}

RC_GTEST_PROP(ReadyPool, EqualsTheTextbook, ()) {
    compare(*randomProblem(*rc::gen::arbitrary<std::uint64_t>(), {.zeros = *rc::gen::arbitrary<bool>(),
                                                                  .wide = *rc::gen::arbitrary<bool>(),
                                                                  .particular = *rc::gen::arbitrary<bool>(),
                                                                  .storage = *rc::gen::arbitrary<bool>()}));
}

// Independent tasks: all of them settle into chains, many of them equal.
RC_GTEST_PROP(ReadyPool, EqualsTheTextbookOnBags, ()) {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    RandomStream random(seed, Purpose::test, 0);
    std::vector<double> work(1 + random.below(60));
    for (double& w : work) w = static_cast<double>(random.below(7));
    std::vector<double> speed(1 + random.below(5));
    for (double& s : speed) s = static_cast<double>(1 + random.below(3));
    compare(*related(work, speed, {}));
}

// Unrelated times: chains hold some tasks, the others stay loose.
RC_GTEST_PROP(ReadyPool, EqualsTheTextbookOnUnrelatedNodes, ()) {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    RandomStream random(seed, Purpose::test, 0);
    std::vector<std::vector<double>> seconds(1 + random.below(60), std::vector<double>(1 + random.below(4)));
    for (std::vector<double>& row : seconds)
        for (double& s : row) s = static_cast<double>(random.below(9));
    compare(*unrelated(seconds, {}));
}

}  // namespace

}  // namespace loom::test
