#include "sim/flow/flow_course.h"

#include <algorithm>

namespace loom {

namespace {
constexpr double kEndless = 1e300;  // B: what is left of a flow does not enter its rate
}

Result<FlowCourse> FlowCourse::make(const Spec& network, const Platform& platform, LinkId watched) {
    Result<NetworkModel> model = makeNetworkModel(network, platform);
    if (!model) return model.error();
    return FlowCourse(std::move(*model), watched);
}

void FlowCourse::begin(const ActiveTransfer& transfer) {
    if (open_.find(transfer.data.value, transfer.from.value, transfer.to.value) != nullptr) return;
    if (free_.empty()) {
        free_.push_back(static_cast<std::uint32_t>(slots_.size()));
        slots_.emplace_back();
    }
    const std::uint32_t slot = free_.back();
    free_.pop_back();
    open_.insert(transfer.data.value, transfer.from.value, transfer.to.value, slot);
    Slot& taken = slots_[slot];
    taken = {transfer.from, transfer.to, 0, 1, taken.life + 1, false};
    const Time at = transfer.since + Time::fromSeconds(model_.network.demand(transfer.from, transfer.to).startup);
    starting_.push({at, slot, taken.life});
}

void FlowCourse::end(DataId data, NodeId from, NodeId to, Time now) {
    const std::uint32_t* found = open_.find(data.value, from.value, to.value);
    if (found == nullptr) return;
    const std::uint32_t slot = *found;
    open_.erase(data.value, from.value, to.value);
    ++slots_[slot].life;
    free_.push_back(slot);
    if (!slots_[slot].flowing) return;
    slots_[slot].flowing = false;
    model_.flows->remove(FlowId(slot), now);
    if (slots_[slot].share > 0) onLink_.erase(std::find(onLink_.begin(), onLink_.end(), slot));
}

void FlowCourse::startUntil(Time now) {
    while (!starting_.empty() && starting_.top().at <= now) {
        const Start next = starting_.top();
        starting_.pop();
        if (slots_[next.slot].life == next.life) start(next.slot, next.at, now);
    }
}

void FlowCourse::setLink(const LinkStatus& status, Time now) {
    conditions_.set(model_, status, now);
    if (!status.up) return;
    for (const Start& waiting : std::exchange(held_, {}))
        if (slots_[waiting.slot].life == waiting.life) start(waiting.slot, waiting.at, now);
}

void FlowCourse::start(std::uint32_t slot, Time started, Time now) {
    Slot& flow = slots_[slot];
    const Demand demand = model_.network.demand(flow.from, flow.to);
    if (!demand.reachable || demand.uses.empty()) return;  // it meets nobody
    if (conditions_.holdsBack(demand.uses, started).valid()) return held_.push_back({started, slot, flow.life});
    for (const Use& use : demand.uses) {
        if (watched_.valid() && use.resource.value == watched_.value) flow.share += use.share;
    }
    flow.flowing = true;
    flow.wire = demand.wire;
    model_.flows->add(FlowSpec{FlowId(slot), demand.uses, kEndless, demand.penalty, demand.bound}, now);
    if (flow.share > 0) onLink_.push_back(slot);
}

double FlowCourse::load() {
    double sum = 0;
    for (const std::uint32_t slot : onLink_) sum += slots_[slot].share * model_.flows->rate(FlowId(slot));
    return sum;
}

double FlowCourse::rate(DataId data, NodeId from, NodeId to) {
    const std::uint32_t* slot = open_.find(data.value, from.value, to.value);
    return slot != nullptr && slots_[*slot].flowing ? model_.flows->rate(FlowId(*slot)) / slots_[*slot].wire : 0;
}

}  // namespace loom
