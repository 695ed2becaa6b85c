#include "sim/faults/timetable.h"

namespace loom {

Timetable::Timetable(const FailurePlan& plan, const Platform& platform, std::uint64_t seed) {
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
            Source source{random.meanTimeToFailure, random.meanTimeToRepair, RandomStream(seed, Purpose::failure, n),
                          RandomStream(seed, Purpose::repair, n)};
            const Time first = Time::fromSeconds(source.failures.exponential(source.meanToFailure));
            initial_.push_back(Fault{first, Fault::Kind::down, node, 1, static_cast<std::uint32_t>(sources_.size())});
            sources_.push_back(source);
        }
    }
}

std::optional<Fault> Timetable::following(const Fault& fault) {
    if (fault.source == Fault::kFixed) return std::nullopt;
    Source& source = sources_[fault.source];
    Fault next = fault;
    if (fault.kind == Fault::Kind::down) {
        if (source.meanToRepair <= 0) return std::nullopt;
        next.kind = Fault::Kind::up;
        next.at = fault.at + Time::fromSeconds(source.repairs.exponential(source.meanToRepair));
    } else {
        next.kind = Fault::Kind::down;
        next.at = fault.at + Time::fromSeconds(source.failures.exponential(source.meanToFailure));
    }
    return next;
}

}  // namespace loom
