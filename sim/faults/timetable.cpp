#include "sim/faults/timetable.h"

#include <algorithm>

#include "core/platform/link_names.h"

namespace loom {

namespace {

constexpr std::uint64_t kLinkStreams = std::uint64_t{1} << 32;  // nodes have the keys below

Fault ofLink(Time at, Fault::Kind kind, LinkId link) {
    Fault fault{at, kind, NodeId::none()};
    fault.link = link;
    return fault;
}

}  // namespace

Timetable::Timetable(const FailurePlan& plan, const Platform& platform, std::uint64_t seed) {
    addNodes(plan, platform, seed);
    if (!plan.cuts.empty() || !plan.randomCuts.empty()) addLinks(plan, platform, seed);
    addProfiles(platform);
}

void Timetable::addNodes(const FailurePlan& plan, const Platform& platform, std::uint64_t seed) {
    for (const NodeCrash& crash : plan.crashes) {
        const NodeId node = platform.find(crash.node);
        initial_.push_back(Fault{crash.at, Fault::Kind::down, node});
        if (!crash.repair.isNever()) initial_.push_back(Fault{crash.at + crash.repair, Fault::Kind::up, node});
    }
    for (const Slowdown& slow : plan.slowdowns) {
        const NodeId node = platform.find(slow.node);
        initial_.push_back(Fault{slow.at, Fault::Kind::speed, node, 1 / slow.factor});
        if (!slow.duration.isNever()) initial_.push_back(Fault{slow.at + slow.duration, Fault::Kind::speed, node, 1});
    }
    for (const RandomFailures& random : plan.random) {
        for (std::size_t n = 0; n < platform.nodeCount(); ++n) {
            const NodeId node(n);
            if (random.nodes == "*" ? !platform.computes(node) : platform.node(node).name != random.nodes) continue;
            addSource(Fault{Time::zero(), Fault::Kind::down, node}, random.meanTimeToFailure, random.meanTimeToRepair, seed, n);
        }
    }
}

void Timetable::addLinks(const FailurePlan& plan, const Platform& platform, std::uint64_t seed) {
    const LinkNames names(platform);
    for (const LinkCut& cut : plan.cuts) {
        const LinkId link = names.find(cut.link);
        initial_.push_back(ofLink(cut.at, Fault::Kind::linkDown, link));
        if (!cut.repair.isNever()) initial_.push_back(ofLink(cut.at + cut.repair, Fault::Kind::linkUp, link));
    }
    for (const RandomCuts& random : plan.randomCuts) {
        const LinkId only = random.links == "*" ? LinkId::none() : names.find(random.links);
        for (std::size_t l = 0; l < platform.linkCount(); ++l) {
            if (only.valid() && only != LinkId(l)) continue;
            addSource(ofLink(Time::zero(), Fault::Kind::linkDown, LinkId(l)), random.meanTimeToFailure, random.meanTimeToRepair,
                      seed, kLinkStreams + l);
        }
    }
}

void Timetable::addSource(Fault first, double meanToFailure, double meanToRepair, std::uint64_t seed, std::uint64_t entity) {
    Source source{meanToFailure, meanToRepair, RandomStream(seed, Purpose::failure, entity),
                  RandomStream(seed, Purpose::repair, entity)};
    first.at = Time::fromSeconds(source.failures.exponential(meanToFailure));
    first.source = static_cast<std::uint32_t>(sources_.size());
    initial_.push_back(first);
    sources_.push_back(source);
}

void Timetable::addProfiles(const Platform& platform) {
    for (std::size_t n = 0; n < platform.nodeCount(); ++n) {
        const NodeInfo& node = platform.node(NodeId(n));
        addProfile(node.speedProfile, Fault{Time::zero(), Fault::Kind::speed, NodeId(n)}, false);
        addProfile(node.stateProfile, Fault{Time::zero(), Fault::Kind::up, NodeId(n)}, true);
    }
    for (std::size_t l = 0; l < platform.linkCount(); ++l) {
        const LinkInfo& link = platform.link(LinkId(l));
        addProfile(link.bandwidthProfile, ofLink(Time::zero(), Fault::Kind::linkRate, LinkId(l)), false);
        addProfile(link.latencyProfile, ofLink(Time::zero(), Fault::Kind::linkLatency, LinkId(l)), false);
        addProfile(link.stateProfile, ofLink(Time::zero(), Fault::Kind::linkUp, LinkId(l)), true);
    }
}

void Timetable::addProfile(const Profile& profile, Fault fault, bool isState) {
    if (profile.empty()) return;
    fault.profile = static_cast<std::uint32_t>(profiles_.size());
    profiles_.push_back(Unrolled{&profile, fault, isState});
    if (const std::optional<Fault> first = unroll(profiles_.back())) initial_.push_back(*first);
}

// The next point that changes something. A state that never changes ends here: after one whole pattern without a change
// there will be none.
std::optional<Fault> Timetable::unroll(Unrolled& unrolled) {
    const std::vector<Profile::Point>& points = unrolled.profile->points;
    for (std::size_t looked = 0; looked <= points.size(); ++looked) {
        if (unrolled.next == points.size()) {
            if (unrolled.profile->loopAfter < 0) return std::nullopt;
            unrolled.next = 0;
            ++unrolled.repeats;
        }
        const Profile::Point& point = points[unrolled.next++];
        const double period = points.back().time + unrolled.profile->loopAfter;
        Fault next = unrolled.fault;
        next.at = Time::fromSeconds(unrolled.repeats == 0 ? point.time : static_cast<double>(unrolled.repeats) * period + point.time);
        if (next.at.isNever()) return std::nullopt;
        if (!unrolled.isState) {
            next.factor = point.value;
            return next;
        }
        const bool ofNode = next.node.valid();
        if (point.value > 0)
            next.kind = ofNode ? Fault::Kind::up : Fault::Kind::linkUp;
        else
            next.kind = ofNode ? Fault::Kind::down : Fault::Kind::linkDown;
        if (next.kind == unrolled.fault.kind) continue;
        unrolled.fault = next;
        return next;
    }
    return std::nullopt;
}

bool Timetable::changesLinks() const {
    return std::any_of(initial_.begin(), initial_.end(), [](const Fault& fault) { return fault.link.valid(); });
}

std::optional<Fault> Timetable::following(const Fault& fault) {
    if (fault.ofProfile()) return unroll(profiles_[fault.profile]);
    if (fault.source == Fault::kFixed) return std::nullopt;
    Source& source = sources_[fault.source];
    Fault next = fault;
    if (!fault.isRepair()) {
        if (source.meanToRepair <= 0) return std::nullopt;
        next.kind = fault.kind == Fault::Kind::down ? Fault::Kind::up : Fault::Kind::linkUp;
        next.at = fault.at + Time::fromSeconds(source.repairs.exponential(source.meanToRepair));
    } else {
        next.kind = fault.kind == Fault::Kind::up ? Fault::Kind::down : Fault::Kind::linkDown;
        next.at = fault.at + Time::fromSeconds(source.failures.exponential(source.meanToFailure));
    }
    return next;
}

}  // namespace loom
