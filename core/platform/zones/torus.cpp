#include "core/platform/zones/torus.h"

#include <algorithm>

#include "core/platform/zones/shape_text.h"

namespace loom {

namespace {

constexpr std::size_t kMostDimensions = 8;

// Cable host * dimensions + d leads from a host to the next one in dimension d.
class TorusZone final : public Zone {
public:
    TorusZone(std::vector<std::uint32_t> dimensions, CableRows cables, MemberRows loopbacks, MemberRows limiters)
        : dimensions_(std::move(dimensions)), cables_(cables), loopbacks_(loopbacks), limiters_(limiters) {}

    bool route(std::uint32_t from, std::uint32_t to, RouteWriter& writer, Gateways&) const override {
        if (from == to && loopbacks_.present) {
            loopbacks_.append(from, writer.links);
            return true;
        }
        std::uint32_t at = from, stride = 1;
        for (std::size_t d = 0; d < dimensions_.size(); stride *= dimensions_[d], ++d) {
            const std::uint32_t size = dimensions_[d];
            const std::uint32_t start = (from / stride) % size, goal = (to / stride) % size;
            const bool forward = leadsForward(start, goal, size);
            for (std::uint32_t here = start; here != goal;) {
                const std::uint32_t there = forward ? (here + 1) % size : (here + size - 1) % size;
                const std::uint32_t next = at - here * stride + there * stride;
                limiters_.append(at, writer.links);
                const std::size_t cable = std::size_t{forward ? at : next} * dimensions_.size() + d;
                writer.links.push_back(forward ? cables_.up(cable) : cables_.down(cable));
                at = next;
                here = there;
            }
        }
        limiters_.append(to, writer.links);
        return true;
    }

private:
    // The shorter way round; of two equally long ones the one SimGrid takes.
    static bool leadsForward(std::uint32_t start, std::uint32_t goal, std::uint32_t size) {
        if (goal > start && goal <= start + size / 2) return true;
        return start > size / 2 && (start + size / 2) % size >= goal;
    }

    std::vector<std::uint32_t> dimensions_;
    CableRows cables_;
    MemberRows loopbacks_, limiters_;
};

// The first two dimensions as a grid, further ones as grids side by side and below each other.
PlatformDraft::Spot spotOf(std::uint32_t host, const std::vector<std::uint32_t>& dimensions) {
    PlatformDraft::Spot spot{0, 0};
    float width = 1, height = 1;
    std::vector<std::uint32_t> digits;
    for (const std::uint32_t size : dimensions) {
        digits.push_back(host % size);
        host /= size;
    }
    for (std::size_t d = dimensions.size(); d-- > 0;) {
        float& length = d % 2 == 0 ? width : height;
        length /= static_cast<float>(dimensions[d]);
        (d % 2 == 0 ? spot.x : spot.y) += length * static_cast<float>(digits[d]);
    }
    return {spot.x + width / 2, spot.y + height / 2};
}

}  // namespace

Result<std::uint64_t> torusHosts(const std::vector<std::uint32_t>& dimensions, std::uint64_t most) {
    if (dimensions.empty() || dimensions.size() > kMostDimensions)
        return failure("a torus has 1 to " + std::to_string(kMostDimensions) + " dimensions");
    const std::optional<std::uint64_t> hosts = boundedProduct({dimensions.begin(), dimensions.end()}, most);
    if (!hosts) return failure("a torus has 1 to " + std::to_string(most) + " hosts");
    return *hosts;
}

std::unique_ptr<const Zone> addTorus(PlatformDraft& draft, const ClusterHosts& hosts, const std::vector<std::uint32_t>& dimensions,
                                     const ClusterLinks& links, const std::string& name) {
    const CableRows cables{static_cast<std::uint32_t>(draft.linkCount()), links.kind == CableKind::splitDuplex ? 2u : 1u};
    std::vector<std::string> limiters;
    std::vector<VertexRef> vertices;
    for (std::uint32_t host = 0; host < hosts.count; ++host) {
        draft.place(VertexRef::node(hosts.first + host), spotOf(host, dimensions));
        limiters.push_back(hosts.linkPrefix + std::to_string(host) + "_limiter");
        vertices.push_back(VertexRef::node(hosts.first + host));
        std::uint32_t stride = 1;
        for (const std::uint32_t size : dimensions) {
            const std::uint32_t here = (host / stride) % size;
            const std::uint32_t next = host - here * stride + (here + 1) % size * stride;
            draft.addCable(name + "_link_from_" + std::to_string(host) + "_to_" + std::to_string(next), links.cable, links.kind,
                           VertexRef::node(hosts.first + host), VertexRef::node(hosts.first + next));
            stride *= size;
        }
    }
    const MemberRows loopbacks = addLoopbacks(draft, hosts, links);
    return std::make_unique<TorusZone>(dimensions, cables, loopbacks, addLimiters(draft, links, limiters, vertices));
}

}  // namespace loom
