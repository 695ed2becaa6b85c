#include "core/platform/check_profile.h"

#include <algorithm>
#include <cmath>

namespace loom {

namespace {

Status checkProfile(const Profile& profile, const std::string& which) {
    if (profile.empty()) return Done{};
    if (profile.points.size() > kMostProfilePoints)
        return failure(which + " has more than " + std::to_string(kMostProfilePoints) + " points");
    double before = 0;
    for (const Profile::Point& point : profile.points) {
        if (!std::isfinite(point.time) || point.time < before) return failure("the times of " + which + " must be finite and not go back");
        if (!std::isfinite(point.value) || point.value < 0) return failure("the values of " + which + " must be finite and not negative");
        before = point.time;
    }
    if (!std::isfinite(profile.loopAfter)) return failure("the repetition of " + which + " must be finite");
    if (profile.loopAfter >= 0 && before + profile.loopAfter <= 0) return failure(which + " repeats without time passing");
    return Done{};
}

bool isZero(const Profile::Point& point) { return point.value == 0; }

}  // namespace

Status checkProfiles(const NodeInfo& node, const std::string& who) {
    const Profile& speed = node.speedProfile;
    if (Status s = checkProfile(speed, "the speed profile of " + who); !s) return s;
    if (Status s = checkProfile(node.stateProfile, "the state profile of " + who); !s) return s;
    if (speed.empty()) return Done{};
    const bool staysZero = speed.loopAfter >= 0 ? std::all_of(speed.points.begin(), speed.points.end(), isZero) : isZero(speed.points.back());
    if (staysZero) return failure("the speed profile of " + who + " ends at 0; a node that is off for good needs a state profile");
    return Done{};
}

Status checkProfiles(const LinkInfo& link, const std::string& who) {
    const Profile& bandwidth = link.bandwidthProfile;
    if (Status s = checkProfile(bandwidth, "the bandwidth profile of " + who); !s) return s;
    if (Status s = checkProfile(link.latencyProfile, "the latency profile of " + who); !s) return s;
    if (Status s = checkProfile(link.stateProfile, "the state profile of " + who); !s) return s;
    if (std::any_of(bandwidth.points.begin(), bandwidth.points.end(), isZero))
        return failure("the bandwidth profile of " + who + " holds 0; a link that is off needs a state profile");
    return Done{};
}

}  // namespace loom
