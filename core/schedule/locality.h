// Where tasks would rather run, and ready tasks kept by that.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/schedule/scheduler.h"

namespace loom {

// How near a task's data is, best first. A task without preference may run anywhere at once.
enum class Locality : std::uint8_t { node, noPreference, rack, any };

// The workers that hold at least `share` (0 to 1) of the task's input bytes; empty when none does, or all do.
std::vector<NodeId> preferredNodes(const View& view, TaskId task, double share);
// The workers that hold most of the task's input bytes; empty when nobody holds any, or all hold as much.
std::vector<NodeId> nearestNodes(const View& view, TaskId task);

// Tasks that wait for a node, by the nodes and racks (NodeInfo::group) they prefer. O(log n) a task and list.
class PendingTasks {
public:
    struct Found {
        TaskId task;  // none(): there is none
        Locality locality = Locality::any;
    };

    // The platform must outlive it.
    explicit PendingTasks(const Platform& platform);

    // `order` decides among tasks of one locality, smallest first, ties to the lowest index.
    void add(TaskId task, std::int64_t order, std::vector<NodeId> preferred);
    void remove(TaskId task);
    [[nodiscard]] bool empty() const { return all_.empty(); }
    // A task waits that prefers a node, has no preference, prefers a rack, or at all.
    [[nodiscard]] bool anyAt(Locality locality) const;
    // The nearest task for the node that is no farther than `farthest` and that fits(task).
    template <class Fits>
    [[nodiscard]] Found first(NodeId node, Locality farthest, Fits fits) const {
        const TaskId local = firstOf(byNode_[node.index()], fits);
        if (local.valid()) return {local, Locality::node};
        if (farthest == Locality::node) return {};
        const TaskId free = firstOf(free_, fits);
        if (free.valid() || farthest == Locality::noPreference) return {free, Locality::noPreference};
        const std::size_t rack = rackOf_[node.index()];
        const TaskId near = rack == kNoRack ? TaskId::none() : firstOf(byRack_[rack], fits);
        if (near.valid() || farthest == Locality::rack) return {near, Locality::rack};
        return {firstOf(all_, fits), Locality::any};
    }

private:
    struct Entry {
        std::int64_t order;
        TaskId task;
        friend auto operator<=>(const Entry&, const Entry&) = default;
    };
    using List = std::set<Entry>;
    struct Row {
        std::int64_t order;
        std::vector<NodeId> preferred;
    };
    template <class Fits>
    static TaskId firstOf(const List& list, Fits fits) {
        for (const Entry& entry : list)
            if (fits(entry.task)) return entry.task;
        return {};
    }
    // Calls visit(list) for every list the task stands in.
    template <class Visit>
    void inLists(const Row& row, Visit visit);

    static constexpr std::size_t kNoRack = ~std::size_t{0};
    std::vector<std::size_t> rackOf_;  // by node
    std::vector<List> byNode_;
    std::vector<List> byRack_;
    List free_, all_;
    std::map<TaskId, Row> rows_;
    std::size_t preferNode_ = 0, preferRack_ = 0;  // tasks
};

// How long a queue has gone without a local start: first rack-local tasks may start, then any (delay scheduling).
class LocalityWait {
public:
    LocalityWait(Time forRack, Time forAny) : forRack_(forRack), forAny_(forAny) {}

    void passed(Time now) {
        if (since_.isNever()) since_ = now;
    }
    void startedLocally() { since_ = Time::never(); }
    // What may start at `now`, if it has been passed over by then.
    [[nodiscard]] Locality farthest(Time now) const;
    // When the answer changes next; never() when it does not.
    [[nodiscard]] Time next(Time now) const;

private:
    Time forRack_, forAny_;  // after the first pass, and after that
    Time since_ = Time::never();
};

}  // namespace loom
