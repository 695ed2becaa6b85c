// How long jobs with release times waited: what batch schedulers are judged by.
#pragma once

#include <optional>

#include "core/trace/run.h"

namespace loom {

// Means over the committed tasks of a run, each task a job (model-spec A.5).
struct JobTimes {
    double wait = 0;             // s, from release to the start of the attempt that committed
    double response = 0;         // s, from release to its end
    double slowdown = 0;         // response / run time, over the jobs that ran for any time at all
    double boundedSlowdown = 0;  // max(1, response / max(run time, 10 s)) (Feitelson et al., JSSPP 1997)
};
// Nothing where no task states a release time, where none committed, or where the records of attempts were not kept.
std::optional<JobTimes> jobTimes(const Run& run);

}  // namespace loom
