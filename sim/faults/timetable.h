// When nodes fail, come back and slow down: a failure plan unrolled one event at a time.
#pragma once

#include <optional>
#include <vector>

#include "core/base/rng.h"
#include "core/platform/platform.h"
#include "core/scenario/failure_plan.h"

namespace loom {

// One change of a node. `factor` is of nominal speed and matters for `speed` only.
struct Fault {
    static constexpr std::uint32_t kFixed = 0xFFFFFFFFu;
    enum class Kind : std::uint8_t { down, up, speed };
    Time at;
    Kind kind = Kind::down;
    NodeId node;
    double factor = 1;
    std::uint32_t source = kFixed;  // the random process it was drawn from
};

// Names must exist on the platform (resolveScenario checks). Random failures are drawn from streams keyed by
// (seed, failure | repair, node), one draw a fault, so they do not depend on anything else in the run.
class Timetable {
public:
    Timetable(const FailurePlan& plan, const Platform& platform, std::uint64_t seed);

    // The faults known at the start: all fixed ones and the first of every random process.
    [[nodiscard]] const std::vector<Fault>& initial() const { return initial_; }
    // What follows a random fault, counted from its time; nullopt for fixed ones and for nodes that stay down.
    std::optional<Fault> following(const Fault& fault);

private:
    struct Source {
        double meanToFailure, meanToRepair;  // s
        RandomStream failures, repairs;
    };
    std::vector<Fault> initial_;
    std::vector<Source> sources_;
};

}  // namespace loom
