// What goes wrong, and when: fixed times and random failures of nodes. Pure data.
#pragma once

#include <string>
#include <vector>

#include "core/base/time.h"

namespace loom {

// `node` goes down at `at` and comes back at `at + repair`; never() = it stays down.
struct NodeCrash {
    std::string node;
    Time at;
    Time repair = Time::never();
    friend bool operator==(const NodeCrash&, const NodeCrash&) = default;
};

// Every matching node fails after exponential times of mean `meanTimeToFailure` of being up and comes back after
// exponential times of mean `meanTimeToRepair`. Streams are keyed by node, so nodes fail independently.
struct RandomFailures {
    std::string nodes = "*";       // a node's name, or * for every node with cores
    double meanTimeToFailure = 0;  // s
    double meanTimeToRepair = 0;   // s; 0 = stays down
    friend bool operator==(const RandomFailures&, const RandomFailures&) = default;
};

// A node computes `factor` times slower from `at` for `duration`: a straggler.
struct Slowdown {
    std::string node;
    Time at = Time::zero();
    Time duration = Time::never();
    double factor = 1;  // at least 1
    friend bool operator==(const Slowdown&, const Slowdown&) = default;
};

struct FailurePlan {
    std::vector<NodeCrash> crashes;
    std::vector<RandomFailures> random;
    std::vector<Slowdown> slowdowns;
    [[nodiscard]] bool empty() const { return crashes.empty() && random.empty() && slowdowns.empty(); }
    friend bool operator==(const FailurePlan&, const FailurePlan&) = default;
};

}  // namespace loom
