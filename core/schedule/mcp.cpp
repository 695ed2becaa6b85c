#include <algorithm>

#include "core/schedule/schedulers.h"
#include "core/schedule/static_scheduler.h"

namespace loom {

namespace {

// Orders tasks by the list [own latest start, ascending latest starts of all descendants], lexicographically, then by index.
class ByLatestStarts {
public:
    ByLatestStarts(const TaskGraph& graph, const std::vector<double>& latest) : graph_(graph), latest_(latest) {
        order_.reserve(graph.taskCount());
        for (std::size_t i = 0; i < graph.taskCount(); ++i) order_.emplace_back(i);
        std::stable_sort(order_.begin(), order_.end(), [&](TaskId a, TaskId b) { return at(a) < at(b); });
        // Descendants matter only among tasks of equal own value.
        for (std::size_t first = 0; first < order_.size();) {
            std::size_t last = first + 1;
            while (last < order_.size() && at(order_[last]) == at(order_[first])) ++last;
            if (last - first > 1) sortEqual(first, last);
            first = last;
        }
    }
    [[nodiscard]] const std::vector<TaskId>& order() const { return order_; }

private:
    [[nodiscard]] double at(TaskId task) const { return latest_[task.index()]; }

    std::vector<double> descendants(TaskId task) {
        seen_.assign(graph_.taskCount(), false);
        stack_.assign(1, task);
        std::vector<double> values;
        while (!stack_.empty()) {
            const TaskId top = stack_.back();
            stack_.pop_back();
            for (const TaskId child : graph_.successors(top)) {
                if (seen_[child.index()]) continue;
                seen_[child.index()] = true;
                stack_.push_back(child);
                values.push_back(at(child));
            }
        }
        std::sort(values.begin(), values.end());
        return values;
    }
    void sortEqual(std::size_t first, std::size_t last) {
        std::vector<std::pair<std::vector<double>, TaskId>> lists;
        for (std::size_t i = first; i < last; ++i) lists.emplace_back(descendants(order_[i]), order_[i]);
        std::sort(lists.begin(), lists.end());
        for (std::size_t i = first; i < last; ++i) order_[i] = lists[i - first].second;
    }

    const TaskGraph& graph_;
    const std::vector<double>& latest_;
    std::vector<TaskId> order_;
    std::vector<bool> seen_;
    std::vector<TaskId> stack_;
};

// Wu, Gajski, IEEE TPDS 1(3), 1990. O(n^2 log n + n^2 m); memory O(n d) for n tasks of equal latest start with d descendants.
class Mcp final : public StaticScheduler {
public:
    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        PartialSchedule schedule(view, Fill::insertion,
                                 {"smallest latest start time (ALAP) first; the node of earliest start, gaps included", "EST"},
                                 log);
        priorities_ = meanUpwardRanks(view.estimate, Averaging::pairs);
        const double length = priorities_.empty() ? 0 : *std::max_element(priorities_.begin(), priorities_.end());
        for (double& value : priorities_) value = length - value;
        // Places in the list as keys: where tasks take no time the list alone might put a child before its parent.
        const ByLatestStarts sorted(schedule.graph(), priorities_);
        std::vector<double> keys(priorities_.size());
        for (std::size_t i = 0; i < keys.size(); ++i) keys[sorted.order()[i].index()] = -static_cast<double>(i);
        placeInOrder(schedule, priorityOrder(schedule.graph(), keys), priorities_,
                     [](TaskId, std::span<Candidate> options) { return scoredByStart(options); });
        schedule.emit(placements);
    }
};

}  // namespace

SchedulerPtr makeMcp() { return std::make_unique<Mcp>(); }

}  // namespace loom
