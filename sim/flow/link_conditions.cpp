#include "sim/flow/link_conditions.h"

#include <algorithm>

namespace loom {

namespace {

constexpr double kLeastFactor = 1e-7;  // records hold millionths: what they call zero is less than half of one

}  // namespace

double LinkConditions::bandwidth(const Platform& platform, const LinkStatus& status) {
    return platform.link(status.link).bandwidth * std::max(status.bandwidthFactor, kLeastFactor);
}

void LinkConditions::set(NetworkModel& model, const LinkStatus& status, Time now) {
    const Platform& platform = model.network.platform();
    const double most = bandwidth(platform, status);
    model.network.setLink(status.link, most, status.latency < 0 ? platform.link(status.link).latency : status.latency);
    model.flows->setCapacity(ResourceId(status.link.value), status.up ? most : 0, now);
    if (status.up) down_.erase(status.link);
    else down_[status.link] = status.downSince;
}

LinkId LinkConditions::holdsBack(std::span<const Use> way, Time at) const {
    if (down_.empty()) return LinkId::none();
    for (const Use& use : way)
        if (const auto found = down_.find(LinkId(use.resource.value)); found != down_.end() && found->second <= at) return found->first;
    return LinkId::none();
}

}  // namespace loom
