#include "core/schedule/rehearsal.h"

#include <utility>

namespace loom {

Rehearsal rehearse(Scheduler& scheduler, const View& view) {
    Rehearsal out;
    scheduler.plan(view, out.placements, nullptr);
    out.makespan = plannedMakespan(out.placements);
    return out;
}

void PrefixedLog::record(Decision decision) {
    decision.rule = prefix_ + decision.rule;
    log_->record(std::move(decision));
}

void planAs(Scheduler& scheduler, const View& view, std::vector<Placement>& placements, const std::string& prefix,
            DecisionLog* log) {
    if (log == nullptr) return scheduler.plan(view, placements, nullptr);
    PrefixedLog prefixed(prefix, log);
    scheduler.plan(view, placements, &prefixed);
}

}  // namespace loom
