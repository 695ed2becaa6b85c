#include "core/platform/zones/cluster_links.h"

namespace loom {

MemberRows addLoopbacks(PlatformDraft& draft, const ClusterHosts& hosts, const ClusterLinks& links) {
    const auto first = static_cast<std::uint32_t>(draft.linkCount());
    if (!links.loopback) return {first, false};
    for (std::size_t i = 0; i < hosts.count; ++i) {
        const VertexRef host = VertexRef::node(hosts.first + i);
        const PortInfo& port = *links.loopback;
        draft.addLink({hosts.linkName(i) + "_loopback", port.bandwidth, port.latency, Sharing::fatpipe}, host, host);
    }
    return {first, true};
}

MemberRows addLimiters(PlatformDraft& draft, const ClusterLinks& links, const std::vector<std::string>& names,
                       const std::vector<VertexRef>& places) {
    const auto first = static_cast<std::uint32_t>(draft.linkCount());
    if (links.limiter <= 0) return {first, false};
    for (std::size_t i = 0; i < names.size(); ++i)
        draft.addLink({names[i], links.limiter, 0, Sharing::shared}, places[i], places[i]);
    return {first, true};
}

}  // namespace loom
