// What must hold of every static plan, whoever made it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/cost/estimator.h"
#include "core/schedule/scheduler.h"

namespace loom::test {

// Empty when the plan is sound, else the first thing that is wrong: a task placed twice or on a node that cannot run it, a
// finish that is not start + compute time, a start before the inputs are there, more slots taken than the node has, a
// runnable task missing, a child listed before its parent; or a node that runs its list in order (by start, then as
// listed), each task as soon as inputs and slots are there, would not start every task exactly when the plan says.
std::string faultOf(std::span<const Placement> plan, const Estimator& estimate);

// Every static scheduler of the registry, with each choice and switch of its parameters turned alone.
std::vector<std::string> staticForms();
// The same of every online scheduler.
std::vector<std::string> onlineForms();

// Seconds: the larger of total work spread over all slots at each task's best rate, and the longest path of best times.
double lowerBound(const Estimator& estimate);

}  // namespace loom::test
