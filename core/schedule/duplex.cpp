// Duplex: Braun et al., JPDC 61(6), 2001. The shorter of the plans of min-min and max-min; min-min on a tie. Their cost twice.
#include "core/schedule/rehearsal.h"
#include "core/schedule/schedulers.h"
#include "core/schedule/static_scheduler.h"

namespace loom {

namespace {

class Duplex final : public StaticScheduler {
public:
    explicit Duplex(ReadySet ready) : ready_(ready) {}

    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        const SchedulerPtr minMin = makePairScheduler(PairRule::minMin, ready_);
        const SchedulerPtr maxMin = makePairScheduler(PairRule::maxMin, ready_);
        const bool first = rehearse(*minMin, view).makespan <= rehearse(*maxMin, view).makespan;
        planAs(first ? *minMin : *maxMin, view, placements, first ? "min-min is the shorter: " : "max-min is the shorter: ", log);
    }

private:
    ReadySet ready_;
};

}  // namespace

SchedulerPtr makeDuplex(ReadySet ready) { return std::make_unique<Duplex>(ready); }

}  // namespace loom
