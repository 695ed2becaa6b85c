#include "tests/support/reference_rates.h"

#include <algorithm>

namespace loom::test {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kTolerance = 1e-9;

double shareOf(const ReferenceFlow& flow, std::size_t resource) {
    double share = 0;
    for (const Use& use : flow.uses)
        if (use.resource.index() == resource) share += use.share;
    return share;
}

double boundOf(const ReferenceFlow& flow, const std::vector<Capacity>& capacities) {
    double bound = flow.bound;
    for (std::size_t r = 0; r < capacities.size(); ++r) {
        const double share = shareOf(flow, r);
        if (share > 0 && capacities[r].sharing == Sharing::fatpipe) bound = std::min(bound, capacities[r].amount / share);
    }
    return bound;
}

}  // namespace

std::vector<double> maxMinRates(const std::vector<Capacity>& capacities, const std::vector<ReferenceFlow>& flows) {
    std::vector<double> rates(flows.size(), -1);
    std::size_t open = flows.size();
    double reached = 0;
    while (open > 0) {
        double level = kInfinity;
        std::size_t full = capacities.size();
        for (std::size_t r = 0; r < capacities.size(); ++r) {
            if (capacities[r].sharing == Sharing::fatpipe) continue;
            double remaining = capacities[r].amount, pull = 0;
            for (std::size_t f = 0; f < flows.size(); ++f) {
                if (rates[f] < 0) pull += shareOf(flows[f], r) / flows[f].penalty;
                else remaining -= shareOf(flows[f], r) * rates[f];
            }
            if (pull <= 0 || remaining / pull >= level) continue;
            level = remaining / pull;
            full = r;
        }
        std::size_t bounded = flows.size();
        for (std::size_t f = 0; f < flows.size(); ++f) {
            const double own = boundOf(flows[f], capacities) * flows[f].penalty;
            if (rates[f] >= 0 || own > level) continue;
            level = own;
            bounded = f;
        }
        level = reached = std::max(reached, level);  // filling never goes down: what seems to is rounding
        for (std::size_t f = 0; f < flows.size(); ++f) {
            const bool held = bounded < flows.size() ? f == bounded : shareOf(flows[f], full) > 0;
            if (rates[f] >= 0 || !held) continue;
            rates[f] = f == bounded ? boundOf(flows[f], capacities) : level / flows[f].penalty;
            --open;
        }
    }
    return rates;
}

std::vector<double> fairShareRates(const std::vector<Capacity>& capacities, const std::vector<ReferenceFlow>& flows) {
    std::vector<double> rates;
    for (const ReferenceFlow& flow : flows) {
        double rate = boundOf(flow, capacities);
        for (const Use& use : flow.uses) {
            if (capacities[use.resource.index()].sharing == Sharing::fatpipe) continue;
            double users = 0;
            for (const ReferenceFlow& other : flows) users += shareOf(other, use.resource.index());
            rate = std::min(rate, capacities[use.resource.index()].amount / users);
        }
        rates.push_back(rate);
    }
    return rates;
}

std::string maxMinFlaw(FlowModel& model, const std::vector<Capacity>& capacities, const std::vector<ReferenceFlow>& flows) {
    std::vector<double> load(capacities.size(), 0), highest(capacities.size(), 0);
    for (const ReferenceFlow& flow : flows) {
        for (const Use& use : flow.uses) {
            load[use.resource.index()] += use.share * model.rate(flow.id);
            highest[use.resource.index()] = std::max(highest[use.resource.index()], model.rate(flow.id) * flow.penalty);
        }
    }
    for (std::size_t r = 0; r < capacities.size(); ++r)
        if (capacities[r].sharing == Sharing::shared && load[r] > capacities[r].amount * (1 + kTolerance))
            return "resource " + std::to_string(r) + " is overloaded";
    for (const ReferenceFlow& flow : flows) {
        const std::string name = "flow " + std::to_string(flow.id.value);
        const ResourceId bottleneck = model.bottleneck(flow.id);
        const double level = model.rate(flow.id) * flow.penalty;
        const bool own = !bottleneck.valid() || capacities[bottleneck.index()].sharing == Sharing::fatpipe;
        if (own) {
            const double bound = bottleneck.valid() ? boundOf(flow, capacities) : flow.bound;
            if (std::abs(model.rate(flow.id) - bound) > kTolerance * bound) return name + " is not at its bound";
            continue;
        }
        const std::size_t r = bottleneck.index();
        if (shareOf(flow, r) <= 0) return name + " does not use its bottleneck";
        if (load[r] < capacities[r].amount * (1 - kTolerance)) return name + "'s bottleneck is not full";
        if (highest[r] > level * (1 + kTolerance)) return name + "'s bottleneck gives another flow more";
    }
    return {};
}

}  // namespace loom::test
