// A network model's links as a trace says they are: cut, throttled or slower than they were built.
#pragma once

#include <map>
#include <span>

#include "core/trace/link_status.h"
#include "sim/flow/network.h"

namespace loom {

class LinkConditions {
public:
    // From now on the link is like this.
    void set(NetworkModel& model, const LinkStatus& status, Time now);
    // A link of the way that is down and was already at `at`, when the transfer had started up: it waits with all it has
    // to send and hinders nobody. none(): it flows, or stands still where it was cut off.
    [[nodiscard]] LinkId holdsBack(std::span<const Use> way, Time at) const;

    // What the link carries at most, in B/s.
    [[nodiscard]] static double bandwidth(const Platform& platform, const LinkStatus& status);

private:
    std::map<LinkId, Time> down_;  // since when
};

}  // namespace loom
