#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/graph/graph_measures.h"

namespace loom {
namespace {

// Who can be reached from whom: one row of bits a task.
class Closure {
public:
    explicit Closure(const TaskGraph& graph) : words_((graph.taskCount() + 63) / 64), bits_(words_ * graph.taskCount(), 0) {
        const TaskSpan order = graph.topologicalOrder();
        for (std::size_t i = order.size(); i-- > 0;) {
            std::uint64_t* mine = bits_.data() + order[i].index() * words_;
            for (TaskId child : graph.successors(order[i])) {
                const std::uint64_t* theirs = row(child.index());
                for (std::size_t w = 0; w < words_; ++w) mine[w] |= theirs[w];
                mine[child.index() / 64] |= 1ull << (child.index() % 64);
            }
        }
    }
    [[nodiscard]] const std::uint64_t* row(std::size_t task) const { return bits_.data() + task * words_; }
    [[nodiscard]] std::size_t words() const { return words_; }

private:
    std::size_t words_;
    std::vector<std::uint64_t> bits_;
};

// A maximum matching of predecessors to successors in the closure: each augmenting search (Kuhn) visits a
// successor once, found by scanning the bits not yet visited.
class Matching {
public:
    Matching(const Closure& closure, std::size_t tasks)
        : closure_(closure), matchedTo_(tasks, kFree), unseen_(closure.words()), reachedFrom_(tasks) {
        for (std::size_t task = 0; task < tasks; ++task) size_ += augment(static_cast<std::uint32_t>(task)) ? 1 : 0;
    }
    [[nodiscard]] std::size_t size() const { return size_; }

private:
    static constexpr std::uint32_t kFree = 0xFFFFFFFFu;

    bool augment(std::uint32_t start) {
        std::fill(unseen_.begin(), unseen_.end(), ~0ull);
        std::vector<std::uint32_t> queue{start};
        for (std::size_t head = 0; head < queue.size(); ++head) {
            const std::uint32_t from = queue[head];
            const std::uint64_t* reaches = closure_.row(from);
            for (std::size_t w = 0; w < unseen_.size(); ++w) {
                for (std::uint64_t next = reaches[w] & unseen_[w]; next != 0; next &= next - 1) {
                    const auto to = static_cast<std::uint32_t>(w * 64 + static_cast<std::size_t>(__builtin_ctzll(next)));
                    unseen_[w] &= ~(1ull << (to % 64));
                    reachedFrom_[to] = from;
                    if (matchedTo_[to] == kFree) return flip(to, start);
                    queue.push_back(matchedTo_[to]);
                }
            }
        }
        return false;
    }

    // Matches along the path found, back to its start.
    bool flip(std::uint32_t to, std::uint32_t start) {
        for (;;) {
            const std::uint32_t from = reachedFrom_[to];
            matchedTo_[to] = from;
            if (from == start) return true;
            to = previousMatch(from, to);
        }
    }

    // The successor `from` was matched to before `taken`.
    [[nodiscard]] std::uint32_t previousMatch(std::uint32_t from, std::uint32_t taken) const {
        for (std::uint32_t to = 0;; ++to) {
            if (matchedTo_[to] == from && to != taken) return to;
        }
    }

    const Closure& closure_;
    std::vector<std::uint32_t> matchedTo_;  // successor -> predecessor
    std::vector<std::uint64_t> unseen_;
    std::vector<std::uint32_t> reachedFrom_;
    std::size_t size_ = 0;
};

}  // namespace

std::size_t antichainWidth(const TaskGraph& graph, std::size_t limit) {
    if (graph.taskCount() > limit) return 0;
    const Closure closure(graph);
    // Dilworth: the largest antichain is as large as the smallest cover by chains, n minus a maximum matching.
    return graph.taskCount() - Matching(closure, graph.taskCount()).size();
}

}  // namespace loom
