#include "tests/support/flow_driver.h"

#include <algorithm>
#include <numeric>

namespace loom::test {

namespace {

class NoRoutes : public Router {
public:
    bool route(NodeId from, NodeId to, std::vector<LinkId>&) const override { return from == to; }
};

std::vector<LinkId> linkIds(const FlowCase& flow) {
    std::vector<LinkId> ids;
    for (const int link : flow.links) ids.emplace_back(link);
    return ids;
}

}  // namespace

std::vector<double> finishTimes(FlowModel& model, const std::vector<FlowCase>& flows) {
    std::vector<std::size_t> order(flows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return flows[a].start < flows[b].start; });
    std::vector<double> finish(flows.size(), -1);
    std::vector<FlowId> done;
    std::size_t next = 0;
    while (true) {
        const Time arrival = next < order.size() ? Time::fromSeconds(flows[order[next]].start) : Time::never();
        const Time completion = model.nextCompletion();
        if (arrival.isNever() && completion.isNever()) return finish;
        if (completion <= arrival) {
            done.clear();
            model.complete(completion, done);
            for (const FlowId id : done) finish[id.index()] = completion.seconds();
            continue;
        }
        const FlowCase& flow = flows[order[next]];
        model.add(FlowSpec{FlowId(order[next]), linkIds(flow), flow.bytes, flow.latency}, arrival);
        ++next;
    }
}

std::vector<double> ratesTogether(FlowModel& model, const std::vector<FlowCase>& flows) {
    for (std::size_t i = 0; i < flows.size(); ++i)
        model.add(FlowSpec{FlowId(i), linkIds(flows[i]), flows[i].bytes, flows[i].latency}, Time::zero());
    std::vector<double> rates;
    for (std::size_t i = 0; i < flows.size(); ++i) rates.push_back(model.rate(FlowId(i)));
    return rates;
}

Platform linksOnly(const std::vector<double>& bandwidths, const std::vector<double>& latencies) {
    std::vector<LinkInfo> links;
    for (std::size_t i = 0; i < bandwidths.size(); ++i)
        links.push_back(LinkInfo{"L" + std::to_string(i), bandwidths[i], i < latencies.size() ? latencies[i] : 0.0, Sharing::shared});
    std::vector<NodeInfo> nodes(2);
    nodes[0].name = "a";
    nodes[1].name = "b";
    return Platform::make(nodes, links, std::make_shared<NoRoutes>(), NodeId::none(), "links only").value();
}

}  // namespace loom::test
