// What the regular zones share: how the cables of a cluster are made into rows of links, and how they are numbered.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/platform/platform_draft.h"
#include "core/platform/zones/zone.h"

namespace loom {

// The links that every host of a cluster has.
struct ClusterLinks {
    PortInfo cable;                    // every cable of the shape
    CableKind kind = CableKind::splitDuplex;
    std::optional<PortInfo> loopback;  // a fat pipe of each host to itself
    double limiter = 0;                // B/s each host (and switch) can pass in both directions together; 0 = no limit
};

// Cables numbered from 0 in the rows behind `first`.
struct CableRows {
    std::uint32_t first = 0;
    std::uint32_t rowsEach = 2;
    [[nodiscard]] LinkId up(std::size_t cable) const { return LinkId(first + cable * rowsEach); }
    [[nodiscard]] LinkId down(std::size_t cable) const { return LinkId(first + cable * rowsEach + (rowsEach - 1)); }
};

// One row a member, or no rows at all.
struct MemberRows {
    std::uint32_t first = 0;
    bool present = false;
    void append(std::size_t member, std::vector<LinkId>& out) const {
        if (present) out.emplace_back(first + member);
    }
};

// The hosts of a cluster in the draft: consecutive nodes.
struct ClusterHosts {
    std::uint32_t first = 0;  // NodeId
    std::uint32_t count = 0;
    // Name of a host's own links: "<cluster>_link_<number>".
    std::string linkPrefix = "link_";
    std::vector<std::uint32_t> numbers = {};  // by host; empty: 0, 1, ...
    [[nodiscard]] std::string linkName(std::size_t host) const {
        return linkPrefix + std::to_string(numbers.empty() ? host : numbers[host]);
    }
};

MemberRows addLoopbacks(PlatformDraft& draft, const ClusterHosts& hosts, const ClusterLinks& links);
// `names` of the limiters of the vertices in `places`.
MemberRows addLimiters(PlatformDraft& draft, const ClusterLinks& links, const std::vector<std::string>& names,
                       const std::vector<VertexRef>& places);

}  // namespace loom
