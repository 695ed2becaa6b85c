// The power of d choices: Mitzenmacher, IEEE TPDS 12(10), 2001; for schedulers Ousterhout et al. (Sparrow), SOSP 2013. For every
// ready task d nodes are drawn, without repetition, among those it fits now, and the one with most free cores gets it, the
// first drawn on a tie. With `queues` they are drawn among all that could run it, and it waits in the queue of the one with
// fewest cores asked for to a core, as Sparrow's would without late binding (which would hold a place in every queue and take the
// first that comes up). O(p m) an instant in which p tasks are placed.
#include <algorithm>

#include "core/base/rng.h"
#include "core/schedule/online_scheduler.h"
#include "core/schedule/online_schedulers.h"
#include "core/schedule/queue_scheduler.h"

namespace loom {

namespace {

// Calls look(node) for `d` nodes drawn without repetition; `nodes` is left in another order.
template <class Look>
void draw(std::vector<NodeId>& nodes, std::size_t d, std::uint64_t seed, std::uint32_t step, Look look) {
    RandomStream random(seed, Purpose::scheduler, step);
    for (std::size_t i = 0; i < std::min(d, nodes.size()); ++i) {
        std::swap(nodes[i], nodes[i + random.below(nodes.size() - i)]);
        look(nodes[i]);
    }
}

class PowerOfD final : public OnlineScheduler {
public:
    explicit PowerOfD(std::size_t d) : d_(d) {}

private:
    void choose(const View& view) override {
        if (free_.empty()) free_.resize(view.nodes.size());
        for (std::size_t n = 0; n < free_.size(); ++n) free_[n] = view.nodes[n].freeCores;
        for (const TaskId task : view.ready) {
            if (!idle().any()) return;
            fitting_.clear();
            for (const NodeId node : view.estimate.workers())
                if (idle().fits(task, node)) fitting_.push_back(node);
            if (fitting_.empty()) continue;
            NodeId best;
            draw(fitting_, d_, view.seed, step(), [&](NodeId node) {
                if (!best.valid() || free_[node.index()] > free_[best.index()]) best = node;
            });
            place(task, best, 0, "first task of the queue; of some drawn nodes the one with most free cores", "- free cores",
                  [&](const Candidate& c) { return -static_cast<double>(free_[c.node.index()]); });
            free_[best.index()] -= view.estimate.graph().cores(task);
        }
    }

    std::size_t d_;
    std::vector<std::uint32_t> free_;  // cores, by node index
    std::vector<NodeId> fitting_;
};

class QueuesOfD final : public QueueScheduler {
public:
    explicit QueuesOfD(std::size_t d) : d_(d) {}

private:
    void decide(const View& view) override {
        const auto load = [&](NodeId node) {
            return static_cast<double>(book().cores(node)) / static_cast<double>(view.estimate.platform().lanes(node));
        };
        for (const TaskId task : view.ready) {
            nodes_.clear();
            for (const NodeId node : view.estimate.workers())
                if (couldRun(view, task, node)) nodes_.push_back(node);
            NodeId best;
            draw(nodes_, d_, view.seed, step(), [&](NodeId node) {
                if (!best.valid() || load(node) < load(best)) best = node;
            });
            if (best.valid())
                assign(task, best, 0, "first task of the queue; of some drawn nodes the one with the shortest queue", "cores asked for / core", load);
        }
    }

    std::size_t d_;
    std::vector<NodeId> nodes_;
};

}  // namespace

SchedulerPtr makePowerOfD(std::size_t d, bool queues) {
    if (queues) return std::make_unique<QueuesOfD>(d);
    return std::make_unique<PowerOfD>(d);
}

}  // namespace loom
