// The machines: nodes and links as columns of capacities, and routes between nodes.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/spec.h"
#include "core/platform/profile.h"
#include "core/platform/topology.h"

namespace loom {

struct AcceleratorInfo {
    std::string kind;         // "gpu"
    std::uint32_t count = 1;  // devices on the node
    double speed = 0;         // flop/s of one device
    double bandwidth = 0;     // B/s between the node and one device; 0 = copies of what a task reads and writes are free
    double setup = 0;         // s a device needs before it runs another kind of task than its last
    friend bool operator==(const AcceleratorInfo&, const AcceleratorInfo&) = default;
};

// What a node keeps data on. Reads and writes are separate capacities.
struct DiskInfo {
    std::string name;
    double readBandwidth = 0;   // B/s, positive
    double writeBandwidth = 0;  // B/s, positive
    double penalty = 0;         // kappa: n accesses at once get capacity / (1 + kappa (n - 1)) together
    friend bool operator==(const DiskInfo&, const DiskInfo&) = default;
};

struct NodeInfo {
    std::string name;         // unique
    double speed = 1e9;       // flop/s of one core
    std::uint32_t cores = 1;  // 0 only for the storage node
    double memory = 0;        // bytes; 0 = unlimited
    std::vector<AcceleratorInfo> accelerators = {};
    std::string group = {};   // rack, zone or region for drawing; may be empty
    std::vector<DiskInfo> disks = {};  // the first one holds the node's data
    Profile speedProfile = {};         // factor of `speed`
    Profile stateProfile = {};         // 0 = off, else on
};

enum class Sharing : std::uint8_t { shared, fatpipe };  // fatpipe: every flow gets the full bandwidth

// One direction of a link; a full-duplex cable is two rows.
struct LinkInfo {
    std::string name;
    double bandwidth = 0;  // B/s, positive
    double latency = 0;    // s
    Sharing sharing = Sharing::shared;
    Profile bandwidthProfile = {};  // B/s
    Profile latencyProfile = {};    // s
    Profile stateProfile = {};      // 0 = off, else on
};

struct PathCost {
    double latency = 0;    // s, sum along the path
    double bandwidth = 0;  // B/s, smallest along the path; infinite without links
    bool reachable = true;
};

// Finds the links between two nodes. Immutable and thread-safe.
class Router {
public:
    virtual ~Router() = default;
    // Appends the links from `from` to `to` in order; for a node to itself its loopback, nothing if it has none (a copy
    // on one node then costs nothing). False: no route.
    virtual bool route(NodeId from, NodeId to, std::vector<LinkId>& out) const = 0;
    // s on top of the links' latencies, of distances that no link stands for (Vivaldi coordinates).
    [[nodiscard]] virtual double extraLatency(NodeId, NodeId) const { return 0; }
};

// Immutable once built, shared by any number of threads.
class Platform {
public:
    // Takes the columns; `storage` may be none(). `router` answers only with links of `links`. Refuses duplicate node names, speeds or bandwidths that are not
    // positive and finite, and a platform without a node that has cores.
    static Result<Platform> make(std::vector<NodeInfo> nodes, std::vector<LinkInfo> links,
                                 std::shared_ptr<const Router> router, NodeId storage, std::string description);

    // Builders say where the links lead; a platform without it (empty) is drawn from its routes.
    void setTopology(Topology topology) { topology_ = std::move(topology); }
    [[nodiscard]] const Topology& topology() const { return topology_; }
    // What a reader assumed or left out, a sentence each.
    void setWarnings(std::vector<std::string> warnings) { warnings_ = std::move(warnings); }
    [[nodiscard]] const std::vector<std::string>& warnings() const { return warnings_; }

    // Lets tasks share the cores: each core takes the demands of `degree` cores at once, so that a node has cores x degree
    // lanes. 1, as built: lanes are slots, and a task has its cores to itself. Refuses more lanes than a platform can have.
    Status shareCores(std::uint32_t degree);
    [[nodiscard]] bool sharesCores() const { return degree_ > 1; }
    // How many cores' worth of tasks a node takes at once.
    [[nodiscard]] std::uint32_t lanes(NodeId id) const { return nodes_[id.index()].cores * degree_; }

    // Gives a link, which must exist, profiles after it was built; refuses what make() refuses of them.
    Status setProfiles(LinkId link, Profile bandwidth, Profile latency, Profile state);

    [[nodiscard]] std::size_t nodeCount() const { return nodes_.size(); }
    [[nodiscard]] std::size_t linkCount() const { return links_.size(); }
    [[nodiscard]] const NodeInfo& node(NodeId id) const { return nodes_[id.index()]; }
    [[nodiscard]] const LinkInfo& link(LinkId id) const { return links_[id.index()]; }
    [[nodiscard]] NodeId storage() const { return storage_; }  // holds workflow inputs; none() = they are everywhere
    [[nodiscard]] bool computes(NodeId id) const { return nodes_[id.index()].cores > 0; }
    [[nodiscard]] std::uint32_t totalCores() const { return totalCores_; }
    [[nodiscard]] NodeId find(std::string_view name) const;    // none() if there is none
    [[nodiscard]] const std::string& description() const { return description_; }

    bool route(NodeId from, NodeId to, std::vector<LinkId>& out) const { return router_->route(from, to, out); }
    [[nodiscard]] double extraLatency(NodeId from, NodeId to) const { return router_->extraLatency(from, to); }
    // Latency and bottleneck of the route alone; of a node to itself, of its loopback.
    [[nodiscard]] PathCost pathCost(NodeId from, NodeId to) const;

private:
    Platform() = default;

    std::vector<NodeInfo> nodes_;
    std::vector<NodeId> byName_;  // sorted by name
    std::vector<LinkInfo> links_;
    std::shared_ptr<const Router> router_;
    NodeId storage_;
    Topology topology_;
    std::vector<std::string> warnings_;
    std::uint32_t totalCores_ = 0;
    std::uint32_t degree_ = 1;
    std::string description_;
};

// The registry of builders: star, two-tier, full. Text form `star[nodes=16,bandwidth=10Gbps,...]`.
const std::vector<RegistryEntry>& platformRegistry();
// `seed` feeds heterogeneous speeds. Errors name the parameter.
Result<Platform> buildPlatform(const Spec& spec, std::uint64_t seed);

// Every ordered pair has a private link. `bandwidth` and `latency` are row-major n x n; the diagonal is ignored;
// a zero bandwidth off the diagonal means no route.
Result<Platform> fullPlatform(std::vector<NodeInfo> nodes, const std::vector<double>& bandwidth,
                              const std::vector<double>& latency, NodeId storage);

}  // namespace loom
