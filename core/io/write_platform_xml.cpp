#include <optional>
#include <span>
#include <vector>

#include "core/io/text_escape.h"
#include "core/io/unique_names.h"
#include "core/io/writers.h"

namespace loom {

namespace {

constexpr std::size_t kMostHosts = 10'000;         // every pair is looked at
constexpr std::size_t kMostRouteLinks = 1'000'000;  // named by all routes of a Full zone
constexpr const char* kOwnLoopback = "clusterloom_loopback";
constexpr const char* kAutomaticLoopback = "__loopback__";  // what reading such a file gives every host; not written back

// A star: route i -> j is up[i], perhaps the backbone, down[j].
struct Star {
    std::vector<LinkId> up, down;
    std::optional<LinkId> backbone;
    [[nodiscard]] bool fits(std::size_t from, std::size_t to, std::span<const LinkId> route) const {
        const std::size_t middle = backbone ? 1 : 0;
        return route.size() == 2 + middle && route.front() == up[from] && route.back() == down[to] &&
               (middle == 0 || route[1] == *backbone);
    }
};

class PlatformWriter {
public:
    explicit PlatformWriter(const Platform& platform)
        : platform_(platform),
          hosts_(uniqueNames(platform.nodeCount(), [&](std::size_t n) -> std::string_view { return platform.node(NodeId(n)).name; },
                             "node", xmlText)),
          links_(uniqueNames(platform.linkCount() + 1,
                             [&](std::size_t l) -> std::string_view {
                                 return l < platform.linkCount() ? platform.link(LinkId(l)).name : std::string_view(kOwnLoopback);
                             },
                             "link", xmlText)) {}

    Result<std::string> write() {
        const std::size_t n = platform_.nodeCount();
        if (n > kMostHosts)
            return failure("the platform has " + std::to_string(n) + " nodes; at most " + std::to_string(kMostHosts) +
                           " are written as SimGrid XML");
        if (Status plain = checkDistances(); !plain) return plain.error();
        const std::optional<Star> star = starOf();
        out_ = "<?xml version=\"1.0\"?>\n<!DOCTYPE platform SYSTEM \"https://simgrid.org/simgrid.dtd\">\n"
               "<platform version=\"4.1\">\n  <zone id=\"clusterloom\" routing=\"" +
               std::string(star ? "Cluster" : "Full") + "\">\n";
        for (std::size_t i = 0; i < n; ++i) host(i);
        for (std::size_t l = 0; l < platform_.linkCount(); ++l)
            if (!isAutomatic(LinkId(l)) && !(star && star->backbone == LinkId(l))) link(LinkId(l));
        const Status routed = star ? starRoutes(*star) : fullRoutes();
        if (!routed) return routed.error();
        return out_ + "  </zone>\n</platform>\n";
    }

private:
    [[nodiscard]] bool isAutomatic(LinkId link) const { return platform_.link(link).name == kAutomaticLoopback; }

    // Empty where there is none.
    std::span<const LinkId> route(std::size_t from, std::size_t to) {
        route_.clear();
        if (!platform_.route(NodeId(from), NodeId(to), route_)) route_.clear();
        return route_;
    }

    // Latencies no link stands for cannot be written.
    Status checkDistances() {
        for (std::size_t i = 0; i < platform_.nodeCount(); ++i) {
            const NodeId a(i), b((i + 1) % platform_.nodeCount());
            if (a == b || platform_.extraLatency(a, b) <= 0) continue;
            return failure("'" + platform_.node(a).name + "' and '" + platform_.node(b).name +
                           "' are apart by coordinates: SimGrid XML with explicit routes cannot say that");
        }
        return Done{};
    }

    std::optional<Star> starOf() {
        const std::size_t n = platform_.nodeCount();
        if (n < 3) return std::nullopt;
        Star star{std::vector<LinkId>(n), std::vector<LinkId>(n), {}};
        for (std::size_t i = 0; i < n; ++i) {
            const auto links = route(i, (i + 1) % n);
            if (links.size() < 2 || links.size() > 3) return std::nullopt;
            star.up[i] = links.front();
            star.down[(i + 1) % n] = links.back();
            if (i == 0 && links.size() == 3) star.backbone = links[1];
        }
        // A backbone has no sharing policy; SimGrid's is shared.
        if (star.backbone && platform_.link(*star.backbone).sharing != Sharing::shared) return std::nullopt;
        for (std::size_t from = 0; from < n; ++from)
            for (std::size_t to = 0; to < n; ++to)
                if (from != to && !star.fits(from, to, route(from, to))) return std::nullopt;
        return star;
    }

    void host(std::size_t index) {
        const NodeInfo& node = platform_.node(NodeId(index));
        out_ += "    <host id=\"" + hosts_[index] + "\" speed=\"" + finiteNumber(node.speed) + "f\" core=\"" +
                std::to_string(std::max(1u, node.cores)) + "\"";
        if (node.disks.empty()) {
            out_ += "/>\n";
            return;
        }
        out_ += ">\n";
        const auto disks = uniqueNames(node.disks.size(), [&](std::size_t d) -> std::string_view { return node.disks[d].name; },
                                       "disk", xmlText);
        for (std::size_t d = 0; d < node.disks.size(); ++d)
            out_ += "      <disk id=\"" + disks[d] + "\" read_bw=\"" + finiteNumber(node.disks[d].readBandwidth) +
                    "Bps\" write_bw=\"" + finiteNumber(node.disks[d].writeBandwidth) + "Bps\"/>\n";
        out_ += "    </host>\n";
    }

    void link(LinkId id) {
        const LinkInfo& info = platform_.link(id);
        line("link", links_[id.index()], info.bandwidth, info.latency,
             info.sharing == Sharing::shared ? " sharing_policy=\"SHARED\"" : " sharing_policy=\"FATPIPE\"");
    }
    void line(const char* element, const std::string& name, double bandwidth, double latency, const char* more) {
        out_ += std::string("    <") + element + " id=\"" + name + "\" bandwidth=\"" + finiteNumber(bandwidth) + "Bps\" latency=\"" +
                finiteNumber(latency) + "s\"" + more + "/>\n";
    }

    void writeRoute(std::size_t from, std::size_t to, std::span<const LinkId> links) {
        out_ += "    <route src=\"" + hosts_[from] + "\" dst=\"" + hosts_[to] + "\" symmetrical=\"NO\">";
        for (const LinkId l : links) out_ += "<link_ctn id=\"" + links_[l.index()] + "\"/>";
        out_ += "</route>\n";
    }

    Status starRoutes(const Star& star) {
        if (star.backbone) {
            const LinkInfo& backbone = platform_.link(*star.backbone);
            line("backbone", links_[star.backbone->index()], backbone.bandwidth, backbone.latency, "");
        }
        for (std::size_t i = 0; i < platform_.nodeCount(); ++i)
            out_ += "    <host_link id=\"" + hosts_[i] + "\" up=\"" + links_[star.up[i].index()] + "\" down=\"" +
                    links_[star.down[i].index()] + "\"/>\n";
        // Without a route of its own a host of a Cluster zone would reach itself by its cables.
        constexpr double kLoopbackBandwidth = 1e10;  // B/s, of SimGrid's own loopbacks
        bool written = false;
        for (std::size_t i = 0; i < platform_.nodeCount(); ++i) {
            const auto own = route(i, i);
            if (!own.empty() && !isAutomatic(own[0])) {
                writeRoute(i, i, own);
                continue;
            }
            const LinkId loopback(platform_.linkCount());  // the name behind those of the links
            if (!written) line("link", links_[loopback.index()], kLoopbackBandwidth, 0, " sharing_policy=\"FATPIPE\"");
            written = true;
            writeRoute(i, i, std::span(&loopback, 1));
        }
        return Done{};
    }

    Status fullRoutes() {
        std::size_t named = 0;
        for (std::size_t from = 0; from < platform_.nodeCount(); ++from) {
            for (std::size_t to = 0; to < platform_.nodeCount(); ++to) {
                route_.clear();
                const bool reached = platform_.route(NodeId(from), NodeId(to), route_);
                const std::span<const LinkId> links = route_;
                if (reached && links.empty() && from != to)
                    return failure("'" + platform_.node(NodeId(from)).name + "' reaches '" + platform_.node(NodeId(to)).name +
                                   "' over no link at all, which SimGrid XML cannot say");
                if (!reached || links.empty() || isAutomatic(links[0])) continue;
                named += links.size();
                if (named > kMostRouteLinks)
                    return failure("the platform's routes name more than " + std::to_string(kMostRouteLinks) +
                                   " links; it is too large for SimGrid XML with explicit routes (and no star)");
                writeRoute(from, to, links);
            }
        }
        return Done{};
    }

    const Platform& platform_;
    std::vector<std::string> hosts_, links_;  // escaped; behind the links the loopback of a star's hosts
    std::vector<LinkId> route_;
    std::string out_;
};

}  // namespace

Result<std::string> writePlatformXml(const Platform& platform) { return PlatformWriter(platform).write(); }

}  // namespace loom
