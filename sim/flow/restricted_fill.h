// Weighted max-min fairness with flow bounds by progressive filling (model-spec.md section 10.1; Bertsekas and Gallager,
// Data Networks, 2nd edition, 1992, section 6.5.2), restricted to some flows: everybody else keeps what they have.
#pragma once

#include <vector>

#include "core/base/indexed_heap.h"
#include "sim/flow/flow_groups.h"

namespace loom {

// Scratch of one solve; keeps its buffers. begin(), then take() flows until nothing is to be added, then fill(); more
// flows may be taken and fill() called again.
class RestrictedFill {
public:
    struct Member {
        std::uint32_t row;
        std::uint32_t holder;  // resource, or kOwnPace
        bool fixed;
    };
    // A resource that a member uses.
    struct Touched {
        std::uint32_t resource;
        std::uint32_t inside;   // members that use it
        std::uint32_t open;     // those without a rate yet
        bool holds;             // it is the bottleneck of members, at `level`
        bool stale;             // `level` is from before the last fix
        double capacity;
        double weight;          // of the members, added up
        double outside;         // what the others take
        double given;           // what members were given
        double pull;            // weights of the open ones
        double exactPull;       // pull when it was last added up from nothing
        double level;
    };

    RestrictedFill(FlowTable& flows, const FlowGroups& groups) : flows_(flows), groups_(groups), seen_(flows.resources()) {}

    void begin();
    [[nodiscard]] bool has(std::uint32_t row) const { return flows_[row].mark == mark_; }
    // `load` is what all users take of each resource at the levels of `groups`, by resource.
    void take(std::uint32_t row, const std::vector<double>& load);
    void touch(std::uint32_t resource, const std::vector<double>& load);
    void fill();

    [[nodiscard]] const std::vector<Member>& members() const { return members_; }
    [[nodiscard]] const std::vector<Touched>& touched() const { return touched_; }

private:
    struct Seen {
        std::uint32_t mark = 0, at = 0;  // touched_[at] when mark == mark_
    };
    struct Candidate {
        double key;  // no more than the level at which the resource is full
        std::uint32_t at;
    };
    void start();
    void refresh(Touched& touched, double reached);
    void fix(Member& member, double level, std::uint32_t holder);

    FlowTable& flows_;
    const FlowGroups& groups_;
    std::uint32_t mark_ = 0;
    std::vector<Seen> seen_;             // by resource
    std::vector<Member> members_;
    std::vector<Touched> touched_;
    std::vector<Candidate> candidates_;  // a heap: which resource is full next
    std::vector<std::uint32_t> bounded_; // members with a bound of their own, smallest level first
};

}  // namespace loom
