// A platform while it is put together: rows are added, vertices named and placed, then it is made.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/platform/platform.h"

namespace loom {

// What hangs on one port; a full-duplex cable is this twice.
struct PortInfo {
    double bandwidth = 0;  // B/s, each direction
    double latency = 0;    // s
};

enum class CableKind : std::uint8_t {
    splitDuplex,  // two rows, NAME_UP and NAME_DOWN
    shared,       // one row, both directions share it
    fatpipe,      // one row, every flow gets all of it
};

struct Cable {
    LinkId up, down;  // the same row unless split
};

// A node, or a switch or router, whose vertex number is known only when all nodes are.
class VertexRef {
public:
    VertexRef() = default;
    static VertexRef node(std::size_t index) { return VertexRef(static_cast<std::uint32_t>(index)); }
    static VertexRef junction(std::size_t index) { return VertexRef(static_cast<std::uint32_t>(index) | kJunction); }
    friend bool operator==(const VertexRef&, const VertexRef&) = default;
    [[nodiscard]] bool isNode() const { return (value_ & kJunction) == 0; }
    [[nodiscard]] std::uint32_t index() const { return value_ & ~kJunction; }
    [[nodiscard]] std::uint32_t vertex(std::size_t nodes) const {
        return isNode() ? value_ : static_cast<std::uint32_t>(nodes) + index();
    }

private:
    static constexpr std::uint32_t kJunction = 1u << 31;
    explicit VertexRef(std::uint32_t value) : value_(value) {}
    std::uint32_t value_ = 0;
};

class PlatformDraft {
public:
    struct Spot {
        float x = 0.5f, y = 0.5f;  // in the unit square
    };

    VertexRef addNode(NodeInfo node, Spot spot);
    // A switch, a router, or the hub of a zone.
    VertexRef addJunction(std::string name, Spot spot);
    LinkId addLink(LinkInfo link, VertexRef from, VertexRef to);
    Cable addCable(const std::string& name, PortInfo port, CableKind kind, VertexRef from, VertexRef to);

    [[nodiscard]] std::size_t nodeCount() const { return nodes_.size(); }
    [[nodiscard]] std::size_t junctionCount() const { return junctions_.size(); }
    [[nodiscard]] std::size_t linkCount() const { return links_.size(); }
    [[nodiscard]] NodeInfo& node(std::size_t index) { return nodes_[index]; }
    [[nodiscard]] LinkInfo& link(LinkId id) { return links_[id.index()]; }
    void place(VertexRef vertex, Spot spot);
    void setEnds(LinkId link, VertexRef from, VertexRef to) { ends_[link.index()] = {from, to}; }
    // What was added between two moments.
    struct Range {
        std::size_t firstNode = 0, firstJunction = 0, lastNode = 0, lastJunction = 0;
    };
    // Moves these vertices from the unit square into a part of it.
    void shrink(const Range& range, Spot corner, float width, float height);

    // Gives the columns away; call once.
    Result<Platform> finish(std::shared_ptr<const Router> router, NodeId storage, std::string description);

private:
    struct Ends {
        VertexRef from, to;
    };
    std::vector<NodeInfo> nodes_;
    std::vector<Spot> nodeSpots_;
    std::vector<Topology::Vertex> junctions_;
    std::vector<LinkInfo> links_;
    std::vector<Ends> ends_;
};

// Spots of `count` things side by side at a height, or around a circle.
PlatformDraft::Spot inRow(std::size_t index, std::size_t count, float y);
PlatformDraft::Spot onCircle(std::size_t index, std::size_t count, float radius = 0.42f);

}  // namespace loom
