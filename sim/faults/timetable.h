// When nodes and links fail, come back and change their pace: a failure plan and the platform's profiles unrolled one
// event at a time.
#pragma once

#include <optional>
#include <vector>

#include "core/base/rng.h"
#include "core/platform/platform.h"
#include "core/scenario/failure_plan.h"

namespace loom {

// One change of a node or a link.
struct Fault {
    static constexpr std::uint32_t kFixed = 0xFFFFFFFFu;
    enum class Kind : std::uint8_t { down, up, speed, linkDown, linkUp, linkRate, linkLatency };
    Time at;
    Kind kind = Kind::down;
    NodeId node;
    double factor = 1;               // speed: of nominal; linkRate: B/s; linkLatency: s
    std::uint32_t source = kFixed;   // the random process it was drawn from
    LinkId link = LinkId::none();
    std::uint32_t profile = kFixed;  // the profile it stands in
    [[nodiscard]] bool ofProfile() const { return profile != kFixed; }
    [[nodiscard]] bool isRepair() const { return kind == Kind::up || kind == Kind::linkUp; }
};

// Names must exist on the platform (resolveScenario checks), which must outlive the table. Random failures are drawn from
// streams keyed by (seed, failure | repair, node or link), one draw a fault, so they do not depend on anything else in the
// run. Profiles that say nothing new at a point (on and still on) make no fault of it.
class Timetable {
public:
    Timetable(const FailurePlan& plan, const Platform& platform, std::uint64_t seed);

    // The faults known at the start: all fixed ones and the first of every random process and profile.
    [[nodiscard]] const std::vector<Fault>& initial() const { return initial_; }
    // Some link fails or changes its bandwidth or latency in the course of the run.
    [[nodiscard]] bool changesLinks() const;
    // What follows a fault of a random process or a profile, counted from its time; nullopt for fixed ones, for what stays
    // down and after the end of a profile.
    std::optional<Fault> following(const Fault& fault);

private:
    struct Source {
        double meanToFailure, meanToRepair;  // s
        RandomStream failures, repairs;
    };
    struct Unrolled {
        const Profile* profile;
        Fault fault;  // what its points make; of a state: the last one made
        bool isState = false;
        std::size_t next = 0;       // point
        std::uint64_t repeats = 0;  // of the whole pattern
    };
    void addNodes(const FailurePlan& plan, const Platform& platform, std::uint64_t seed);
    void addLinks(const FailurePlan& plan, const Platform& platform, std::uint64_t seed);
    void addSource(Fault first, double meanToFailure, double meanToRepair, std::uint64_t seed, std::uint64_t entity);
    void addProfiles(const Platform& platform);
    void addProfile(const Profile& profile, Fault fault, bool isState);
    std::optional<Fault> unroll(Unrolled& unrolled);

    std::vector<Fault> initial_;
    std::vector<Source> sources_;
    std::vector<Unrolled> profiles_;
};

}  // namespace loom
