// What the platform's links are like at the moment, where they differ from what was built.
#pragma once

#include <array>
#include <map>
#include <span>

#include "core/platform/platform.h"
#include "sim/flow/flow_model.h"

namespace loom {

// A node or a link is up when neither the plan (or a person) nor its profile holds it down.
struct Gate {
    struct Side {
        bool down = false;
        std::uint32_t repairsDue = 0;  // scheduled
    };
    std::array<Side, 2> sides;  // plan, profile
    [[nodiscard]] Side& side(bool ofProfile) { return sides[ofProfile ? 1 : 0]; }
    [[nodiscard]] bool up() const { return !sides[0].down && !sides[1].down; }
    // Nothing will ever bring it up again.
    [[nodiscard]] bool downForGood() const {
        return (sides[0].down && sides[0].repairsDue == 0) || (sides[1].down && sides[1].repairsDue == 0);
    }
};

// Only links that a plan or a profile touches have a row. Refers to the platform, which must outlive it.
class LinkStates {
public:
    struct State {
        Gate gate;
        double bandwidth = 0;  // B/s
        double latency = 0;    // s
    };
    explicit LinkStates(const Platform& platform) : platform_(&platform) {}

    State& at(LinkId link) {
        const auto [it, isNew] = states_.try_emplace(link);
        if (isNew) it->second = {Gate{}, platform_->link(link).bandwidth, platform_->link(link).latency};
        return it->second;
    }
    void countCut() { ++down_; }
    void countHealed() { --down_; }
    [[nodiscard]] bool anyDown() const { return down_ > 0; }
    // False: every link is as it was built.
    [[nodiscard]] bool anyChanged() const { return !states_.empty(); }
    [[nodiscard]] bool down(LinkId link) const {
        const auto it = states_.find(link);
        return it != states_.end() && !it->second.gate.up();
    }
    [[nodiscard]] double latency(LinkId link) const {
        const auto it = states_.find(link);
        return it != states_.end() ? it->second.latency : platform_->link(link).latency;
    }
    // Whether one of the links on the way is down, or down for good.
    [[nodiscard]] bool cut(std::span<const Use> way) const {
        return anyDown() && any(way, [](const Gate& gate) { return !gate.up(); });
    }
    [[nodiscard]] bool cutForGood(std::span<const Use> way) const {
        return anyDown() && any(way, [](const Gate& gate) { return gate.downForGood(); });
    }

private:
    template <class Is>
    [[nodiscard]] bool any(std::span<const Use> way, Is is) const {
        for (const Use& use : way)
            if (const auto it = states_.find(LinkId(use.resource.value)); it != states_.end() && is(it->second.gate)) return true;
        return false;
    }

    const Platform* platform_;
    std::map<LinkId, State> states_;
    std::size_t down_ = 0;
};

}  // namespace loom
