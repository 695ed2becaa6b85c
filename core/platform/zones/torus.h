// Tori: a grid that wraps around in every dimension, routed dimension by dimension.
#pragma once

#include "core/platform/zones/cluster_links.h"

namespace loom {

// Sizes of the dimensions; the first varies fastest. An error where there are more than `most` hosts or cables.
Result<std::uint64_t> torusHosts(const std::vector<std::uint32_t>& dimensions, std::uint64_t most);

// `name` begins the names of the cables. Adds links over hosts that stand in the draft and places the hosts as a grid.
std::unique_ptr<const Zone> addTorus(PlatformDraft& draft, const ClusterHosts& hosts, const std::vector<std::uint32_t>& dimensions,
                                     const ClusterLinks& links, const std::string& name);

}  // namespace loom
