// Worlds and traces written as text, so that a test of the trace reads like its subject.
#pragma once

#include <string>

#include "core/trace/run.h"

namespace loom::test {

// The world: one thing a line (or separated by ';'), '#' starts a comment.
//   node P1 [speed=1] [cores=1] [memory=0] [gpu=0]    flop/s, slots, bytes, accelerators of kind "gpu" (speed as the node);
//        [group=]                                     its rack
//   storage S                                         a node without cores that holds workflow inputs
//   task t1 10 [cores=1] [memory=0] [accelerator=gpu] [release=0] [kind=]   work in flop, release in s
//   task t1 14,16                                     seconds on each node in order
//   file d 18 t1 -> t2 t3                             written by t1, read by t2 and t3
//   file in 5 -> t1                                   a workflow input
//   edge t1 -> t3                                     a dependency without data
//   latency 0.5                                       s, of every link
// Every pair of nodes has a link of 1 B/s, without latency unless one is given.
//
// The trace: "TIME VERB ARGUMENTS", time in seconds.
//   initial DATA NODE | ready TASK | place TASK NODE | place TASK NODE:LANE | refuse TASK NODE | retry TASK REASON
//   begin TASK NODE:LANE [#ATTEMPT] | end TASK NODE:LANE [#ATTEMPT] | fail TASK NODE:LANE [#ATTEMPT]
//   send DATA FROM TO | arrive DATA FROM TO | break DATA FROM TO | gone DATA NODE
//   down NODE | up NODE | speed NODE FACTOR | over finished|failed|stuck|cancelled
// Reasons: crashed, error, lost.
//
// Throws std::invalid_argument naming the line: a test with a bad text fails.
Run runFromText(const std::string& world, const std::string& trace);

// Appends more lines to a run's trace.
void appendText(Run& run, const std::string& trace);

// One record, for tests that need a broken one.
Record recordFromText(const Run& run, const std::string& line);

}  // namespace loom::test
