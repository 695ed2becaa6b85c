// Any bytes as a SimGrid platform: an error that says something, or a platform whose routes hold only links it has.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/io/simgrid_xml.h"

namespace {

void check(const loom::Platform& platform) {
    std::vector<loom::LinkId> links;
    for (std::size_t i = 0; i < platform.nodeCount() && i < 8; ++i)
        for (std::size_t j = 0; j < platform.nodeCount() && j < 8; ++j) {
            links.clear();
            if (!platform.route(loom::NodeId(i), loom::NodeId(j), links)) continue;
            for (const loom::LinkId link : links)
                if (link.index() >= platform.linkCount()) std::abort();
            if (!(platform.pathCost(loom::NodeId(i), loom::NodeId(j)).latency >= 0)) std::abort();
        }
    const loom::Topology& topology = platform.topology();
    if (topology.ends.size() != platform.linkCount()) std::abort();
    for (const loom::Topology::Ends& ends : topology.ends)
        if (ends.from >= topology.vertices.size() || ends.to >= topology.vertices.size()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    loom::SimgridLimits limits;
    limits.hosts = 2000;
    limits.links = 20000;
    limits.routeLinks = 20000;
    limits.profileBytes = 0;  // no file of the disk is touched
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    (void)loom::isSimgridPlatform(text);
    const loom::Result<loom::Platform> platform = loom::readSimgridPlatform(text, "", limits);
    if (platform.ok())
        check(*platform);
    else if (platform.error().cause.empty())
        std::abort();
    return 0;
}
