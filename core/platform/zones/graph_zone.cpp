// Shortest paths over declared routes. Ties are broken as SimGrid 3.32 breaks them, because simulated times are compared
// with its: Dijkstra settles the earliest declared of equally near points first, Floyd tries intermediate points in order.
#include <algorithm>
#include <limits>
#include <memory>
#include <mutex>
#include <queue>
#include <shared_mutex>

#include "core/platform/zones/zones.h"

namespace loom {

namespace {

constexpr std::uint32_t kNone = 0xffffffff;
constexpr std::uint32_t kMostCached = 4u << 20;  // entries of all trees of a zone, 16 MB
constexpr double kFar = std::numeric_limits<double>::infinity();

using Tree = std::vector<std::uint32_t>;  // of every point: the last edge on the way from one source

// Declared routes by the point they start at.
class Edges {
public:
    Edges(std::uint32_t points, std::vector<DeclaredRoute> routes, const std::vector<double>& weights) : begin_(points + 1, 0) {
        for (const DeclaredRoute& route : routes) ++begin_[route.from + 1];
        for (std::size_t i = 1; i < begin_.size(); ++i) begin_[i] += begin_[i - 1];
        std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
        routes_.resize(routes.size());
        weights_.resize(routes.size());
        for (std::size_t i = 0; i < routes.size(); ++i) {
            const std::uint32_t slot = next[routes[i].from]++;
            weights_[slot] = weights.empty() ? static_cast<double>(routes[i].links.size()) : weights[i];
            routes_[slot] = std::move(routes[i]);
        }
    }
    [[nodiscard]] std::uint32_t begin(std::uint32_t point) const { return begin_[point]; }
    [[nodiscard]] std::uint32_t end(std::uint32_t point) const { return begin_[point + 1]; }
    [[nodiscard]] const DeclaredRoute& route(std::uint32_t edge) const { return routes_[edge]; }
    [[nodiscard]] double weight(std::uint32_t edge) const { return weights_[edge]; }
    // The route declared from a point to itself, or nullptr.
    [[nodiscard]] const DeclaredRoute* loop(std::uint32_t point) const {
        for (std::uint32_t edge = begin(point); edge < end(point); ++edge)
            if (routes_[edge].to == point) return &routes_[edge];
        return nullptr;
    }

private:
    std::vector<std::uint32_t> begin_;
    std::vector<DeclaredRoute> routes_;
    std::vector<double> weights_;
};

// The order in which routes first name points.
std::vector<std::uint32_t> orderOfMention(std::uint32_t points, const std::vector<DeclaredRoute>& routes) {
    std::vector<std::uint32_t> order(points, kNone);
    std::uint32_t next = 0;
    for (const DeclaredRoute& route : routes)
        for (const std::uint32_t point : {route.from, route.to})
            if (order[point] == kNone) order[point] = next++;
    return order;
}

// Shortest-path trees, the newest ones kept. Any thread may ask.
class DijkstraTrees {
public:
    DijkstraTrees(std::uint32_t points, std::vector<std::uint32_t> order, std::uint32_t kept)
        : order_(std::move(order)), slots_(std::clamp(kMostCached / std::max(points, 1u), 1u, std::max(kept, 1u))), slotOf_(points, kNone) {}

    std::shared_ptr<const Tree> tree(const Edges& edges, std::uint32_t source) const {
        {
            const std::shared_lock lock(mutex_);
            if (slotOf_[source] != kNone) return slots_[slotOf_[source]].tree;
        }
        auto fresh = std::make_shared<const Tree>(search(edges, source));
        const std::unique_lock lock(mutex_);
        if (slotOf_[source] != kNone) return slots_[slotOf_[source]].tree;  // another thread was faster
        Slot& slot = slots_[oldest_];
        if (slot.tree != nullptr) slotOf_[slot.source] = kNone;
        slot = Slot{fresh, source};
        slotOf_[source] = oldest_;
        oldest_ = (oldest_ + 1) % static_cast<std::uint32_t>(slots_.size());
        return fresh;
    }

private:
    struct Slot {
        std::shared_ptr<const Tree> tree;
        std::uint32_t source = 0;
    };
    struct Entry {
        double cost;
        std::uint32_t order, point;
        bool operator>(const Entry& other) const {
            return cost != other.cost ? cost > other.cost : order > other.order;
        }
    };

    Tree search(const Edges& edges, std::uint32_t source) const {
        Tree before(order_.size(), kNone);
        std::vector<double> cost(order_.size(), kFar);
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
        cost[source] = 0;
        queue.push({0, order_[source], source});
        while (!queue.empty()) {
            const Entry next = queue.top();
            queue.pop();
            if (next.cost > cost[next.point]) continue;
            for (std::uint32_t edge = edges.begin(next.point); edge < edges.end(next.point); ++edge) {
                const std::uint32_t to = edges.route(edge).to;
                const double through = next.cost + edges.weight(edge);
                if (through >= cost[to]) continue;
                cost[to] = through;
                before[to] = edge;
                queue.push({through, order_[to], to});
            }
        }
        return before;
    }

    std::vector<std::uint32_t> order_;
    mutable std::shared_mutex mutex_;
    mutable std::vector<Slot> slots_;
    mutable std::vector<std::uint32_t> slotOf_;  // by source
    mutable std::uint32_t oldest_ = 0;
};

// The last edges of all pairs, row by source.
Tree floydTable(std::uint32_t points, const Edges& edges) {
    const std::size_t n = points;
    Tree before(n * n, kNone);
    std::vector<double> cost(n * n, kFar);
    for (std::uint32_t from = 0; from < points; ++from)
        for (std::uint32_t edge = edges.begin(from); edge < edges.end(from); ++edge) {
            cost[from * n + edges.route(edge).to] = edges.weight(edge);
            before[from * n + edges.route(edge).to] = edge;
        }
    for (std::size_t via = 0; via < n; ++via)
        for (std::size_t a = 0; a < n; ++a) {
            const double first = cost[a * n + via];
            if (first == kFar) continue;
            for (std::size_t b = 0; b < n; ++b) {
                const double through = first + cost[via * n + b];
                if (through >= cost[a * n + b]) continue;
                cost[a * n + b] = through;
                before[a * n + b] = before[via * n + b];
            }
        }
    return before;
}

class GraphZone final : public Zone {
public:
    GraphZone(std::uint32_t points, std::vector<DeclaredRoute> routes, LinkId loopback, const GraphOptions& options)
        : points_(points),
          loopback_(loopback),
          trees_(points, orderOfMention(points, routes), options.trees),
          edges_(points, std::move(routes), options.weights) {
        if (options.search == GraphSearch::floyd) floyd_ = floydTable(points, edges_);
    }

    bool route(std::uint32_t from, std::uint32_t to, RouteWriter& writer, Gateways& gateways) const override {
        if (from == to) {
            const DeclaredRoute* own = edges_.loop(from);
            if (own != nullptr) writer.links.insert(writer.links.end(), own->links.begin(), own->links.end());
            if (own == nullptr && loopback_.valid()) writer.links.push_back(loopback_);
            return true;
        }
        if (!floyd_.empty()) return follow(&floyd_[std::size_t{from} * points_], from, to, writer, gateways);
        const std::shared_ptr<const Tree> tree = trees_.tree(edges_, from);
        return follow(tree->data(), from, to, writer, gateways);
    }

private:
    bool follow(const std::uint32_t* before, std::uint32_t from, std::uint32_t to, RouteWriter& writer,
                Gateways& gateways) const {
        std::vector<const DeclaredRoute*> hops;
        for (std::uint32_t at = to; at != from; at = hops.back()->from) {
            if (before[at] == kNone) return false;
            hops.push_back(&edges_.route(before[at]));
        }
        gateways = {hops.back()->gateways.from, hops.front()->gateways.to};
        Point entered = kNoPoint;
        for (std::size_t i = hops.size(); i-- > 0;) {
            const DeclaredRoute& hop = *hops[i];
            // Between two hops the way leads through a child zone, from the gateway it entered by to the next one.
            const bool crosses = entered != kNoPoint && entered != hop.gateways.from;
            if (crosses && !writer.connect(entered, hop.gateways.from)) return false;
            writer.links.insert(writer.links.end(), hop.links.begin(), hop.links.end());
            entered = hop.gateways.to;
        }
        return true;
    }

    std::uint32_t points_;
    LinkId loopback_;
    DijkstraTrees trees_;
    Edges edges_;
    Tree floyd_;  // empty: Dijkstra
};

}  // namespace

std::unique_ptr<const Zone> graphZone(std::uint32_t points, std::vector<DeclaredRoute> routes, LinkId loopback,
                                      GraphOptions options) {
    return std::make_unique<GraphZone>(points, std::move(routes), loopback, options);
}

}  // namespace loom
