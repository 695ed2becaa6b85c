// Branch and bound over partial schedules. A state is a set of placed tasks; its children append one ready task to one node, in
// nondecreasing order of start, which reaches every semi-active schedule, so an optimal one too. Cut off are states whose bound
// is no shorter than the best plan, and states seen before. Bounds: the finish of every task at the earliest plus the longest
// path of shortest times behind it; the remaining work spread over the slots from when they are free, each at the best rate
// it has for any task; at the root, without transfers on equal nodes, Fernandez and Bussell, IEEE Trans. Computers C-22(8),
// 1973. All in multiples of the greatest common divisor of all times. Equal nodes that are empty (without transfers: in the
// same state) and equal tasks are tried once. The search starts from the shortest of several heuristics' plans - and, without
// transfers, of list schedules by perturbed levels, for half the budget - and stops after `budget` states; then the smallest
// bound of a state not looked into says how far the plan is from the optimum at most. O(budget (n + e + m log m)); more than 2000
// tasks get the heuristics only.
#include <algorithm>
#include <cstdio>
#include <string>
#include <unordered_set>

#include "core/base/rng.h"
#include "core/schedule/exact_state.h"
#include "core/schedule/rehearsal.h"
#include "core/schedule/schedulers.h"
#include "core/schedule/search_report.h"
#include "core/schedule/static_scheduler.h"

namespace loom {

namespace {

constexpr std::size_t kMostTasks = 2000;
constexpr std::size_t kMostTransfers = 50'000'000;  // edges x pairs of nodes that are looked at before the search

bool isSearchable(const Estimator& estimate) {
    const std::size_t m = estimate.workers().size();
    return estimate.graph().taskCount() <= kMostTasks && estimate.graph().edgeCount() * m * m <= kMostTransfers;
}

class Search {
public:
    Search(const ExactProblem& problem, std::uint64_t budget, const View& view, SearchReport& report)
        : problem_(problem), budget_(budget), view_(view), report_(report), state_(problem) {}

    // The placements of a plan shorter than the report's, in order of start; empty if there is none or none was found.
    std::vector<ExactState::Option> run() {
        for (std::uint64_t i = 0; problem_.isFree && !report_.isOptimal() && report_.evaluations < budget_ / 2 && !view_.cancelled(); ++i) probe(i);
        open_ = report_.makespan();
        explore(0, report_.bound);
        report_.bound = std::max(report_.bound, std::min(open_, report_.makespan()));
        return best_;
    }

private:
    [[nodiscard]] bool isSpent() const { return report_.evaluations >= budget_ || view_.cancelled(); }

    // A list schedule by levels that are a little off. Without transfers on equal nodes one of many is often optimal.
    void probe(std::uint64_t number) {
        RandomStream random(view_.seed, Purpose::scheduler, number);
        const double spread = 0.05 * static_cast<double>(1 + number % 10);
        std::vector<double> levels(problem_.tail.size());
        for (const TaskId task : problem_.tasks)
            levels[task.index()] = (problem_.shortest[task.index()] + problem_.tail[task.index()]).seconds() *
                                   random.uniform(1 - spread, 1 + spread);
        std::vector<ExactState::Option> options;
        while (!state_.isComplete()) {
            state_.options(options);
            ++report_.evaluations;
            if (options.empty()) break;
            const auto earlier = [&](const ExactState::Option& a, const ExactState::Option& b) {
                return a.start != b.start ? a.start < b.start : levels[a.task.index()] > levels[b.task.index()];
            };
            state_.place(*std::min_element(options.begin(), options.end(), earlier));
        }
        if (state_.isComplete()) keep();
        while (!state_.placed().empty()) state_.undo();
    }
    // Keeps the complete schedule if it is the shortest yet.
    void keep() {
        if (state_.makespan() >= report_.makespan()) return;
        report_.offer(state_.makespan());
        best_ = state_.placed();
    }

    void explore(std::size_t depth, Time bound) {
        if (state_.isComplete()) return keep();
        if (children_.size() <= depth) children_.resize(depth + 1);
        evaluate(depth, bound);
        for (std::size_t i = 0; i < children_[depth].size(); ++i) {
            const ExactState::Option child = children_[depth][i];
            if (child.bound >= report_.makespan()) return;  // and so are those behind it
            // Out of budget the best leaf below is not known: its bound counts as open.
            if (isSpent()) {
                open_ = std::min(open_, child.bound);
                return;
            }
            state_.place(child);
            explore(depth + 1, child.bound);
            state_.undo();
            if (report_.makespan() <= report_.bound) return;
        }
    }
    // The children worth a look, the most promising first.
    void evaluate(std::size_t depth, Time parent) {
        std::vector<ExactState::Option>& children = children_[depth];
        state_.options(children);
        for (ExactState::Option& child : children) {
            child.bound = std::max(parent, problem_.rounded(child.finish + problem_.tail[child.task.index()]));
            if (child.bound >= report_.makespan() || isSpent()) continue;
            ++report_.evaluations;
            state_.place(child);
            child.bound = std::max(parent, state_.bound());
            if (child.bound < report_.makespan() && !state_.isComplete() && !seen_.insert(state_.print()).second)
                child.bound = Time::never();
            state_.undo();
        }
        std::erase_if(children, [&](const ExactState::Option& child) { return child.bound >= report_.makespan(); });
        const auto level = [&](const ExactState::Option& o) {
            return problem_.shortest[o.task.index()] + problem_.tail[o.task.index()];
        };
        std::sort(children.begin(), children.end(), [&](const ExactState::Option& a, const ExactState::Option& b) {
            if (a.bound != b.bound) return a.bound < b.bound;
            if (a.start != b.start) return a.start < b.start;
            if (level(a) != level(b)) return level(a) > level(b);
            if (a.finish != b.finish) return a.finish < b.finish;
            return a.task != b.task ? a.task < b.task : a.worker < b.worker;
        });
    }

    const ExactProblem& problem_;
    std::uint64_t budget_;
    const View& view_;
    SearchReport& report_;
    ExactState state_;
    std::vector<std::vector<ExactState::Option>> children_;  // by depth
    std::unordered_set<ExactState::Print, ExactState::PrintHash> seen_;
    std::vector<ExactState::Option> best_;
    Time open_;  // the smallest bound of a state the budget left unexplored
};

class BranchAndBound final : public StaticScheduler, public ReportsSearch {
public:
    explicit BranchAndBound(std::uint64_t budget) : budget_(budget) {}

    [[nodiscard]] const SearchReport& report() const override { return report_; }

    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        report_ = {};
        priorities_.clear();
        std::vector<std::pair<TaskId, NodeId>> order = startFromHeuristics(view);
        if (view.cancelled()) return;
        if (isSearchable(view.estimate) && !order.empty()) {
            const ExactProblem problem(view.estimate);
            report_.bound = problem.bound();
            priorities_.assign(problem.tail.size(), 0);
            for (const TaskId task : problem.tasks)
                priorities_[task.index()] = (problem.shortest[task.index()] + problem.tail[task.index()]).seconds();
            if (!report_.isOptimal()) {
                const std::vector<ExactState::Option> best = Search(problem, budget_, view, report_).run();
                if (!best.empty()) order.clear();
                for (const ExactState::Option& option : best) order.emplace_back(option.task, problem.workers[option.worker]);
            }
        }
        const std::string rule = sentence();
        PartialSchedule schedule(view, Fill::append, {rule.c_str(), "EST"}, log);
        for (const auto& [task, node] : order) {
            std::span<Candidate> options;
            const Candidate chosen = schedule.candidate(task, node, schedule.dataReady(task, node));
            if (schedule.wants(task)) scoredByStart(options = schedule.candidates(task));
            schedule.place(task, chosen, priorities_.empty() ? 0 : priorities_[task.index()], options);
        }
        schedule.emit(placements);
    }

private:
    // The shortest of some heuristics' plans, in order of start.
    std::vector<std::pair<TaskId, NodeId>> startFromHeuristics(const View& view) {
        std::vector<Placement> best;
        for (const SchedulerPtr& heuristic : heuristics(isSearchable(view.estimate))) {
            Rehearsal rehearsal = rehearse(*heuristic, view);
            if (rehearsal.placements.empty() || rehearsal.makespan >= report_.makespan()) continue;
            report_.offer(rehearsal.makespan);
            best = std::move(rehearsal.placements);
        }
        std::stable_sort(best.begin(), best.end(), [](const Placement& a, const Placement& b) { return a.start < b.start; });
        std::vector<std::pair<TaskId, NodeId>> order;
        for (const Placement& placement : best) order.emplace_back(placement.task, placement.node);
        return order;
    }
    static std::vector<SchedulerPtr> heuristics(bool small) {
        std::vector<SchedulerPtr> list;
        list.push_back(makeHeft(Averaging::pairs, Fill::insertion));
        list.push_back(makePairScheduler(PairRule::minMin, ReadySet::refresh));
        if (!small) return list;
        list.push_back(makeHlfet());
        list.push_back(makeEtf());
        list.push_back(makeMcp());
        return list;
    }
    [[nodiscard]] std::string sentence() const {
        const std::string spent = std::to_string(report_.evaluations) + " states";
        if (report_.isOptimal()) return "part of the shortest schedule there is, proved after " + spent;
        if (report_.bound == Time::zero()) return "part of the shortest schedule of some heuristics; too large to search";
        char gap[32];
        std::snprintf(gap, sizeof gap, "%.2f", report_.gap() * 100);
        return "part of the shortest schedule found in " + spent + "; none is shorter by more than " + gap + " % of the bound";
    }

    std::uint64_t budget_;
    SearchReport report_;
};

}  // namespace

SchedulerPtr makeBranchAndBound(std::uint64_t budget) { return std::make_unique<BranchAndBound>(budget); }

}  // namespace loom
