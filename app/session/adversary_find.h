// The search for the instance on which one scheduler does worst against another, and what it has found.
#pragma once

#include <functional>
#include <memory>

#include <QString>

#include "core/base/progress.h"
#include "core/trace/run.h"

namespace loom {

struct AdversaryOrder {
    Spec loser, winner;                // makespan(loser) / makespan(winner) is to grow
    std::uint64_t evaluations = 2000;  // instances tried
    std::uint64_t seed = 1;
};

// The worst instance so far.
struct AdversaryFind {
    std::shared_ptr<const ScenarioFile> instance;  // under the loser
    double ratio = 1;
    std::uint64_t evaluation = 0;  // at which it was found; in the last find of a search: how many were tried
    QString change;                // what made the ratio rise, in English as the search says it
    RunPtr loser, winner;          // the instance under both
};
using AdversaryFindPtr = std::shared_ptr<const AdversaryFind>;

// Blocks; `progress` counts instances. Tells `rise` whenever the ratio rose. A cancel ends with the best so far, null when
// nothing was evaluated. Same order, same answer.
Result<AdversaryFindPtr> findWorst(const AdversaryOrder& order, Progress& progress,
                                   const std::function<void(const AdversaryFindPtr&)>& rise);

}  // namespace loom
