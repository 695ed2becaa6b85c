#include "sim/flow/restricted_fill.h"

#include <algorithm>
#include <limits>

namespace loom {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kCancelled = 1e-3;  // a sum that shrank to this part of what it was has lost digits

constexpr auto kUnmoved = [](const auto&, std::size_t) {};

}  // namespace

void RestrictedFill::begin() {
    ++mark_;
    members_.clear();
    touched_.clear();
    bounded_.clear();
}

void RestrictedFill::touch(std::uint32_t resource, const std::vector<double>& load) {
    if (seen_[resource].mark == mark_) return;
    seen_[resource] = Seen{mark_, static_cast<std::uint32_t>(touched_.size())};
    touched_.push_back(Touched{resource, 0, 0, false, false, flows_.capacity(resource), 0, load[resource], 0, 0, 0, 0});
}

void RestrictedFill::take(std::uint32_t row, const std::vector<double>& load) {
    FlowRow& flow = flows_[row];
    flow.mark = mark_;
    flow.member = static_cast<std::uint32_t>(members_.size());
    if (flow.ownLevel < kInfinity) bounded_.push_back(flow.member);
    members_.push_back(Member{row, kNoHolder, false});
    const double level = groups_.flowLevel(row);
    for (const FlowUse& use : flows_.sharedUses(row)) {
        touch(use.resource, load);
        Touched& touched = touched_[seen_[use.resource].at];
        ++touched.inside;
        touched.weight += use.weight;
        touched.outside -= use.weight * level;
    }
}

void RestrictedFill::start() {
    for (Touched& touched : touched_) {
        // Differences of sums: exactly nothing when nobody is outside, never negative.
        if (touched.inside == flows_.users(touched.resource).size()) touched.outside = 0;
        else touched.outside = std::max(0.0, touched.outside);
        touched.open = touched.inside;
        touched.pull = touched.exactPull = touched.weight;
        touched.given = 0;
        touched.holds = touched.stale = false;
    }
    for (Member& member : members_) member.fixed = false;
    std::sort(bounded_.begin(), bounded_.end(), [this](std::uint32_t a, std::uint32_t b) {
        const double x = flows_[members_[a].row].ownLevel, y = flows_[members_[b].row].ownLevel;
        return x != y ? x < y : a < b;
    });
    candidates_.clear();
    for (std::uint32_t t = 0; t < touched_.size(); ++t) {
        Touched& touched = touched_[t];
        if (touched.open == 0) continue;
        touched.level = std::max(0.0, touched.capacity - touched.outside) / touched.pull;
        candidates_.push_back(Candidate{touched.level, t});
    }
    heap::build(candidates_, kUnmoved);
}

// The level at which the resource is full, after some of its users were fixed. It never falls below the level already
// reached: what says otherwise is rounding, of a remainder that is none.
void RestrictedFill::refresh(Touched& touched, double reached) {
    if (touched.pull < kCancelled * touched.exactPull) {
        touched.pull = 0;
        for (const FlowTable::User& user : flows_.users(touched.resource))
            if (has(user.row) && !members_[flows_[user.row].member].fixed) touched.pull += flows_.use(user.use).weight;
        touched.exactPull = touched.pull;
    }
    touched.level = std::max(reached, (touched.capacity - touched.outside - touched.given) / touched.pull);
    touched.stale = false;
}

void RestrictedFill::fix(Member& member, double level, std::uint32_t holder) {
    member.fixed = true;
    member.holder = holder;
    for (const FlowUse& use : flows_.sharedUses(member.row)) {
        Touched& touched = touched_[seen_[use.resource].at];
        touched.given += use.weight * level;
        touched.pull -= use.weight;
        --touched.open;
        touched.stale = true;
    }
}

void RestrictedFill::fill() {
    start();
    std::size_t open = members_.size();
    std::size_t bounded = 0;
    double reached = 0;
    while (open > 0) {
        while (bounded < bounded_.size() && members_[bounded_[bounded]].fixed) ++bounded;
        // Levels only rise while others are fixed, so the first candidate that is up to date is the lowest.
        while (touched_[candidates_.front().at].stale) {
            Touched& first = touched_[candidates_.front().at];
            if (first.open == 0) {
                heap::erase(candidates_, 0, kUnmoved);
                continue;
            }
            refresh(first, reached);
            candidates_.front().key = first.level;
            heap::siftDown(candidates_, 0, kUnmoved);
        }
        Touched& bottleneck = touched_[candidates_.front().at];
        if (bounded < bounded_.size()) {
            Member& member = members_[bounded_[bounded]];
            const double own = flows_[member.row].ownLevel;
            if (own <= bottleneck.level) {
                fix(member, own, kOwnPace);
                reached = std::max(reached, own);
                --open;
                continue;
            }
        }
        const double level = reached = bottleneck.level;
        bottleneck.holds = true;
        for (const FlowTable::User& user : flows_.users(bottleneck.resource)) {
            if (!has(user.row)) continue;
            Member& member = members_[flows_[user.row].member];
            if (member.fixed) continue;
            fix(member, level, bottleneck.resource);
            --open;
        }
        bottleneck.level = level;
        heap::erase(candidates_, 0, kUnmoved);
    }
}

}  // namespace loom
