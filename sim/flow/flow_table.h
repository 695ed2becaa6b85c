// Which flows there are and who uses what: dense reused rows, uses in one pool, and for every resource the list of its
// users. Nothing is allocated once the run has seen its largest crowd.
#pragma once

#include <span>
#include <vector>

#include "sim/flow/flow_model.h"

namespace loom {

// One resource of one flow: occurrences added up. `weight` is share / penalty: what one unit of level takes of it.
struct FlowUse {
    double weight;
    std::uint32_t resource;
    std::uint32_t position;  // in users(resource)
};

// Who holds a flow back, when it is not a resource (those are holders below 2^32 - 8).
constexpr std::uint32_t kNoHolder = 0xFFFFFFFFu;  // waits to be given a rate
constexpr std::uint32_t kOwnPace = 0xFFFFFFFEu;   // its own bound or a fatpipe's

struct FlowRow {
    double penalty = 1;
    double bound = 0;           // most rate, as the caller gave it
    double ownLevel = 0;        // level (rate x penalty) at its own bound or a fatpipe's; infinite if some link binds before
    double left = 0;            // level seconds (B x penalty) left at `since`, while no resource holds it
    Time since;
    std::uint32_t holder = kNoHolder;
    std::uint32_t position = 0; // in the heap of its holder, or in the list of those that wait
    std::uint32_t firstUse = 0; // in the pool
    std::uint32_t shared = 0;   // uses of shared resources; they come first
    std::uint32_t uses = 0;     // with those of fatpipes
    std::uint32_t room = 0;     // uses its block of the pool can take
    FlowId id;
    ResourceId fatpipe;         // the one whose capacity is ownLevel
    std::uint32_t mark = 0, member = 0;  // scratch of the solver: member `member` of the solve `mark`
};

class FlowTable {
public:
    struct User {
        std::uint32_t row;
        std::uint32_t use;  // in the pool
    };

    explicit FlowTable(std::vector<Capacity> capacities);

    // A new row: uses merged, bound known, not yet among the users of anything. `weighted`: mind the penalty.
    std::uint32_t add(const FlowSpec& flow, Time now, bool weighted);
    void remove(std::uint32_t row);
    void link(std::uint32_t row);
    void unlink(std::uint32_t row);
    void setCapacity(std::size_t resource, double amount);
    // Which level the flow's own bound and its fatpipes allow; infinite when a shared resource allows less anyway.
    void findOwnLevel(std::uint32_t row);

    [[nodiscard]] std::size_t resources() const { return capacities_.size(); }
    [[nodiscard]] double capacity(std::size_t resource) const { return capacities_[resource].amount; }
    [[nodiscard]] std::uint32_t rowOf(FlowId id) const { return rowOf_[id.index()]; }
    [[nodiscard]] FlowRow& operator[](std::uint32_t row) { return rows_[row]; }
    [[nodiscard]] const FlowRow& operator[](std::uint32_t row) const { return rows_[row]; }
    [[nodiscard]] std::span<const FlowUse> sharedUses(std::uint32_t row) const { return {pool_.data() + rows_[row].firstUse, rows_[row].shared}; }
    [[nodiscard]] std::span<const FlowUse> uses(std::uint32_t row) const { return {pool_.data() + rows_[row].firstUse, rows_[row].uses}; }
    [[nodiscard]] const FlowUse& use(std::uint32_t inPool) const { return pool_[inPool]; }
    [[nodiscard]] std::uint32_t rows() const { return static_cast<std::uint32_t>(rows_.size()); }  // used or free
    [[nodiscard]] const std::vector<User>& users(std::size_t resource) const { return users_[resource]; }

private:
    void reserve(FlowRow& row, std::size_t uses);

    std::vector<Capacity> capacities_;
    std::vector<std::vector<User>> users_;    // by resource, in no order that matters
    std::vector<FlowRow> rows_;
    std::vector<FlowUse> pool_;
    std::vector<std::uint32_t> freeRows_;
    std::vector<std::vector<std::uint32_t>> freeBlocks_;  // by the logarithm of their size
    std::vector<std::uint32_t> rowOf_;        // by FlowId
    std::vector<std::uint32_t> seenAt_;       // by resource: where among the uses of the flow being added
    bool anyFatpipe_ = false;
};

}  // namespace loom
