// A recorded run as a run: what is drawn, measured and compared like any other, on the machines the file names.
#pragma once

#include "core/trace/recorded_run.h"
#include "core/trace/run.h"

namespace loom {

// Whether enough is known of it to be drawn: when some task started and finished.
bool hasTimes(const RecordedRun& recorded);

// A real run of the scenario's tasks: every one whose start and finish are stated, on its machine or on one of no name, on
// the lowest lanes that were free. A machine has the cores the file states, or more where more were busy at once. Nothing
// is known of transfers. Finished when all tasks have times, else cancelled. Requires hasTimes and columns that fit the graph.
Result<RunPtr> recordedTrace(const Scenario& scenario, const RecordedRun& recorded);

}  // namespace loom
