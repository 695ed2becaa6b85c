// The parts of the platform reader share this: what was read so far, and how to say what is wrong. Zones, hosts and links
// are read first, routes when all of them are known, so that the order in a file does not matter.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/io/simgrid_units.h"
#include "core/io/simgrid_xml.h"
#include "core/io/xml_tree.h"
#include "core/platform/platform_draft.h"
#include "core/platform/zones/zone_tree.h"
#include "core/platform/zones/zones.h"

namespace loom::simgrid {

enum class Kind : std::uint8_t { full, floyd, dijkstra, star, vivaldi, empty, shape };

// A zone while it is read. Its points are numbered as they are declared.
struct ZoneDraft {
    std::string id;
    Kind kind = Kind::full;
    std::uint32_t points = 0;
    bool hasChildren = false;
    std::vector<XmlElement> routes;       // to read when everything is known
    std::vector<DeclaredRoute> declared;  // full, floyd, dijkstra
    std::vector<StarPoint> star;          // star, vivaldi
    std::vector<VivaldiPoint> places;     // vivaldi
    std::unique_ptr<const Zone> shape;    // regular clusters
    VertexRef hub;                        // where links of no better place are drawn
    PlatformDraft::Range range;           // its vertices and those of its children
    std::vector<VertexRef> own;           // its hosts and routers
    std::vector<std::uint32_t> children;
};

// A host or router: where it is, and its vertex.
struct PointDraft {
    std::uint32_t zone = 0, local = 0;
    VertexRef vertex;
    std::optional<VivaldiPlace> coordinates;
};

class Reader {
public:
    Reader(std::string where, const SimgridLimits& bounds) : folder(std::move(where)), limits(bounds) {}

    Result<Platform> read(const XmlTree& tree);

    // simgrid_zones.cpp
    Status readZone(const XmlElement& element, std::uint32_t parent);
    Status readMember(const XmlElement& element, std::uint32_t zone);
    Result<std::uint32_t> openZone(const XmlElement& element, std::uint32_t parent, Kind kind);
    void closeZone(std::uint32_t zone);  // places what it holds
    // simgrid_members.cpp
    Status readHost(const XmlElement& element, std::uint32_t zone);
    Status readRouter(const XmlElement& element, std::uint32_t zone);
    Status readLink(const XmlElement& element, std::uint32_t zone);
    Status readPeer(const XmlElement& element, std::uint32_t zone);
    Status readCabinet(const XmlElement& element, std::uint32_t zone, const std::vector<LinkId>& backbone);
    Status readHostLink(const XmlElement& element, std::uint32_t zone, const std::vector<LinkId>& backbone);
    Status addHost(const XmlElement& element, NodeInfo node, std::uint32_t zone);
    Status addPoint(const XmlElement& element, const std::string& name, std::uint32_t zone, VertexRef vertex);
    // simgrid_clusters.cpp
    Status readCluster(const XmlElement& element, std::uint32_t parent);
    Result<std::vector<std::uint32_t>> readRadical(const XmlElement& element) const;
    // simgrid_routes.cpp
    Status readRoutes(std::uint32_t zone);
    void connectVivaldi(std::uint32_t zone);
    std::unique_ptr<const Zone> makeRouting(std::uint32_t zone);
    // simgrid_profiles.cpp
    Result<Profile> readProfile(const XmlElement& element, const char* attribute);  // as the attribute may be
    Result<Profile> profileFile(const XmlElement& element, const char* attribute);  // as it stands in the file
    Status readTrace(const XmlElement& element);
    Status connectTrace(const XmlElement& element);

    // "element 'id': what is wrong" at the element's place.
    [[nodiscard]] static Error wrong(const XmlElement& element, const std::string& what);
    // A quantity; absent: `whenAbsent`, or an error if that is empty. Positive unless `mayBeZero`, never negative.
    Result<double> quantity(const XmlElement& element, const char* attribute, SimgridUnit unit, std::string_view whenAbsent,
                            bool mayBeZero = false);
    Result<std::uint32_t> whole(const XmlElement& element, const char* attribute, std::uint32_t whenAbsent, std::uint32_t low,
                                std::uint32_t high) const;
    Result<CableKind> cableKind(const XmlElement& element, const char* attribute, std::string_view whenAbsent) const;
    // The first entry of a list of speeds, or the one `pstate` names; positive. Others may be 0 (the power states of booting).
    Result<double> speed(const XmlElement& element);
    void warn(const std::string& sentence);
    // Registers a row of links by its name; an error if the name is taken.
    Status nameLink(const XmlElement& element, const std::string& name, LinkId row);
    // So many more hosts or rows of links still fit.
    Status checkRoom(const XmlElement& element, std::uint64_t hosts, std::uint64_t links) const;

    std::string folder;
    SimgridLimits limits;
    PlatformDraft draft;
    std::vector<ZoneDraft> zones;
    std::unique_ptr<ZoneTree> zoneTree = std::make_unique<ZoneTree>();
    std::map<std::string, PointDraft, std::less<>> points;
    std::map<std::string, std::uint32_t, std::less<>> zoneIds;
    std::map<std::string, LinkId, std::less<>> rows;
    std::map<std::string, Cable, std::less<>> splitLinks;
    std::map<std::string, Profile, std::less<>> traces;
    std::map<std::string, Profile, std::less<>> profileFiles;
    LinkId loopback;
    std::uint64_t routeLinks = 0, profileBytes = 0, floydWork = 0;
    std::uint32_t fatTreePosition = 0, fatTreeCable = 0, dragonflyCable = 0;  // SimGrid counts these over a whole file
    bool measuresDistances = false;

private:
    struct Ends;
    Result<std::vector<LinkId>> readLinks(const XmlElement& element, bool backwards);
    Result<Ends> readEnds(const XmlElement& element, std::uint32_t zone);
    Status declare(const XmlElement& element, std::uint32_t zone, const Ends& ends, std::vector<LinkId> links);
    Status readStarRoute(const XmlElement& element, std::uint32_t zone);
    Status readBypass(const XmlElement& element, std::uint32_t zone);
    void draw(const std::vector<LinkId>& links, VertexRef from, VertexRef to, VertexRef hub);

    std::vector<std::uint8_t> drawn_;                             // by link: how well its place is known
    std::set<std::pair<std::uint32_t, std::uint64_t>> declared_;  // zone and ends of routes
    Status readRoot(const XmlElement& root);
    std::vector<std::string> warnings_;
    std::set<std::string> warned_;
};

}  // namespace loom::simgrid
