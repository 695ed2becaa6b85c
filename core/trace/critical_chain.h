// Why a run took as long as it did: the chain of attempts from its last commit back to its start.
#pragma once

#include <cstdint>
#include <vector>

#include "core/trace/run.h"

namespace loom {

// What an attempt waited for last.
enum class ChainCause : std::uint8_t {
    start,  // nothing: the chain begins here
    input,  // an input, or the end of the task before it
    core,   // the lane it ran on
};

struct ChainStep {
    TaskId task;
    NodeId node;
    Time begin, end;
    ChainCause cause = ChainCause::start;
    Time gap;  // between the end of the step before and its own begin: transfer, queueing, repair
};

// From the first attempt to the last; each waited for the one before it. Where an input and the lane came free at the same
// time, the input counts. Empty when nothing was committed. Of a run without transfers recorded, inputs count from the commit.
std::vector<ChainStep> criticalChain(const Run& run);

}  // namespace loom
