// The judge: reads a finished trace and says what in it cannot have happened. It knows the graph, the platform and
// the semantics of contract 7.4, and nothing of how the engine works.
#pragma once

#include <string>
#include <vector>

#include "core/trace/run.h"

namespace loom {

struct Violation {
    std::size_t record = 0;  // index in the trace
    std::string rule;        // short name: "inputs", "slots", "memory", "dead node", "attempt", "bound", "order", ...
    std::string text;        // one sentence with names and times
};

// The first `limit` violations, empty when the trace is sound. Rules: times never decrease; a task begins only when
// every input is on its node and every predecessor committed; no node above its lanes, memory or accelerators; lanes
// are exclusive; nothing runs on or is sent by a node that is down; each attempt begins once and ends once; a transfer
// starts where the data is; where tasks share cores, an attempt commits when its shares add up to its work; a finished run
// committed every task; makespan at least both lower bounds (simulated runs). Of a run recorded as `tasks` the rules about data
// and transfers are left out; one recorded as `none` says nothing.
std::vector<Violation> checkTrace(const Run& run, std::size_t limit = 20);

}  // namespace loom
