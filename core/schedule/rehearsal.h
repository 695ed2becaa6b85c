// Planning in thought, for schedulers that compare the plans of others.
#pragma once

#include "core/schedule/scheduler.h"

namespace loom {

// What a static scheduler would plan, and how long that takes. Nothing is logged.
struct Rehearsal {
    std::vector<Placement> placements;
    Time makespan = Time::zero();
};
Rehearsal rehearse(Scheduler& scheduler, const View& view);

// Passes decisions on with a sentence before their rule: who decided for whom.
class PrefixedLog final : public DecisionLog {
public:
    // `log` must not be null and must outlive this.
    PrefixedLog(std::string prefix, DecisionLog* log) : prefix_(std::move(prefix)), log_(log) {}
    [[nodiscard]] bool wants(TaskId task) const override { return log_->wants(task); }
    void record(Decision decision) override;

private:
    std::string prefix_;
    DecisionLog* log_;
};
// Plans with the scheduler, its decisions prefixed; `log` may be null.
void planAs(Scheduler& scheduler, const View& view, std::vector<Placement>& placements, const std::string& prefix,
            DecisionLog* log);

}  // namespace loom
