// The power of d choices: Mitzenmacher, IEEE TPDS 12(10), 2001; for schedulers Ousterhout et al. (Sparrow), SOSP 2013. For every
// ready task d nodes are drawn, without repetition, among those it fits now, and the one with most free cores gets it, the
// first drawn on a tie. Left out: waiting in the queues of drawn nodes that are busy, as placements here start at once.
// O(p m) an instant in which p tasks are placed.
#include <algorithm>

#include "core/base/rng.h"
#include "core/schedule/online_scheduler.h"
#include "core/schedule/online_schedulers.h"

namespace loom {

namespace {

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
            RandomStream random(view.seed, Purpose::scheduler, step());
            NodeId best;
            for (std::size_t i = 0; i < std::min(d_, fitting_.size()); ++i) {
                std::swap(fitting_[i], fitting_[i + random.below(fitting_.size() - i)]);
                if (!best.valid() || free_[fitting_[i].index()] > free_[best.index()]) best = fitting_[i];
            }
            place(task, best, 0, "first task of the queue; of some drawn nodes the one with most free cores", "- free cores",
                  [&](const Candidate& c) { return -static_cast<double>(free_[c.node.index()]); });
            free_[best.index()] -= view.estimate.graph().cores(task);
        }
    }

    std::size_t d_;
    std::vector<std::uint32_t> free_;  // cores, by node index
    std::vector<NodeId> fitting_;
};

}  // namespace

SchedulerPtr makePowerOfD(std::size_t d) { return std::make_unique<PowerOfD>(d); }

}  // namespace loom
