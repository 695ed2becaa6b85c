// The picture of a platform: where its links lead. Routing does not need it; drawing and explaining do.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace loom {

// Vertices are the platform's nodes, by NodeId, followed by its switches and routers.
struct Topology {
    struct Vertex {
        std::string name;
        float x = 0, y = 0;  // suggested place in the unit square, y downwards
    };
    struct Ends {
        std::uint32_t from = 0, to = 0;  // vertices; the same one for a loopback, or where a link's place is not known
    };
    std::vector<Vertex> vertices;
    std::vector<Ends> ends;  // by LinkId
    [[nodiscard]] bool empty() const { return vertices.empty(); }
};

}  // namespace loom
