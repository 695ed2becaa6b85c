// Fat trees: levels of switches over hosts (Zahavi, "D-Mod-K routing", 2010). Routes are computed; nothing is stored a pair.
#pragma once

#include "core/platform/zones/cluster_links.h"

namespace loom {

// From the hosts upwards, one entry a level (formats.md 8.4).
struct FatTreeShape {
    std::vector<std::uint32_t> children;  // of a switch of the level
    std::vector<std::uint32_t> parents;   // in this level, of a node of the level below
    std::vector<std::uint32_t> cables;    // between such a pair
    [[nodiscard]] std::size_t levels() const { return children.size(); }
};

// The number of members of every level, hosts first; an error where a level is empty or the tree has more than `most`
// hosts or cables.
Result<std::vector<std::uint64_t>> fatTreeSizes(const FatTreeShape& shape, std::uint64_t most);
// Reads SimGrid's "levels;children,...;parents,...;cables,...".
Result<FatTreeShape> parseFatTree(std::string_view text);

// Which of equally short ways up a flow takes.
enum class UpChoice : std::uint8_t {
    dModK,  // by the destination's number, as SimGrid does
    hash,   // ECMP: by a hash of both ends
};

struct FatTreeOptions {
    UpChoice choice = UpChoice::dModK;
    std::vector<PortInfo> levelCables = {};  // replaces the cluster's cable, one a level
    std::uint32_t firstPosition = 0;         // number of the first host (SimGrid counts over all trees of a file)
    std::uint32_t firstCable = 0;            // the same for the names of cables
};

// Adds switches and links over hosts that stand in the draft, and places all of them in levels.
std::unique_ptr<const Zone> addFatTree(PlatformDraft& draft, const ClusterHosts& hosts, const FatTreeShape& shape,
                                       const ClusterLinks& links, const FatTreeOptions& options);

}  // namespace loom
