// Generalised dynamic level scheduling: Sih, Lee, IEEE TPDS 4(2), 1993. Of all ready tasks and nodes the pair of greatest level.
//   DL1(t, p) = SL*(t) - max(data ready, available) + (w*(t) - w(t, p))
//   DL2(t, p) = DL1 + w*(D) - min(w(D, p), F(t, D, p)): D is the child that receives most data from t, F the time until D is
//               through on the best other node, its transfer included, counted from the end of t
//   GDL       = DL2 + (greatest - second greatest DL2 of t over the nodes): what t loses without its preferred node
// Starred values are medians over the nodes, SL* counts no transfers. The two terms are switches; without both it is DLS.
// O(n r m) for r ready tasks and, once a task, O(m^2) for F.
#include <algorithm>
#include <limits>

#include "core/schedule/ready_list.h"
#include "core/schedule/schedulers.h"
#include "core/schedule/static_scheduler.h"

namespace loom {

namespace {

// The descendant term of every task and worker: w*(D) - min(w(D, p), F); row-major, zero for exits.
std::vector<double> descendantTerms(const Estimator& estimate, const std::vector<double>& median) {
    const TaskGraph& graph = estimate.graph();
    const std::vector<NodeId>& workers = estimate.workers();
    std::vector<double> terms(graph.taskCount() * workers.size(), 0);
    for (std::size_t t = 0; t < graph.taskCount(); ++t) {
        EdgeId most;
        for (const EdgeId edge : graph.outEdges(TaskId(t)))
            if (!most.valid() || graph.edgeBytes(edge) > graph.edgeBytes(most)) most = edge;
        if (!most.valid()) continue;
        const TaskId child = graph.target(most);
        for (std::size_t p = 0; p < workers.size(); ++p) {
            Time best = Time::never();
            for (std::size_t q = 0; q < workers.size(); ++q)
                best =
                    std::min(best, estimate.transferTime(most, workers[p], workers[q]) + estimate.computeTime(child, workers[q]));
            if (!best.isNever()) terms[t * workers.size() + p] = median[child.index()] - best.seconds();
        }
    }
    return terms;
}

class Gdl final : public StaticScheduler {
public:
    Gdl(bool descendants, bool scarcity) : descendants_(descendants), scarcity_(scarcity) {}

    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        PartialSchedule schedule(view, Fill::append,
                                 {"the ready task and node of greatest generalised dynamic level", "- dynamic level"}, log);
        median_ = medianSeconds(view.estimate);
        priorities_ = staticLevels(schedule.graph(), median_);
        terms_ = descendants_ ? descendantTerms(view.estimate, median_)
                              : std::vector<double>(median_.size() * schedule.workers().size(), 0);
        placeSmallest(schedule, priorities_, [this](ReadyTask& item) { return score(item); });
        schedule.emit(placements);
    }

private:
    // Scores are negative levels. What is lost without the preferred node is the same on all nodes: it decides between tasks.
    const Candidate* score(ReadyTask& item) const {
        const std::size_t t = item.task.index();
        for (std::size_t p = 0; p < item.options.size(); ++p) {
            Candidate& option = item.options[p];
            if (option.finish.isNever()) continue;
            const double w = (option.finish - option.start).seconds();
            option.score = -(priorities_[t] - option.start.seconds() + (median_[t] - w) + terms_[t * item.options.size() + p]);
        }
        const Candidate* best = smallestScore(item.options);
        double second = std::numeric_limits<double>::infinity();
        for (const Candidate& option : item.options)
            if (&option != best && !option.finish.isNever()) second = std::min(second, option.score);
        if (!scarcity_ || second == std::numeric_limits<double>::infinity()) return best;
        const double lost = second - best->score;
        for (Candidate& option : item.options)
            if (!option.finish.isNever()) option.score -= lost;
        return best;
    }

    bool descendants_;
    bool scarcity_;
    std::vector<double> median_;
    std::vector<double> terms_;
};

}  // namespace

SchedulerPtr makeGdl(bool descendants, bool scarcity) { return std::make_unique<Gdl>(descendants, scarcity); }

}  // namespace loom
