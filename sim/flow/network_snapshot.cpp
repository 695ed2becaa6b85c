#include "sim/flow/network_snapshot.h"

#include "sim/flow/link_conditions.h"

namespace loom {

Result<NetworkSnapshot> networkSnapshot(const Spec& spec, const Platform& platform, std::span<const ActiveTransfer> transfers,
                                        Time at, std::span<const LinkStatus> links) {
    Result<NetworkModel> model = makeNetworkModel(spec, platform);
    if (!model) return model.error();
    NetworkSnapshot snapshot;
    snapshot.load.assign(platform.linkCount(), 0);
    snapshot.users.assign(platform.linkCount(), 0);
    for (std::size_t l = 0; l < platform.linkCount(); ++l) snapshot.bandwidth.push_back(platform.link(LinkId(l)).bandwidth);
    LinkConditions conditions;
    for (const LinkStatus& status : links) {
        conditions.set(*model, status, at);
        snapshot.bandwidth[status.link.index()] = status.up ? LinkConditions::bandwidth(platform, status) : 0;
    }
    constexpr double kEndless = 1e300;  // B: what is left of a flow does not enter its rate
    std::vector<bool> flowing;
    for (const ActiveTransfer& transfer : transfers) {
        const FlowId id(snapshot.flows.size());
        const Demand demand = model->network.demand(transfer.from, transfer.to);
        const Time started = transfer.since + Time::fromSeconds(demand.startup);
        const LinkId held = started > at ? LinkId::none() : conditions.holdsBack(demand.uses, started);
        FlowShare share{transfer, started > at, 0, held};
        flowing.push_back(!share.startingUp && !held.valid());
        if (flowing.back()) model->flows->add(FlowSpec{id, demand.uses, kEndless, demand.penalty, demand.bound}, at);
        snapshot.flows.push_back(share);
    }
    for (std::size_t i = 0; i < snapshot.flows.size(); ++i) {
        FlowShare& share = snapshot.flows[i];
        if (!flowing[i]) continue;
        const double onTheWire = model->flows->rate(FlowId(i));
        if (const ResourceId held = model->flows->bottleneck(FlowId(i)); held.valid() && held.index() < platform.linkCount())
            share.bottleneck = LinkId(held.value);
        const Demand demand = model->network.demand(share.transfer.from, share.transfer.to);
        share.rate = onTheWire / demand.wire;
        for (const Use& use : demand.uses) {
            if (use.resource.index() >= platform.linkCount()) continue;
            snapshot.load[use.resource.index()] += use.share * onTheWire;
            ++snapshot.users[use.resource.index()];
        }
    }
    return snapshot;
}

}  // namespace loom
