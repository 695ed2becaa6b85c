// The checker's rule where tasks share cores: an attempt commits exactly when its shares add up to its work. That says all
// of it: no node gives more than it has, nobody is faster than alone, and nothing is held back.
#include <algorithm>
#include <cmath>

#include "core/base/units.h"
#include "core/cost/estimator.h"
#include "core/trace/judge.h"

namespace loom {

void Judge::changeSpeed(const Record& record) {
    const double factor = record.a * 1e-6;
    if (factor > 0) leastSpeed_ = std::min(leastSpeed_, factor);
    shares_->setSpeed(record.node(), factor, record.time);
}

void Judge::checkShares(const Record& record) {
    const TaskId task = record.task();
    const CoreShares::Had had = shares_->end(task, record.time);
    if (record.kind != RecordKind::computeEnd) return;
    const std::uint32_t width = sharedWidth(graph_, task);
    const Time alone = trueComputeTime(graph_, platform_, task, record.node());
    const double asked = alone.seconds() * std::max(1u, width);
    // Ends are whole nanoseconds, speeds whole millionths, and what an attempt had is a difference of sums as old as the run.
    const double slack =
        1e-9 * std::max(1u, width) + 1e-9 * asked + 1e-14 * record.time.seconds() * platform_.node(record.node()).cores + (leastSpeed_ < 1 || spedUp_ ? 1e-6 / leastSpeed_ * asked : 0);
    if (had.work < asked - slack)
        return blame("shares", name(task) + " commits on " + name(record.node()) + " with " + formatNumber(had.work, 12) +
                                   " of " + formatNumber(asked, 12) + " core-seconds");
    // What else an accelerator needs is not in the records: it is set up for another kind of task first.
    if (width > 0 && had.work > asked + slack)
        blame("shares", name(task) + " commits on " + name(record.node()) + " after " + formatNumber(had.work, 12) +
                            " core-seconds, more than its " + formatNumber(asked, 12));
}

}  // namespace loom
