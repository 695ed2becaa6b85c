// Platforms of nodes, routers and cables between them, routed over the shortest way by latency.
#pragma once

#include <string>
#include <vector>

#include "core/platform/platform_draft.h"
#include "core/platform/zones/zones.h"

namespace loom {

// All nodes are added before the first router, so that a point's number is its vertex.
class GraphDraft {
public:
    std::uint32_t addNode(NodeInfo node, PlatformDraft::Spot spot);
    std::uint32_t addRouter(const std::string& name, PlatformDraft::Spot spot);
    // A full-duplex cable; `back` where it is not the same as `there`.
    void connect(const std::string& name, std::uint32_t from, std::uint32_t to, PortInfo there);
    void connect(const std::string& name, std::uint32_t from, std::uint32_t to, PortInfo there, PortInfo back);
    Result<Platform> finish(NodeId storage, std::string description);

private:
    [[nodiscard]] VertexRef vertex(std::uint32_t point) const;
    PlatformDraft draft_;
    std::vector<DeclaredRoute> routes_;
    std::vector<double> weights_;
};

}  // namespace loom
