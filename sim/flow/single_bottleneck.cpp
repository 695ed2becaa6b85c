#include "sim/flow/single_bottleneck.h"

#include <algorithm>
#include <limits>

namespace loom {

namespace {

constexpr std::size_t kFewest = 12;      // flows: below, solving from nothing costs as much
constexpr std::uint32_t kRest = 32;
constexpr double kSure = 1 - 1e-9;       // keeps off limits that are known up to rounding

}  // namespace

SingleBottleneck::SingleBottleneck(FlowTable& flows, FlowGroups& groups, std::vector<double>& load)
    : flows_(flows), groups_(groups), load_(load), leases_(flows.resources()), owners_(flows.resources()) {}

// The one resource whose group the changes concern; kNoHolder when there is none or more than one.
std::uint32_t SingleBottleneck::onlyGroup(std::span<const std::uint32_t> changed, std::span<const std::uint32_t> waiting) const {
    std::uint32_t found = kNoHolder;
    const auto another = [&](std::uint32_t resource) {
        if (groups_.held(resource).empty() || resource == found) return false;
        if (found != kNoHolder) return true;
        found = resource;
        return false;
    };
    for (const std::uint32_t resource : changed)
        if (another(resource)) return kNoHolder;
    for (const std::uint32_t row : waiting)
        for (const FlowUse& use : flows_.sharedUses(row))
            if (another(use.resource)) return kNoHolder;
    return found;
}

bool SingleBottleneck::holdsAll(std::uint32_t resource, std::span<const std::uint32_t> waiting) const {
    for (const std::uint32_t row : waiting) {
        const auto uses = flows_.sharedUses(row);
        if (std::none_of(uses.begin(), uses.end(), [&](const FlowUse& use) { return use.resource == resource; })) return false;
    }
    return flows_.users(resource).size() == groups_.held(resource).size() + waiting.size();
}

bool SingleBottleneck::follow(std::span<const std::uint32_t> changed, std::span<const std::uint32_t> waiting, Time now) {
    const std::uint32_t owner = onlyGroup(changed, waiting);
    if (owner == kNoHolder || groups_.held(owner).size() < kFewest || !holdsAll(owner, waiting)) return false;
    if (owners_[owner].rest > 0) {
        --owners_[owner].rest;
        return false;
    }
    if (leases_[owner].owner != owner && !lease(owner)) return giveUp(owner);
    for (std::size_t w = 0; w < waiting.size(); ++w) {
        if (cover(waiting[w], owner)) continue;
        for (std::size_t done = 0; done < w; ++done)
            for (const FlowUse& use : flows_.sharedUses(waiting[done])) drop(use.resource, use.weight);
        return giveUp(owner);
    }
    const double level = flows_.capacity(owner) / leases_[owner].weight;
    for (const std::uint32_t row : waiting) lowerLimit(row, owner);
    if (level > owners_[owner].limit * kSure) survey(owner, waiting);
    if (level > owners_[owner].limit * kSure) {
        for (const std::uint32_t row : waiting)
            for (const FlowUse& use : flows_.sharedUses(row)) drop(use.resource, use.weight);
        return giveUp(owner);
    }
    for (const std::uint32_t row : waiting) groups_.join(row, owner, now);
    groups_.setLevel(owner, level, now);
    if (++owners_[owner].follows > 64 + 8 * groups_.held(owner).size()) release(owner);
    return true;
}

bool SingleBottleneck::giveUp(std::uint32_t owner) {
    release(owner);
    owners_[owner].rest = kRest;
    return false;
}

bool SingleBottleneck::lease(std::uint32_t owner) {
    owners_[owner] = Owner{};
    const double level = groups_.level(owner);
    for (const FlowGroups::Held& held : groups_.held(owner)) {
        if (!cover(held.row, owner)) return false;
        for (const FlowUse& use : flows_.sharedUses(held.row)) load_[use.resource] -= use.weight * level;
    }
    return true;
}

// Whole or not at all.
bool SingleBottleneck::cover(std::uint32_t row, std::uint32_t owner) {
    for (const FlowUse& use : flows_.sharedUses(row)) {
        const bool free = leases_[use.resource].owner == kNoHolder || leases_[use.resource].owner == owner;
        if (!free || (use.resource != owner && !groups_.held(use.resource).empty())) return false;
    }
    for (const FlowUse& use : flows_.sharedUses(row)) {
        Lease& lease = leases_[use.resource];
        lease.owner = owner;
        lease.weight += use.weight;
        ++lease.flows;
    }
    return true;
}

void SingleBottleneck::drop(std::uint32_t resource, double weight) {
    Lease& lease = leases_[resource];
    lease.weight -= weight;
    if (--lease.flows == 0) lease = Lease{};
}

void SingleBottleneck::lowerLimit(std::uint32_t row, std::uint32_t owner) {
    double& limit = owners_[owner].limit;
    limit = std::min(limit, flows_[row].ownLevel);
    for (const FlowUse& use : flows_.sharedUses(row)) {
        if (use.resource == owner) continue;
        const double room = flows_.capacity(use.resource) - load_[use.resource];
        if (room < limit * leases_[use.resource].weight) limit = std::max(0.0, room) / leases_[use.resource].weight;
    }
}

void SingleBottleneck::survey(std::uint32_t owner, std::span<const std::uint32_t> waiting) {
    owners_[owner].limit = std::numeric_limits<double>::infinity();
    for (const FlowGroups::Held& held : groups_.held(owner)) lowerLimit(held.row, owner);
    for (const std::uint32_t row : waiting) lowerLimit(row, owner);
}

void SingleBottleneck::release(std::uint32_t resource) {
    const std::uint32_t owner = leases_[resource].owner;
    if (owner == kNoHolder) return;
    const double level = groups_.level(owner);
    for (const FlowGroups::Held& held : groups_.held(owner)) {
        for (const FlowUse& use : flows_.sharedUses(held.row)) {
            Lease& lease = leases_[use.resource];
            if (lease.owner != owner) continue;
            load_[use.resource] += lease.weight * level;
            lease = Lease{};
        }
    }
}

}  // namespace loom
