// Tasks that share the cores of a node: worked out by hand, against a naive simulation, and against queueing theory.
#include "sim/virtual/shared_cores.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <optional>

#include "core/base/rng.h"
#include "core/graph/graph_builder.h"

namespace loom::test {
namespace {

Platform nodesOf(const std::vector<std::uint32_t>& cores) {
    std::vector<NodeInfo> nodes(cores.size());
    for (std::size_t n = 0; n < cores.size(); ++n) {
        nodes[n].name = "n" + std::to_string(n);
        nodes[n].cores = cores[n];
        nodes[n].accelerators.push_back({"gpu", 1000, 1, 0, 0});
    }
    return *fullPlatform(std::move(nodes), std::vector<double>(cores.size() * cores.size(), 1),
                         std::vector<double>(cores.size() * cores.size(), 0), NodeId::none());
}

// Tasks that ask for so many cores; 0: for an accelerator.
TaskGraph tasksOf(const std::vector<std::uint32_t>& widths) {
    GraphBuilder builder;
    for (const std::uint32_t width : widths) {
        TaskAttributes task;
        task.work = 1;
        task.cores = std::max(1u, width);
        if (width == 0) task.accelerator = "gpu";
        builder.addTask(std::move(task));
    }
    return *builder.build();
}

Compute compute(std::uint32_t task, std::uint32_t node, double seconds) {
    return Compute{ActivityId(task), TaskId(task), NodeId(node), 0, 0, 1, Time::fromSeconds(seconds)};
}

Time at(double seconds) { return Time::fromSeconds(seconds); }

// Seconds at which the tasks are through, by task, when nothing else happens.
std::map<std::uint32_t, double> endsOf(SharedCores& cores) {
    std::map<std::uint32_t, double> ends;
    std::vector<ActivityId> through;
    while (!cores.nextCompletion().isNever()) {
        const Time now = cores.nextCompletion();
        cores.complete(now, through);
        for (const ActivityId id : through) ends[id.value] = now.seconds();
    }
    return ends;
}

using Ends = std::map<std::uint32_t, double>;

TEST(SharedCores, TwoEqualTasksOnOneCoreTakeTwiceAsLong) {
    const Platform platform = nodesOf({1});
    const TaskGraph graph = tasksOf({1, 1});
    SharedCores cores(platform, graph);
    cores.begin(compute(0, 0, 10), at(0));
    cores.begin(compute(1, 0, 10), at(0));
    EXPECT_EQ(endsOf(cores), (Ends{{0, 20}, {1, 20}}));
    EXPECT_DOUBLE_EQ(cores.busySeconds(), 20);
}

// Task 0 is alone until 4 s and has 6 s left, which it gets by 16 s; task 1 has then had 6 s, and its last 2 s alone.
TEST(SharedCores, WhoComesLaterSharesWhatIsLeft) {
    const Platform platform = nodesOf({1});
    const TaskGraph graph = tasksOf({1, 1});
    SharedCores cores(platform, graph);
    cores.begin(compute(0, 0, 10), at(0));
    cores.begin(compute(1, 0, 8), at(4));
    EXPECT_EQ(endsOf(cores), (Ends{{0, 16}, {1, 18}}));
}

// Each gets 2/3 of a core until the first has its 2 s at 3 s; two tasks on two cores then have one each.
TEST(SharedCores, ThreeTasksOnTwoCores) {
    const Platform platform = nodesOf({2});
    const TaskGraph graph = tasksOf({1, 1, 1});
    SharedCores cores(platform, graph);
    cores.begin(compute(0, 0, 2), at(0));
    cores.begin(compute(1, 0, 4), at(0));
    cores.begin(compute(2, 0, 5), at(0));
    EXPECT_EQ(endsOf(cores), (Ends{{0, 3}, {1, 5}, {2, 6}}));
    EXPECT_DOUBLE_EQ(cores.busySeconds(), 11);
}

TEST(SharedCores, NobodyIsFasterThanAlone) {
    const Platform platform = nodesOf({4});
    const TaskGraph graph = tasksOf({1, 2});
    SharedCores cores(platform, graph);
    cores.begin(compute(0, 0, 3), at(0));
    cores.begin(compute(1, 0, 3), at(0));
    EXPECT_EQ(endsOf(cores), (Ends{{0, 3}, {1, 3}}));
    EXPECT_DOUBLE_EQ(cores.busySeconds(), 9);
}

// Four cores: the task of one core gets it, the tasks of three get 1.5 each, half of what they ask for. They have had
// 1 s of their work when it is gone, then 2 of 3 cores each.
TEST(SharedCores, WhatANarrowTaskLeavesGoesToTheWideOnes) {
    const Platform platform = nodesOf({4});
    const TaskGraph graph = tasksOf({1, 3, 3});
    SharedCores cores(platform, graph);
    cores.begin(compute(0, 0, 2), at(0));
    cores.begin(compute(1, 0, 3), at(0));
    cores.begin(compute(2, 0, 3), at(0));
    EXPECT_EQ(endsOf(cores), (Ends{{0, 2}, {1, 5}, {2, 5}}));
}

// Two tasks at half pace have 2 of 5 s by 4 s; at half speed another 1 s by 8 s; then nothing until 10 s; at double speed
// the last 2 s in 2 s.
TEST(SharedCores, TheNodesSpeedChangesEverybodysPace) {
    const Platform platform = nodesOf({1, 1});
    const TaskGraph graph = tasksOf({1, 1, 1});
    SharedCores cores(platform, graph);
    cores.begin(compute(0, 0, 5), at(0));
    cores.begin(compute(1, 0, 5), at(0));
    cores.begin(compute(2, 1, 30), at(0));
    cores.setSpeed(NodeId(0), 0.5, at(4));
    cores.setSpeed(NodeId(0), 0, at(8));
    EXPECT_EQ(cores.nextCompletion(), at(30));
    cores.setSpeed(NodeId(0), 2, at(10));
    EXPECT_EQ(endsOf(cores), (Ends{{0, 12}, {1, 12}, {2, 30}}));
}

// A task alone on a node of many cores is bounded by its own, also when the node is slowed down.
TEST(SharedCores, TheNodesSpeedBoundsATaskAlone) {
    const Platform platform = nodesOf({8});
    const TaskGraph graph = tasksOf({3});
    SharedCores cores(platform, graph);
    cores.begin(compute(0, 0, 6), at(0));
    cores.setSpeed(NodeId(0), 0.5, at(2));
    EXPECT_EQ(endsOf(cores), (Ends{{0, 10}}));
}

TEST(SharedCores, WhoIsCutOffLeavesItsShare) {
    const Platform platform = nodesOf({1});
    const TaskGraph graph = tasksOf({1, 1});
    SharedCores cores(platform, graph);
    cores.begin(compute(0, 0, 10), at(0));
    cores.begin(compute(1, 0, 10), at(0));
    cores.leave(ActivityId(1), at(6));
    EXPECT_EQ(endsOf(cores), (Ends{{0, 13}}));
    EXPECT_DOUBLE_EQ(cores.busySeconds(), 10);  // of those that got through
}

// The accelerator's task is not slowed down and slows nobody down, but follows the node's speed.
TEST(SharedCores, AcceleratorsTakeNoShare) {
    const Platform platform = nodesOf({1});
    const TaskGraph graph = tasksOf({1, 1, 0});
    SharedCores cores(platform, graph);
    cores.begin(compute(0, 0, 3), at(0));
    cores.begin(compute(1, 0, 3), at(0));
    cores.begin(compute(2, 0, 3), at(0));
    cores.setSpeed(NodeId(0), 0.5, at(2));
    EXPECT_EQ(endsOf(cores), (Ends{{0, 10}, {1, 10}, {2, 4}}));
    EXPECT_DOUBLE_EQ(cores.busySeconds(), 10);
}

TEST(SharedCores, ATaskWithoutWorkIsThroughAtOnce) {
    const Platform platform = nodesOf({1});
    const TaskGraph graph = tasksOf({1, 0, 1});
    SharedCores cores(platform, graph);
    cores.begin(compute(2, 0, 1), at(0));
    cores.begin(compute(0, 0, 0), at(0));
    cores.begin(compute(1, 0, 0), at(0));
    EXPECT_EQ(endsOf(cores), (Ends{{0, 0}, {1, 0}, {2, 1}}));
}

// --- against the obvious: shares found by bisection, everybody moved along from one event to the next ---

struct Plan {
    struct Arrival {
        double time;
        std::uint32_t node;
        double seconds;
        double leaves;  // cut off then
    };
    struct Speed {
        double time;
        std::uint32_t node;
        double factor;
    };
    std::vector<std::uint32_t> cores, widths;
    std::vector<Arrival> arrivals;  // by task
    std::vector<Speed> speeds;      // ascending
};

Plan drawPlan(std::uint64_t seed) {
    RandomStream dice(seed, Purpose::test, 0);
    Plan plan;
    for (std::uint64_t n = 0; n <= dice.below(3); ++n) plan.cores.push_back(1 + static_cast<std::uint32_t>(dice.below(4)));
    const std::uint64_t tasks = 1 + dice.below(40);
    for (std::uint64_t t = 0; t < tasks; ++t) {
        plan.widths.push_back(static_cast<std::uint32_t>(dice.below(5)));
        const double time = dice.uniform(0, 20);
        plan.arrivals.push_back({time, static_cast<std::uint32_t>(dice.below(plan.cores.size())), dice.exponential(3),
                                 dice.below(8) == 0 ? time + dice.uniform(0, 5) : 1e9});
    }
    for (std::uint64_t s = dice.below(6); s > 0; --s)
        plan.speeds.push_back({dice.uniform(0, 30), static_cast<std::uint32_t>(dice.below(plan.cores.size())),
                               0.25 * static_cast<double>(1 + dice.below(8))});
    std::sort(plan.speeds.begin(), plan.speeds.end(), [](const Plan::Speed& a, const Plan::Speed& b) { return a.time < b.time; });
    return plan;
}

class Naive {
public:
    explicit Naive(const Plan& plan) : plan_(plan), left_(plan.widths.size(), -1), speed_(plan.cores.size(), 1) {
        for (std::uint32_t t = 0; t < plan.arrivals.size(); ++t) {
            const Plan::Arrival& task = plan.arrivals[t];
            happen_.emplace(task.time, [this, t, &task] { left_[t] = task.seconds; });
            happen_.emplace(task.leaves, [this, t] { left_[t] = -1; });
        }
        for (const Plan::Speed& speed : plan.speeds)
            happen_.emplace(speed.time, [this, &speed] { speed_[speed.node] = speed.factor; });
    }

    Ends run() {
        while (true) {
            findLevels();
            const auto [first, seconds] = nextEnd();
            if (!first && happen_.empty()) return ends_;
            const double event = happen_.empty() ? 1e18 : happen_.begin()->first;
            if (first && seconds <= event - now_) {
                move(seconds);
                ends_[*first] = now_;
                left_[*first] = -1;
                continue;
            }
            move(event - now_);
            now_ = event;
            happen_.begin()->second();
            happen_.erase(happen_.begin());
        }
    }

private:
    // The largest share of a node that everybody can have who asks for that much.
    void findLevels() {
        levels_.clear();
        for (std::uint32_t node = 0; node < plan_.cores.size(); ++node) {
            double low = 0, high = plan_.cores[node];
            for (int step = 0; step < 60; ++step) {
                const double middle = (low + high) / 2;
                double given = 0;
                for (std::uint32_t u = 0; u < left_.size(); ++u)
                    if (left_[u] >= 0 && plan_.arrivals[u].node == node) given += std::min<double>(plan_.widths[u], middle);
                (given <= plan_.cores[node] ? low : high) = middle;
            }
            levels_.push_back(high);
        }
    }
    // Seconds of its own work a second.
    [[nodiscard]] double pace(std::uint32_t t) const {
        const std::uint32_t node = plan_.arrivals[t].node;
        const double width = plan_.widths[t];
        return (width == 0 ? 1 : std::min(width, levels_[node]) / width) * speed_[node];
    }
    [[nodiscard]] std::pair<std::optional<std::uint32_t>, double> nextEnd() const {
        std::optional<std::uint32_t> first;
        double least = 1e18;
        for (std::uint32_t t = 0; t < left_.size(); ++t) {
            if (left_[t] < 0 || left_[t] / pace(t) >= least) continue;
            first = t;
            least = left_[t] / pace(t);
        }
        return {first, least};
    }
    void move(double seconds) {
        for (std::uint32_t t = 0; t < left_.size(); ++t)
            if (left_[t] >= 0) left_[t] = std::max(0.0, left_[t] - pace(t) * seconds);
        now_ += seconds;
    }

    const Plan& plan_;
    std::vector<double> left_;  // s of work by task; negative: not here
    std::vector<double> speed_;
    std::vector<double> levels_;  // by node
    std::multimap<double, std::function<void()>> happen_;
    double now_ = 0;
    Ends ends_;
};

// The engine's ends; also that no node does more work than its cores can.
Ends simulated(const Plan& plan) {
    const Platform platform = nodesOf(plan.cores);
    const TaskGraph graph = tasksOf(plan.widths);
    SharedCores cores(platform, graph);
    Ends ends;
    std::vector<ActivityId> through;
    const auto upTo = [&](Time limit) {
        while (cores.nextCompletion() <= limit && !cores.nextCompletion().isNever()) {
            const Time now = cores.nextCompletion();
            cores.complete(now, through);
            for (const ActivityId id : through) ends[id.value] = now.seconds();
        }
    };
    std::multimap<double, std::function<void(Time)>> happen;
    for (std::uint32_t t = 0; t < plan.arrivals.size(); ++t) {
        const Plan::Arrival& task = plan.arrivals[t];
        happen.emplace(task.time, [&cores, t, &task](Time now) { cores.begin(compute(t, task.node, task.seconds), now); });
        happen.emplace(task.leaves, [&cores, &ends, t](Time now) {
            if (!ends.contains(t)) cores.leave(ActivityId(t), now);
        });
    }
    for (const Plan::Speed& speed : plan.speeds)
        happen.emplace(speed.time, [&cores, &speed](Time now) { cores.setSpeed(NodeId(speed.node), speed.factor, now); });
    for (const auto& [time, act] : happen) {
        upTo(at(time));
        act(at(time));
    }
    upTo(Time::never());
    return ends;
}

TEST(SharedCores, RandomSystemsEndAsTheNaiveSimulationSays) {
    std::size_t compared = 0;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        SCOPED_TRACE(seed);
        const Plan plan = drawPlan(seed);
        const Ends expected = Naive(plan).run();
        const Ends ends = simulated(plan);
        ASSERT_EQ(ends.size(), expected.size());
        for (const auto& [task, end] : expected) EXPECT_NEAR(ends.at(task), end, 1e-7) << "task " << task;
        compared += ends.size();
        double work = 0, most = 0;
        for (const auto& [task, end] : ends) {
            work += plan.widths[task] * at(plan.arrivals[task].seconds).seconds();
            most = std::max(most, end);
        }
        double capacity = 0;
        for (const std::uint32_t cores : plan.cores) capacity += cores * most * 2;  // at most twice the nominal speed
        EXPECT_LE(work, capacity);
    }
    EXPECT_GT(compared, 4000u);
}

// --- queueing theory ---

// The mean response of an M/G/1 queue under processor sharing is E[S] / (1 - load), whatever the distribution of S.
struct Service {
    const char* name;
    std::function<double(RandomStream&)> draw;  // mean 1 s
};

TEST(SharedCores, MeanResponseOfAPoissonStreamDependsOnTheLoadAlone) {
    constexpr std::uint32_t kCustomers = 200000, kBatches = 20, kWarmUp = kCustomers / 10;
    const Platform platform = nodesOf({1});
    const TaskGraph graph = tasksOf(std::vector<std::uint32_t>(kCustomers, 1));
    const Service services[] = {
        {"exponential", [](RandomStream& dice) { return dice.exponential(1); }},
        {"deterministic", [](RandomStream&) { return 1.0; }},
        // 0.2 s or 5 s: coefficient of variation 1.79
        {"two values", [](RandomStream& dice) { return dice.uniform() < 5.0 / 6 ? 0.2 : 5.0; }},
    };
    for (const Service& service : services)
        for (const double load : {0.5, 0.8}) {
            RandomStream dice(static_cast<std::uint64_t>(load * 100), Purpose::test, 7);
            SharedCores cores(platform, graph);
            std::vector<Time> arrived(kCustomers);
            std::vector<double> response(kCustomers, 0);
            std::vector<ActivityId> through;
            Time arrival = Time::zero();
            for (std::uint32_t c = 0; c < kCustomers; ++c) {
                arrival += Time::fromSeconds(dice.exponential(1 / load));
                arrived[c] = arrival;
                while (cores.nextCompletion() <= arrival) {
                    const Time now = cores.nextCompletion();
                    cores.complete(now, through);
                    for (const ActivityId id : through) response[id.index()] = (now - arrived[id.index()]).seconds();
                }
                cores.begin(compute(c, 0, service.draw(dice)), arrival);
            }
            for (const auto& [customer, end] : endsOf(cores)) response[customer] = end - arrived[customer].seconds();
            std::vector<double> batches(kBatches, 0);
            const std::uint32_t size = (kCustomers - kWarmUp) / kBatches;
            for (std::uint32_t i = 0; i < size * kBatches; ++i) batches[i / size] += response[kWarmUp + i] / size;
            double mean = 0, variance = 0;
            for (const double batch : batches) mean += batch / kBatches;
            for (const double batch : batches) variance += (batch - mean) * (batch - mean) / (kBatches - 1);
            const double half = 2.861 * std::sqrt(variance / kBatches);  // 99 %, Student with 19 degrees of freedom
            const double expected = 1 / (1 - load);
            EXPECT_NEAR(mean, expected, half) << service.name << " at load " << load;
            EXPECT_LT(half, 0.1 * expected) << service.name << " at load " << load;
            std::printf("%-14s load %.1f: mean response %.4f s +- %.4f, theory %.4f\n", service.name, load, mean, half, expected);
        }
}

}  // namespace
}  // namespace loom::test
