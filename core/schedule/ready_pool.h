// The ready tasks of min-min and max-min, arranged so that the next one is found without looking at all of them.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "core/schedule/partial_schedule.h"

namespace loom {

// Holds tasks with their best (earliest) append finish and hands out the task whose best is smallest or largest; ties go to
// the lowest task index, then the lowest node index. Exactly the quadratic textbook loop, made cheap by two facts: a
// placement changes the finish times on its own node only, and never lowers them.
//
// Loose tasks carry their best, made anew after the node of that best took a task: at once for the largest, and for the
// smallest only when the task comes to the front, as an outdated best is a lower bound. A task whose inputs are everywhere
// before the nodes are free is settled: its finish is availability + compute time. Settled tasks whose compute times are
// ordered alike on every node stand in a chain in that order; their best follows the same order, so only the end of the
// chain is looked at. One decision costs O(m) per chain and O(m + log n) per loose task whose best was on the node just
// used; with work-based tasks a bag of n takes O(n (m + log n)). Worst case, unrelated compute times: O(n^2 m).
class ReadyPool {
public:
    enum class Pick : std::uint8_t { smallest, largest };
    struct Choice {
        TaskId task;
        Candidate best;
    };

    ReadyPool(const PartialSchedule& schedule, Pick pick);

    // A task no node can run is refused (false).
    bool add(TaskId task);
    // Takes the next task out; nothing if there is none.
    std::optional<Choice> take();
    // To be called after every placement on `node`.
    void nodeTaken(NodeId node);

private:
    struct RowLess {
        const Estimator* estimate;
        bool operator()(TaskId a, TaskId b) const;
    };
    // Tasks of equal compute times by a representative, in ascending order of compute times.
    using Chain = std::map<TaskId, std::set<TaskId>, RowLess>;
    struct Key {
        Time finish;
        TaskId task;
    };
    struct KeyLess {
        Pick pick;
        bool operator()(const Key& a, const Key& b) const {
            if (a.finish != b.finish) return pick == Pick::smallest ? a.finish < b.finish : a.finish > b.finish;
            return a.task < b.task;
        }
    };
    struct Loose {
        std::vector<Time> dataReady;  // by worker
        Candidate best;
        std::uint32_t version = 0;  // of the best's node when the best was made
    };
    struct ChainEnd {
        std::size_t chain;
        Chain::iterator group;
    };

    [[nodiscard]] Candidate bestOf(TaskId task, const std::vector<Time>* dataReady) const;
    [[nodiscard]] bool isSettled(TaskId task, const std::vector<Time>& dataReady) const;
    [[nodiscard]] bool follows(TaskId lower, TaskId higher) const;
    bool addToChain(TaskId task);
    void arrange(TaskId task, Loose loose);
    void renew(TaskId task);
    std::optional<Choice> bestLoose();
    // Looks at the end of a chain, and past it while the finish stays the same, for a choice better than `choice`.
    void lookAtChain(std::size_t index, std::optional<Choice>& choice, ChainEnd& end);

    const PartialSchedule& schedule_;
    Pick pick_;
    std::vector<Chain> chains_;
    std::map<TaskId, Loose> loose_;
    std::set<Key, KeyLess> looseOrder_;
    std::vector<std::uint32_t> version_;  // placements, by node
    std::vector<std::vector<TaskId>>
        bestOnNode_;  // for the largest: loose tasks by the node of their best; may name tasks already gone
};

}  // namespace loom
