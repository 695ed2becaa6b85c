// What goes wrong, and when: fixed times and random failures of nodes and links. Pure data.
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

// One direction of a link is cut at `at` and heals at `at + repair`; never() = it stays cut.
struct LinkCut {
    std::string link;
    Time at;
    Time repair = Time::never();
    friend bool operator==(const LinkCut&, const LinkCut&) = default;
};

// As RandomFailures, of links.
struct RandomCuts {
    std::string links = "*";       // a link's name, or * for every link
    double meanTimeToFailure = 0;  // s
    double meanTimeToRepair = 0;   // s; 0 = stays cut
    friend bool operator==(const RandomCuts&, const RandomCuts&) = default;
};

struct FailurePlan {
    std::vector<NodeCrash> crashes;
    std::vector<RandomFailures> random;
    std::vector<Slowdown> slowdowns;
    std::vector<LinkCut> cuts;
    std::vector<RandomCuts> randomCuts;
    // How long a transfer stands still on a cut link before it fails and is asked for again (model-spec.md 10.5). Where the
    // link never heals the run then fails.
    double stallTimeout = 60;  // s
    [[nodiscard]] bool empty() const {
        return crashes.empty() && random.empty() && slowdowns.empty() && cuts.empty() && randomCuts.empty();
    }
    friend bool operator==(const FailurePlan&, const FailurePlan&) = default;
};

}  // namespace loom
