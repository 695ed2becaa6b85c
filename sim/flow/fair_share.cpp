#include "sim/flow/fair_share.h"

#include <algorithm>
#include <utility>

namespace loom {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

}  // namespace

FairShareFlows::FairShareFlows(std::vector<Capacity> capacities) : SharedFlows(std::move(capacities), false), splits_(flows().resources()) {}

void FairShareFlows::note(std::uint32_t resource) {
    disturb();
    if (splits_[resource].changed) return;
    splits_[resource].changed = true;
    changed_.push_back(resource);
}

void FairShareFlows::arrived(std::uint32_t row) {
    for (const FlowUse& use : flows().sharedUses(row)) {
        splits_[use.resource].users += use.weight;
        note(use.resource);
    }
}

void FairShareFlows::departed(std::uint32_t row) {
    for (const FlowUse& use : flows().sharedUses(row)) {
        Split& split = splits_[use.resource];
        split.users = flows().users(use.resource).empty() ? 0 : split.users - use.weight;
        note(use.resource);
    }
}

// The flow goes to the smallest split. Of equal ones the first of its path holds it.
void FairShareFlows::choose(std::uint32_t row) {
    const double own = flows()[row].ownLevel;
    double least = kInfinity, second = kInfinity, alone = own;
    std::uint32_t holder = kOwnPace;
    for (const FlowUse& use : flows().sharedUses(row)) {
        const double rate = splits_[use.resource].rate;
        alone = std::min(alone, flows().capacity(use.resource) / use.weight);
        if (rate < least) {
            second = std::exchange(least, rate);
            holder = use.resource;
        } else {
            second = std::min(second, rate);
        }
    }
    for (const FlowUse& use : flows().sharedUses(row)) splits_[use.resource].mostAlone = std::max(splits_[use.resource].mostAlone, alone);
    if (own < least) holder = kOwnPace;
    if (holder != kOwnPace) splits_[holder].alternative = std::min(splits_[holder].alternative, std::min(second, own));
    if (holder == flows()[row].holder) return;
    if (flows()[row].holder != kNoHolder) groups().leave(row, now());
    if (holder == kOwnPace) groups().goOwnPace(row, now());
    else groups().join(row, holder, now());
}

// A smaller split takes over whom others held at more.
void FairShareFlows::claim(std::uint32_t resource) {
    const double rate = splits_[resource].rate;
    if (rate >= splits_[resource].mostAlone) return;
    for (const FlowTable::User& user : flows().users(resource)) {
        const std::uint32_t holder = flows()[user.row].holder;
        if (holder == resource || holder == kNoHolder) continue;
        const double held = holder == kOwnPace ? flows()[user.row].ownLevel : splits_[holder].rate;
        if (rate < held) moving_.push_back(user.row);
        else if (holder != kOwnPace) splits_[holder].alternative = std::min(splits_[holder].alternative, rate);
    }
}

// A larger split lets go of whom others would hold at less.
void FairShareFlows::release(std::uint32_t resource) {
    Split& split = splits_[resource];
    if (split.rate <= split.alternative) return;
    split.alternative = kInfinity;  // choose() finds it anew
    for (const FlowGroups::Held& held : groups().held(resource)) moving_.push_back(held.row);
}

void FairShareFlows::share() {
    for (const std::uint32_t resource : changed_) {
        Split& split = splits_[resource];
        split.previous = split.rate;
        split.rate = split.users > 0 ? flows().capacity(resource) / split.users : kInfinity;
        if (groups().held(resource).empty()) split.alternative = kInfinity;
        if (flows().users(resource).empty()) split.mostAlone = 0;
    }
    moving_.assign(waiting().begin(), waiting().end());
    for (const std::uint32_t resource : changed_) {
        if (splits_[resource].rate < splits_[resource].previous) claim(resource);
        else release(resource);
    }
    for (const std::uint32_t row : moving_) choose(row);
    for (const std::uint32_t row : moving_) {
        const std::uint32_t holder = flows()[row].holder;
        if (holder != kOwnPace) groups().setLevel(holder, splits_[holder].rate, now());
    }
    for (const std::uint32_t resource : changed_) {
        if (!groups().held(resource).empty()) groups().setLevel(resource, splits_[resource].rate, now());
        splits_[resource].changed = false;
    }
    changed_.clear();
}

}  // namespace loom
