#include "core/platform/zones/dragonfly.h"

#include <algorithm>

#include "core/platform/zones/shape_text.h"

namespace loom {

namespace {

// Index of the pair i < j among all pairs of n.
std::uint32_t pairIndex(std::uint32_t i, std::uint32_t j, std::uint32_t n) { return i * (2 * n - i - 1) / 2 + (j - i - 1); }
std::uint32_t pairs(std::uint32_t n) { return n * (n - 1) / 2; }

// Cables in the order SimGrid makes them: to hosts, within chassis, between chassis, between groups.
struct CableNumbers {
    explicit CableNumbers(const DragonflyShape& s)
        : shape(s),
          firstInChassis(s.allRouters() * s.hosts),
          firstInGroup(firstInChassis + s.groups * s.chassis * pairs(s.routers)),
          firstBetween(firstInGroup + s.groups * pairs(s.chassis) * s.routers),
          count(firstBetween + pairs(s.groups)) {}
    [[nodiscard]] std::uint32_t inChassis(std::uint32_t chassis, std::uint32_t i, std::uint32_t j) const {
        return firstInChassis + chassis * pairs(shape.routers) + pairIndex(i, j, shape.routers);
    }
    [[nodiscard]] std::uint32_t inGroup(std::uint32_t group, std::uint32_t i, std::uint32_t j, std::uint32_t router) const {
        return firstInGroup + (group * pairs(shape.chassis) + pairIndex(i, j, shape.chassis)) * shape.routers + router;
    }
    [[nodiscard]] std::uint32_t between(std::uint32_t i, std::uint32_t j) const {
        return firstBetween + pairIndex(i, j, shape.groups);
    }
    DragonflyShape shape;
    std::uint32_t firstInChassis, firstInGroup, firstBetween, count;
};

struct Router3 {
    std::uint32_t group = 0, chassis = 0, router = 0;
    friend bool operator==(const Router3&, const Router3&) = default;
};

class DragonflyZone final : public Zone {
public:
    DragonflyZone(const DragonflyShape& shape, CableRows cables, MemberRows loopbacks, MemberRows limiters, bool detour)
        : numbers_(shape), cables_(cables), loopbacks_(loopbacks), limiters_(limiters), detour_(detour) {}

    bool route(std::uint32_t from, std::uint32_t to, RouteWriter& writer, Gateways&) const override {
        std::vector<LinkId>& out = writer.links;
        if (from == to && loopbacks_.present) {
            loopbacks_.append(from, out);
            return true;
        }
        Router3 at = routerOf(from);
        const Router3 goal = routerOf(to);
        limiters_.append(from, out);
        out.push_back(cables_.up(from));
        if (at.group != goal.group) {
            goInChassis(at, goal.group, out);
            if (at.chassis != 0) goInGroup(at, 0, out);
            pushEither(numbers_.between(std::min(at.group, goal.group), std::max(at.group, goal.group)), at.group < goal.group,
                       out);
            limit(at, out);
            at = {goal.group, 0, at.group};
        }
        if (detour_ && at.router != goal.router) {
            goInChassis(at, goal.router, out);
            at.chassis = 0;
        }
        goInChassis(at, goal.router, out);
        if (at.chassis != goal.chassis) goInGroup(at, goal.chassis, out);
        limit(goal, out);
        out.push_back(cables_.down(to));
        limiters_.append(to, out);
        return true;
    }

private:
    [[nodiscard]] Router3 routerOf(std::uint32_t host) const {
        const DragonflyShape& shape = numbers_.shape;
        const std::uint32_t router = host / shape.hosts;
        return {router / shape.groupRouters(), router % shape.groupRouters() / shape.routers, router % shape.routers};
    }
    void limit(const Router3& at, std::vector<LinkId>& out) const {
        const DragonflyShape& shape = numbers_.shape;
        const std::uint32_t router = at.group * shape.groupRouters() + at.chassis * shape.routers + at.router;
        limiters_.append(std::size_t{shape.allRouters()} * shape.hosts + router, out);
    }
    void pushEither(std::uint32_t cable, bool up, std::vector<LinkId>& out) const {
        out.push_back(up ? cables_.up(cable) : cables_.down(cable));
    }
    void goInChassis(Router3& at, std::uint32_t router, std::vector<LinkId>& out) const {
        if (at.router == router) return;
        limit(at, out);
        const std::uint32_t chassis = at.group * numbers_.shape.chassis + at.chassis;
        pushEither(numbers_.inChassis(chassis, std::min(at.router, router), std::max(at.router, router)), at.router < router, out);
        at.router = router;
    }
    void goInGroup(Router3& at, std::uint32_t chassis, std::vector<LinkId>& out) const {
        limit(at, out);
        const std::uint32_t cable =
            numbers_.inGroup(at.group, std::min(at.chassis, chassis), std::max(at.chassis, chassis), at.router);
        pushEither(cable, at.chassis < chassis, out);
        at.chassis = chassis;
    }

    CableNumbers numbers_;
    CableRows cables_;
    MemberRows loopbacks_, limiters_;
    bool detour_;
};

// Groups around a circle, the routers of a group around its middle, hosts outside of their router.
std::vector<VertexRef> placeAll(PlatformDraft& draft, const ClusterHosts& hosts, const DragonflyShape& shape) {
    std::vector<VertexRef> vertices;
    for (std::uint32_t i = 0; i < hosts.count; ++i) vertices.push_back(VertexRef::node(hosts.first + i));
    const std::uint32_t last = 2 * hosts.count - 1;
    const float radius = shape.groups == 1 ? 0.4f : 0.42f / std::max(1.5f, static_cast<float>(shape.groups) / 2.2f);
    for (std::uint32_t router = 0; router < shape.allRouters(); ++router) {
        const auto group = shape.groups == 1 ? PlatformDraft::Spot{0.5f, 0.5f}
                                             : onCircle(router / shape.groupRouters(), shape.groups, 0.48f - radius);
        const auto around = [&](std::size_t index, std::size_t count, float r) {
            const auto spot = onCircle(index, count, r);
            return PlatformDraft::Spot{group.x + spot.x - 0.5f, group.y + spot.y - 0.5f};
        };
        const std::uint32_t inGroup = router % shape.groupRouters();
        vertices.push_back(draft.addJunction("router_" + std::to_string(last - router),
                                             around(inGroup, shape.groupRouters(), 0.6f * radius)));
        for (std::uint32_t h = 0; h < shape.hosts; ++h)
            draft.place(VertexRef::node(hosts.first + router * shape.hosts + h),
                        around(inGroup * shape.hosts + h, std::size_t{shape.groupRouters()} * shape.hosts, radius));
    }
    return vertices;
}

}  // namespace

Result<DragonflyShape> parseDragonfly(std::string_view text) {
    const Result<std::vector<std::vector<std::uint32_t>>> lists = numberLists(text);
    if (!lists) return lists.error();
    const auto& l = *lists;
    if (l.size() != 4 || l[0].size() != 2 || l[1].size() != 2 || l[2].size() != 2 || l[3].size() != 1)
        return failure("a dragonfly is written 'groups,cables;chassis,cables;routers,cables;hosts'");
    return DragonflyShape{l[0][0], l[0][1], l[1][0], l[1][1], l[2][0], l[2][1], l[3][0]};
}

Result<std::uint64_t> dragonflyHosts(const DragonflyShape& s, std::uint64_t most) {
    const std::optional<std::uint64_t> hosts = boundedProduct({s.groups, s.chassis, s.routers, s.hosts}, most);
    const bool wired = boundedProduct({s.groups, s.chassis, s.routers, s.routers}, most) &&
                       boundedProduct({s.groups, s.chassis, s.chassis, s.routers}, most) &&
                       boundedProduct({s.groups, s.groups}, most) && s.groupCables > 0 && s.chassisCables > 0 &&
                       s.routerCables > 0;
    if (!hosts || !wired) return failure("a dragonfly has 1 to " + std::to_string(most) + " hosts and cables of a kind");
    if (s.groups > 1 && s.groups > s.routers)
        return failure("a dragonfly has at most as many groups as a chassis has routers, because router r leads to group r; here " +
                       std::to_string(s.groups) + " groups and " + std::to_string(s.routers) + " routers");
    return *hosts;
}

std::uint32_t dragonflyCables(const DragonflyShape& shape) { return CableNumbers(shape).count; }

std::unique_ptr<const Zone> addDragonfly(PlatformDraft& draft, const ClusterHosts& hosts, const DragonflyShape& shape,
                                         const ClusterLinks& links, const DragonflyOptions& options) {
    const std::vector<VertexRef> vertices = placeAll(draft, hosts, shape);
    const CableRows cables{static_cast<std::uint32_t>(draft.linkCount()), links.kind == CableKind::splitDuplex ? 2u : 1u};
    std::uint32_t next = options.firstCable;
    const auto add = [&](const std::string& name, std::uint32_t width, VertexRef from, VertexRef to) {
        const PortInfo port{links.cable.bandwidth * width, links.cable.latency};
        draft.addCable(name + "_" + std::to_string(next++), port, links.kind, from, to);
    };
    const auto text = [](std::uint32_t number) { return std::to_string(number); };
    const auto router = [&](std::uint32_t number) { return vertices[hosts.count + number]; };
    for (std::uint32_t r = 0; r < shape.allRouters(); ++r)
        for (std::uint32_t h = 0; h < shape.hosts; ++h)
            add("local_link_from_router_" + text(r) + "_to_node_" + text(h), 1, vertices[r * shape.hosts + h], router(r));
    for (std::uint32_t c = 0; c < shape.groups * shape.chassis; ++c)
        for (std::uint32_t i = 0; i < shape.routers; ++i)
            for (std::uint32_t j = i + 1; j < shape.routers; ++j)
                add("green_link_in_chassis_" + text(c % shape.chassis) + "_between_routers_" + text(i) + "_and_" + text(j),
                    shape.routerCables, router(c * shape.routers + i), router(c * shape.routers + j));
    for (std::uint32_t g = 0; g < shape.groups; ++g)
        for (std::uint32_t i = 0; i < shape.chassis; ++i)
            for (std::uint32_t j = i + 1; j < shape.chassis; ++j)
                for (std::uint32_t r = 0; r < shape.routers; ++r)
                    add("black_link_in_group_" + text(g) + "_between_chassis_" + text(i) + "_and_" + text(j) + "_blade_" + text(r),
                        shape.chassisCables, router(g * shape.groupRouters() + i * shape.routers + r),
                        router(g * shape.groupRouters() + j * shape.routers + r));
    for (std::uint32_t i = 0; i < shape.groups; ++i)
        for (std::uint32_t j = i + 1; j < shape.groups; ++j) {
            const std::uint32_t a = i * shape.groupRouters() + j, b = j * shape.groupRouters() + i;
            add("blue_link_between_group_" + text(i) + "_and_" + text(j) + "_routers_" + text(a) + "_and_" + text(b),
                shape.groupCables, router(a), router(b));
        }
    const MemberRows loopbacks = addLoopbacks(draft, hosts, links);
    std::vector<std::string> names;
    for (std::uint32_t i = 0; i < hosts.count; ++i) names.push_back(hosts.linkPrefix + text(i) + "_limiter");
    for (std::uint32_t r = 0; r < shape.allRouters(); ++r)
        names.push_back(hosts.linkPrefix + text(2 * hosts.count - 1 - r) + "_limiter");
    return std::make_unique<DragonflyZone>(shape, cables, loopbacks, addLimiters(draft, links, names, vertices),
                                           options.simgridDetour);
}

}  // namespace loom
