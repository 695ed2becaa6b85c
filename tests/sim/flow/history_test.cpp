// The fast models against the obvious ones after every event of random histories: rates, certificates, finish times.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/rng.h"
#include "sim/flow/flow_model.h"
#include "tests/support/reference_rates.h"

namespace loom::test {
namespace {

using Rates = std::vector<double> (*)(const std::vector<Capacity>&, const std::vector<ReferenceFlow>&);

// A world of resources in which flows come and go at random.
struct World {
    std::vector<Capacity> capacities;
    std::size_t common = 0;    // the first resources are crossed by every flow, but by strangers
    double strangers = 0;      // part of the flows that do not cross them
    std::size_t crowd = 0;     // flows kept alive at once
    bool ties = false;         // equal penalties, round numbers
    bool reverse = false;      // every flow takes 0.05 of the way back
};

class History {
public:
    History(World world, std::string_view model, Rates reference, std::uint64_t seed)
        : world_(std::move(world)), rng_(seed, Purpose::test, 1), reference_(reference), model_(std::move(*makeFlowModel(model, world_.capacities))) {}

    void step() {
        const std::uint64_t batch = 1 + rng_.below(3);
        const std::uint64_t kind = rng_.below(16);
        if (kind == 0) changeCapacity();
        else if (kind == 1 && !active_.empty()) removeSome(batch);
        else if (kind < 9 && active_.size() < world_.crowd) for (std::uint64_t i = 0; i < batch * 2; ++i) add();
        else if (kind < 11) wait();
        else completeNext();
        compare();
    }
    [[nodiscard]] bool maxMin() const { return reference_ == maxMinRates; }

private:
    void add() {
        ReferenceFlow flow;
        flow.id = freeId();
        const std::size_t own = world_.capacities.size() - world_.common;
        const bool stranger = rng_.uniform() < world_.strangers;
        for (std::size_t r = 0; r < world_.common && !stranger; ++r) flow.uses.push_back({ResourceId(r), 1});
        const std::uint64_t hops = own == 0 ? 0 : 1 + rng_.below(3);
        for (std::uint64_t h = 0; h < hops; ++h) flow.uses.push_back({ResourceId(world_.common + rng_.below(own)), 1});
        if (flow.uses.empty()) flow.uses.push_back({ResourceId(0), 1});
        if (world_.reverse) {
            const std::size_t there = flow.uses.size();
            for (std::size_t u = 0; u < there; ++u) {
                const std::size_t r = flow.uses[u].resource.index();
                flow.uses.push_back({ResourceId(r < world_.common || own < 2 ? r : world_.common + ((r - world_.common) ^ 1) % own), 0.05});
            }
        }
        flow.work = world_.ties ? static_cast<double>(1 + rng_.below(4)) : 1e3 * rng_.uniform() + 1e-3;
        flow.penalty = world_.ties ? 1 : std::pow(10, 6 * rng_.uniform() - 3);
        if (rng_.below(5) == 0) flow.bound = world_.ties ? static_cast<double>(1 + rng_.below(3)) : 100 * rng_.uniform() + 1e-3;
        active_.push_back(flow);
        model_->add(FlowSpec{flow.id, flow.uses, flow.work, flow.penalty, flow.bound}, now_);
    }
    FlowId freeId() {
        for (std::uint32_t id = 0;; ++id)
            if (std::none_of(active_.begin(), active_.end(), [&](const ReferenceFlow& f) { return f.id.value == id; })) return FlowId(id);
    }
    void removeSome(std::uint64_t count) {
        for (std::uint64_t i = 0; i < count && !active_.empty(); ++i) {
            const std::size_t at = rng_.below(active_.size());
            model_->remove(active_[at].id, now_);
            active_.erase(active_.begin() + static_cast<std::ptrdiff_t>(at));
        }
    }
    void changeCapacity() {
        const std::size_t r = rng_.below(world_.capacities.size());
        const double before = world_.capacities[r].amount;
        const double choices[] = {0, before, before == 0 ? 7 : before * 2, before == 0 ? 5 : before / 3};
        world_.capacities[r].amount = choices[rng_.below(4)];
        model_->setCapacity(ResourceId(r), world_.capacities[r].amount, now_);
    }
    // Not up to the end of a flow: whether it is through when something changes there is a matter of rounding. What a
    // microsecond carries is far above what is lost in rounding, at any level drawn here.
    void wait() {
        const Time until = std::min(now_ + Time::fromSeconds(rng_.uniform()), model_->nextCompletion() - Time::fromNanoseconds(1000));
        if (until > now_) moveTo(until);
    }
    void completeNext() {
        const Time next = model_->nextCompletion();
        if (next.isNever()) return;
        moveTo(next);
        std::vector<FlowId> finished;
        model_->complete(next, finished);
        RC_ASSERT(!finished.empty());
        RC_ASSERT(std::is_sorted(finished.begin(), finished.end()));
        for (const FlowId id : finished) {
            const auto at = std::find_if(active_.begin(), active_.end(), [&](const ReferenceFlow& f) { return f.id == id; });
            RC_ASSERT(at != active_.end());
            const double rate = rates_[static_cast<std::size_t>(at - active_.begin())];
            // What was carried is what was asked for: to the rounding of the end to a nanosecond.
            RC_ASSERT(std::abs(at->work) <= 1e-9 * rate + 1e-9 * 1e3);
            rates_.erase(rates_.begin() + (at - active_.begin()));
            active_.erase(at);
        }
    }
    void moveTo(Time to) {
        for (std::size_t f = 0; f < active_.size(); ++f) active_[f].work -= rates_[f] * (to - now_).seconds();
        now_ = to;
    }
    // What either side may lose where it takes the rates of all flows from a capacity, one after the other: the crumb
    // that a flow of a million times the penalty gets from a link of 100 is known to no more digits than the 100 is.
    [[nodiscard]] double rounding() const {
        double largest = 0;
        for (const Capacity& capacity : world_.capacities) largest = std::max(largest, capacity.amount);
        return static_cast<double>(active_.size()) * std::numeric_limits<double>::epsilon() * largest;
    }
    void compare() {
        rates_ = reference_(world_.capacities, active_);
        const double lost = rounding();
        double soonest = std::numeric_limits<double>::infinity(), blurred = 0;
        for (std::size_t f = 0; f < active_.size(); ++f) {
            const double rate = model_->rate(active_[f].id);
            RC_ASSERT(std::abs(rate - rates_[f]) <= 1e-9 * rates_[f] + lost);
            const double left = rates_[f] > 0 ? std::max(0.0, active_[f].work / rates_[f]) : soonest;
            if (left >= soonest) continue;
            soonest = left;
            blurred = left * lost / rates_[f];
        }
        const Time next = model_->nextCompletion();
        RC_ASSERT(next.isNever() == (Time::fromSeconds(soonest).isNever()));
        if (!next.isNever()) RC_ASSERT(std::abs((next - now_).seconds() - soonest) <= 2e-9 + 1e-9 * soonest + blurred + 1e-9 * now_.seconds());
        if (maxMin()) RC_ASSERT(maxMinFlaw(*model_, world_.capacities, active_) == "");
    }

    World world_;
    RandomStream rng_;
    Rates reference_;
    std::unique_ptr<FlowModel> model_;
    std::vector<ReferenceFlow> active_;  // work: what is left
    std::vector<double> rates_;          // of the active flows, by the reference
    Time now_;
};

World anyWorld(RandomStream& rng) {
    World world;
    world.ties = rng.below(3) == 0;
    world.reverse = rng.below(3) == 0;
    world.crowd = 2 + rng.below(20);
    const std::uint64_t resources = 1 + rng.below(9);
    for (std::uint64_t r = 0; r < resources; ++r)
        world.capacities.push_back({world.ties ? static_cast<double>(2 + 2 * rng.below(3)) : 100 * rng.uniform() + 1, rng.below(6) == 0 ? Sharing::fatpipe : Sharing::shared});
    if (rng.below(2) == 0) world.common = 1;
    world.strangers = rng.below(2) == 0 ? 0.3 : 0;
    return world;
}

// Many flows over one common resource that holds all or nearly all of them: the short cut, entered and left.
World backbone(RandomStream& rng) {
    World world;
    world.common = 1;
    world.crowd = 20 + rng.below(40);
    world.strangers = rng.below(3) == 0 ? 0.05 : 0;
    world.reverse = rng.below(2) == 0;
    world.ties = rng.below(2) == 0;
    world.capacities.push_back({100, Sharing::shared});
    const std::uint64_t hosts = 4 + rng.below(12);
    const double access = 20 + 100 * rng.uniform();
    for (std::uint64_t h = 0; h < 2 * hosts; ++h) world.capacities.push_back({access, Sharing::shared});
    return world;
}

void live(World (*world)(RandomStream&), std::string_view model, Rates reference, int steps) {
    EXPECT_TRUE(rc::check([&] {
        const auto seed = *rc::gen::arbitrary<std::uint64_t>();
        RandomStream rng(seed, Purpose::test, 0);
        History history(world(rng), model, reference, seed);
        for (int s = 0; s < steps; ++s) history.step();
    }));
}

TEST(MaxMin, AgreesWithSolvingFromNothingAfterEveryEvent) { live(anyWorld, "max-min", maxMinRates, 150); }
TEST(MaxMin, AgreesWithSolvingFromNothingOnABackbone) { live(backbone, "max-min", maxMinRates, 200); }
TEST(FairShare, AgreesWithSplittingFromNothingAfterEveryEvent) { live(anyWorld, "fair-share", fairShareRates, 150); }
TEST(FairShare, AgreesWithSplittingFromNothingOnABackbone) { live(backbone, "fair-share", fairShareRates, 200); }

}  // namespace
}  // namespace loom::test
