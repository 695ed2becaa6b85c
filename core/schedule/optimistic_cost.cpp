#include "core/schedule/optimistic_cost.h"

#include <algorithm>
#include <limits>

namespace loom {

namespace {

constexpr double kImpossible = std::numeric_limits<double>::infinity();

class Table {
public:
    Table(const Estimator& estimate, bool links, const Progress* progress) : estimate_(estimate), links_(links), m_(estimate.workers().size()) {
        const std::size_t n = estimate.graph().taskCount();
        costs_.assign(n * m_, 0);
        best_.resize(m_);
        const TaskSpan order = estimate.graph().topologicalOrder();
        // Backwards, every row pushed to the parents, so that a child's row is made once and used for all of them.
        for (std::size_t i = n; i-- > 0 && !Progress::cancelled(progress);) pushToParents(order[i]);
    }
    std::vector<double> take() { return std::move(costs_); }

private:
    void pushToParents(TaskId child) {
        row_.clear();
        for (std::size_t q = 0; q < m_; ++q) {
            const Time w = estimate_.computeTime(child, estimate_.workers()[q]);
            row_.push_back(w.isNever() ? kImpossible : costs_[child.index() * m_ + q] + w.seconds());
        }
        if (*std::min_element(row_.begin(), row_.end()) == kImpossible) return;
        for (const EdgeId edge : estimate_.graph().inEdges(child)) {
            if (links_) {
                overLinks(edge);
            } else {
                overMean(edge);
            }
            double* parent = &costs_[estimate_.graph().source(edge).index() * m_];
            for (std::size_t p = 0; p < m_; ++p) parent[p] = std::max(parent[p], best_[p]);
        }
    }
    void overMean(EdgeId edge) {
        const double transfer = estimate_.meanTransferByPairs(edge);
        // The smallest over q != p is the smallest or, at its own column, the second smallest; staying there is not dearer.
        const double away = *std::min_element(row_.begin(), row_.end()) + transfer;
        for (std::size_t p = 0; p < m_; ++p) best_[p] = std::min(row_[p], away);
    }
    void overLinks(EdgeId edge) {
        const std::vector<NodeId>& workers = estimate_.workers();
        for (std::size_t p = 0; p < m_; ++p) {
            best_[p] = row_[p];
            for (std::size_t q = 0; q < m_; ++q)
                if (p != q)
                    best_[p] = std::min(best_[p], row_[q] + estimate_.transferTime(edge, workers[p], workers[q]).seconds());
        }
    }

    const Estimator& estimate_;
    bool links_;
    std::size_t m_;
    std::vector<double> costs_;
    std::vector<double> row_;   // OCT + w of the child, by worker
    std::vector<double> best_;  // min over q, by worker of the parent
};

}  // namespace

std::vector<double> optimisticCosts(const Estimator& estimate, bool links, const Progress* progress) {
    return Table(estimate, links, progress).take();
}

}  // namespace loom
