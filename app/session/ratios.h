// Several schedulers on one scenario under several seeds: who is how far from the best, and how sure that is.
#pragma once

#include <memory>
#include <vector>

#include <QString>

#include "core/base/progress.h"
#include "core/scenario/scenario.h"

namespace loom {

using FilePtr = std::shared_ptr<const ScenarioFile>;

struct RatioRow {
    QString scheduler;
    double meanMakespan = 0;              // s, over the seeds
    double meanRatio = 1, ratio95 = 0;    // makespan / best of the seed: mean and half its 95 % interval (Student's t)
    double worstRatio = 1;
    double meanRank = 1;
    std::size_t best = 0;                 // seeds in which nobody was better
    double toFirst = 0, toFirst95 = 0;    // (makespan - the first one's) / the first one's, paired: mean and half its interval
};

struct Ratios {
    FilePtr of;                   // the scenario measured
    std::vector<RatioRow> rows;   // in the order asked for
    std::size_t seeds = 0;        // compared: those every scheduler finished
    bool alike = true;            // every seed gave the same makespans: nothing in the scenario is drawn
    QString failure;              // one sentence when there is nothing to compare, or a scheduler failed
};
using RatiosPtr = std::shared_ptr<const Ratios>;

// Blocks; `progress` counts runs. After a cancel it tells what was done. One thread: the others are for the window and its run.
RatiosPtr measureRatios(const FilePtr& file, const std::vector<Spec>& schedulers, std::uint32_t seeds, Progress& progress);

}  // namespace loom
