#include "core/schedule/dask_stealing.h"

#include <algorithm>
#include <array>

#include "core/laws/policies.h"

namespace loom {

namespace {

constexpr int kLevels = 15;

// Busiest first: the saturated, or of those with more tasks than threads the ten with most to do, if that is over 0.2 s.
std::vector<NodeId> victimsOf(DaskWorkers& workers) {
    const double average = workers.averageOccupancy();
    std::vector<NodeId> saturated, busy;
    for (const NodeId node : workers.live()) {
        if (workers.isSaturated(node, average)) saturated.push_back(node);
        const bool waits = workers.processing(node) > workers.threads(node) && !workers.isIdle(node, average);
        if (waits && workers.ledger().occupancy(node) > 0.2) busy.push_back(node);
    }
    const auto busiest = [&](std::vector<NodeId>& nodes) {
        std::stable_sort(nodes.begin(), nodes.end(), [&](NodeId a, NodeId b) {
            return workers.ledger().occupancy(a) > workers.ledger().occupancy(b);
        });
    };
    busiest(saturated);
    if (!saturated.empty()) return saturated;
    busiest(busy);
    if (busy.size() > 10) busy.resize(10);
    return busy;
}

// 0 for a task that reads nothing; none for one that is never stolen.
std::optional<int> levelOf(const DaskLedger& ledger, const TaskGraph& graph, TaskId task) {
    const double seconds = ledger.duration(task);
    if (seconds <= 0.001) return std::nullopt;
    if (graph.predecessors(task).empty()) return 0;
    return laws::daskStealLevel(laws::daskStealRatio(ledger.inputBytes(task), ledger.bandwidth(), seconds));
}

class Round {
public:
    Round(DaskWorkers& workers, const std::function<void(TaskId, NodeId, NodeId)>& steal)
        : workers_(workers), steal_(steal), idle_(workers.idle()) {}

    void run(const std::function<bool(TaskId)>& mayMove) {
        if (idle_.empty() || idle_.size() == workers_.live().size()) return;
        const std::vector<NodeId> victims = victimsOf(workers_);
        std::vector<std::array<std::vector<TaskId>, kLevels>> tasks(victims.size());
        for (std::size_t v = 0; v < victims.size(); ++v)
            for (const TaskId task : workers_.tasksOf(victims[v])) {
                if (!mayMove(task)) continue;
                const std::optional<int> level = levelOf(workers_.ledger(), workers_.graph(), task);
                if (level) tasks[v][static_cast<std::size_t>(*level)].push_back(task);
            }
        for (std::size_t level = 0; level < kLevels; ++level)
            for (std::size_t v = 0; v < victims.size(); ++v)
                for (const TaskId task : tasks[v][level])
                    if (!idle_.empty() && workers_.processing(victims[v]) > workers_.threads(victims[v])) offer(task, victims[v]);
    }

private:
    void offer(TaskId task, NodeId victim) {
        const NodeId thief = workers_.best(task, idle_);
        if (!thief.valid()) return;
        DaskLedger& ledger = workers_.ledger();
        const auto transfer = [&](NodeId node) { return ledger.missingBytes(task, node) / ledger.bandwidth(); };
        const laws::StealTest test =
            laws::daskSteal(ledger.occupancy(thief), transfer(thief), ledger.occupancy(victim), transfer(victim), ledger.duration(task));
        if (!test.steal()) return;
        steal_(task, victim, thief);
        if (!workers_.isIdle(thief, workers_.averageOccupancy())) std::erase(idle_, thief);
    }

    DaskWorkers& workers_;
    const std::function<void(TaskId, NodeId, NodeId)>& steal_;
    std::vector<NodeId> idle_;
};

}  // namespace

void daskStealingRound(DaskWorkers& workers, const std::function<bool(TaskId)>& mayMove,
                       const std::function<void(TaskId, NodeId, NodeId)>& steal) {
    Round(workers, steal).run(mayMove);
}

bool daskMaySteal(DaskWorkers& workers) {
    const auto waits = [&](NodeId node) { return workers.processing(node) > workers.threads(node); };
    const std::vector<NodeId>& live = workers.live();
    if (std::none_of(live.begin(), live.end(), waits)) return false;
    const std::size_t idle = workers.idle().size();
    return idle > 0 && idle < live.size();
}

}  // namespace loom
