#include "sim/flow/max_min.h"

namespace loom {

namespace {

constexpr double kTie = 1 + 1e-12;      // levels closer than this are one level
constexpr std::size_t kRounds = 6;      // before everything reachable is taken in at once
constexpr std::uint32_t kUpdates = 32;  // of a sum, plus twice its terms, before it is added up anew

}  // namespace

MaxMinFlows::MaxMinFlows(std::vector<Capacity> capacities)
    : SharedFlows(std::move(capacities), true),
      load_(flows().resources(), 0),
      updates_(flows().resources(), 0),
      isChanged_(flows().resources(), false),
      single_(flows(), groups(), load_),
      fill_(flows(), groups()) {}

void MaxMinFlows::stopping(std::uint32_t row) {
    const double level = groups().flowLevel(row);
    const std::uint32_t holder = flows()[row].holder;
    for (const FlowUse& use : flows().sharedUses(row)) {
        if (single_.covers(use.resource, holder)) {
            single_.drop(use.resource, use.weight);
        } else {
            load_[use.resource] -= use.weight * level;
            ++updates_[use.resource];
        }
        // What nobody is held by has room already: more of it changes nothing.
        if (isChanged_[use.resource] || groups().held(use.resource).empty()) continue;
        isChanged_[use.resource] = true;
        changed_.push_back(use.resource);
        disturb();
    }
}

void MaxMinFlows::departed(std::uint32_t row) {
    for (const FlowUse& use : flows().sharedUses(row))
        if (flows().users(use.resource).empty()) load_[use.resource] = 0;
}

void MaxMinFlows::share() {
    if (!single_.follow(changed_, waiting(), now())) solve();
    for (const std::uint32_t resource : changed_) isChanged_[resource] = false;
    changed_.clear();
}

void MaxMinFlows::solve() {
    fill_.begin();
    grouped_ = 0;
    for (const std::uint32_t resource : changed_) {
        single_.release(resource);
        fill_.touch(resource, load_);
    }
    for (const std::uint32_t row : waiting()) take(row);
    takeGroups();
    for (std::size_t round = 1;; ++round) {
        fill_.fill();
        if (!widen(round)) break;
        takeGroups();
    }
    apply();
}

void MaxMinFlows::take(std::uint32_t row) {
    if (fill_.has(row)) return;
    for (const FlowUse& use : flows().sharedUses(row)) single_.release(use.resource);
    fill_.take(row, load_);
}

// Whoever a touched resource holds has to follow, and so on from full resource to full resource. Afterwards nobody
// outside has a bottleneck that a member uses.
void MaxMinFlows::takeGroups() {
    for (; grouped_ < fill_.touched().size(); ++grouped_)
        for (const FlowGroups::Held& held : groups().held(fill_.touched()[grouped_].resource)) take(held.row);
}

// The members' rates stand if nobody outside has more of a resource that holds one of them back. Whoever has joins.
bool MaxMinFlows::widen(std::size_t round) {
    outsiders_.clear();
    for (const RestrictedFill::Touched& touched : fill_.touched()) {
        const std::vector<FlowTable::User>& users = flows().users(touched.resource);
        if (!touched.holds || touched.inside == users.size()) continue;
        const bool held = !groups().held(touched.resource).empty();
        if (held && touched.level >= groups().level(touched.resource)) continue;  // nobody was above the level of then
        for (const FlowTable::User& user : users)
            if (!fill_.has(user.row) && groups().flowLevel(user.row) > touched.level * kTie) outsiders_.push_back(user.row);
    }
    if (outsiders_.empty()) return false;
    for (const std::uint32_t row : outsiders_) take(row);
    if (round < kRounds) return true;
    for (std::size_t t = 0; t < fill_.touched().size(); ++t)
        for (const FlowTable::User& user : flows().users(fill_.touched()[t].resource)) take(user.row);
    return true;
}

void MaxMinFlows::apply() {
    for (const RestrictedFill::Member& member : fill_.members()) {
        const std::uint32_t holder = flows()[member.row].holder;
        if (holder == member.holder) continue;
        if (holder != kNoHolder) groups().leave(member.row, now());
        if (member.holder == kOwnPace) groups().goOwnPace(member.row, now());
        else groups().join(member.row, member.holder, now());
    }
    for (const RestrictedFill::Touched& touched : fill_.touched()) {
        load_[touched.resource] = touched.outside + touched.given;
        if (touched.holds) groups().setLevel(touched.resource, touched.level, now());
    }
    for (const RestrictedFill::Touched& touched : fill_.touched()) {
        if (touched.outside == 0) updates_[touched.resource] = 0;
        else if (++updates_[touched.resource] > kUpdates + 2 * flows().users(touched.resource).size()) addUp(touched.resource);
    }
}

// The running sum drifts by rounding; its exact value is what the users take now.
void MaxMinFlows::addUp(std::uint32_t resource) {
    updates_[resource] = 0;
    load_[resource] = 0;
    for (const FlowTable::User& user : flows().users(resource))
        load_[resource] += flows().use(user.use).weight * groups().flowLevel(user.row);
}

}  // namespace loom
