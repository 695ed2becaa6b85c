#include "tests/support/transfer_race.h"

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

namespace loom::test {

namespace {

class WiredRouter : public Router {
public:
    std::map<std::pair<NodeId, NodeId>, std::vector<LinkId>> routes;
    bool route(NodeId from, NodeId to, std::vector<LinkId>& out) const override {
        const auto known = routes.find({from, to});
        if (known == routes.end()) return from == to;
        out.insert(out.end(), known->second.begin(), known->second.end());
        return true;
    }
};

template <class Rows>
std::size_t positionOf(const std::string& name, const Rows& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].name == name) return i;
    ADD_FAILURE() << "no row is called " << name;
    return 0;
}

}  // namespace

std::vector<double> finishTimes(const std::string& network, const Platform& platform, const std::vector<RaceTransfer>& transfers) {
    NetworkModel model = makeNetworkModel(parseSpec(network).value(), platform).value();
    std::vector<std::pair<Time, std::size_t>> starts;
    for (std::size_t i = 0; i < transfers.size(); ++i) {
        const Demand demand = model.network.demand(transfers[i].from, transfers[i].to);
        starts.emplace_back(Time::fromSeconds(transfers[i].at + demand.startupOf(transfers[i].bytes)), i);
    }
    std::sort(starts.begin(), starts.end());
    std::vector<double> ends(transfers.size(), std::numeric_limits<double>::infinity());
    std::vector<FlowId> finished;
    std::size_t next = 0;
    while (true) {
        const Time start = next < starts.size() ? starts[next].first : Time::never();
        const Time end = model.flows->nextCompletion();
        const Time now = std::min(start, end);
        if (now.isNever()) return ends;
        finished.clear();
        if (end == now) model.flows->complete(now, finished);
        for (const FlowId flow : finished) ends[flow.index()] = now.seconds();
        for (; next < starts.size() && starts[next].first == now; ++next) {
            const std::size_t i = starts[next].second;
            const Demand demand = model.network.demand(transfers[i].from, transfers[i].to);
            if (demand.flows(transfers[i].bytes))
                model.flows->add(demand.flow(FlowId(i), transfers[i].bytes), now);
            else
                ends[i] = now.seconds();
        }
    }
}

Platform wiredPlatform(const std::vector<std::string>& names, const std::vector<LinkInfo>& links, const std::vector<WiredRoute>& routes) {
    std::vector<NodeInfo> nodes;
    for (const std::string& name : names) nodes.push_back(NodeInfo{.name = name});
    auto router = std::make_shared<WiredRouter>();
    for (const WiredRoute& route : routes) {
        std::vector<LinkId>& path = router->routes[{NodeId(positionOf(route.from, nodes)), NodeId(positionOf(route.to, nodes))}];
        for (const std::string& link : route.links) path.emplace_back(positionOf(link, links));
    }
    return Platform::make(nodes, links, router, NodeId::none(), "wired by hand").value();
}

}  // namespace loom::test
