// Who gets how much of one node's cores when tasks share them (model-spec.md section 2, `Cpu`): everybody the same, nobody
// more than the cores it asks for, and nothing is left over that somebody could use.
#pragma once

#include <cstdint>
#include <map>

#include "core/base/time.h"

namespace loom {

// Tasks are told apart by their width alone: the cores they ask for, or 0 for a task that computes on an accelerator and
// takes no share. Every call says when it is; time only moves forward.
class CoreShares {
public:
    // What somebody of one width who is here all the time has had so far. Differences of two such are an attempt's.
    struct Had {
        double coreSeconds = 0;  // of cores
        double work = 0;         // the same at the speed of the moment, in core-seconds of nominal speed; width 0: seconds
    };

    explicit CoreShares(std::uint32_t cores) : cores_(cores) {}

    void enter(std::uint32_t width, Time now);
    void leave(std::uint32_t width, Time now);
    // Begins the sums anew when nobody is left; what had() said before is void then.
    void forgetIfEmpty();
    // Of nominal speed.
    void setSpeed(double factor, Time now);

    // Zero for a width nobody has entered with.
    [[nodiscard]] Had had(std::uint32_t width, Time now);
    // Cores that somebody of this width gets at the moment, if such a task is here.
    [[nodiscard]] double share(std::uint32_t width) const;

private:
    struct Class {
        std::uint32_t count = 0;
        Had had;
    };
    void advance(Time now);
    void divide();

    double cores_;
    double level_ = 0;  // share of who gets less than it asks for
    double speed_ = 1;
    Time now_;
    std::map<std::uint32_t, Class> classes_;  // by width
};

}  // namespace loom
