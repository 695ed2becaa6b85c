// Where two schedulers part ways.
#pragma once

#include <cstddef>
#include <optional>

#include "core/schedule/scheduler.h"
#include "sim/session.h"

namespace loom {

// The first decision in which two sequences differ. A side that had no further decision is empty.
struct Divergence {
    std::size_t step = 0;  // decisions before it, the same in both: same tasks, same nodes, same order
    std::optional<Decision> a, b;
};

// Runs (or plans) both, then again up to the difference to learn what was compared there. nullopt when both decide alike to the
// end. Both scenarios must have the same tasks and nodes. Deterministic; an Error when one cannot begin.
Result<std::optional<Divergence>> firstDivergence(const ScenarioPtr& a, const ScenarioPtr& b, RunControl& control);

}  // namespace loom
