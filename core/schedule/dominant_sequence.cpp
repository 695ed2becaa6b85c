#include "core/schedule/dominant_sequence.h"

#include <algorithm>
#include <set>

#include "core/schedule/priority_order.h"

namespace loom {

namespace {

constexpr std::size_t kNone = ~std::size_t{0};

class Dsc {
public:
    explicit Dsc(const Estimator& estimate)
        : graph_(estimate.graph()),
          work_(meanSeconds(estimate)),
          transfer_(graph_.edgeCount()),
          tlevel_(work_.size(), 0),
          finish_(work_.size(), 0),
          missing_(work_.size()) {
        for (std::size_t e = 0; e < transfer_.size(); ++e) transfer_[e] = estimate.meanTransferByPairs(EdgeId(e));
        out_.blevels = meanUpwardRanks(estimate, Averaging::pairs);
        out_.clusterOf.assign(work_.size(), kNone);
        for (std::size_t i = 0; i < work_.size(); ++i) {
            missing_[i] = graph_.predecessors(TaskId(i)).size();
            if (missing_[i] == 0) free_.insert(entry(TaskId(i)));
        }
    }

    Clustering run() {
        while (!free_.empty()) {
            const TaskId task = free_.begin()->task;
            examine(task, spared());
            free_.erase(free_.begin());
            announce(task);
        }
        std::erase_if(out_.clusters, [](const auto& cluster) { return cluster.empty(); });
        for (std::size_t c = 0; c < out_.clusters.size(); ++c)
            for (const TaskId task : out_.clusters[c]) out_.clusterOf[task.index()] = c;
        for (const double finish : finish_) out_.makespan = std::max(out_.makespan, finish);
        return std::move(out_);
    }

private:
    struct Entry {
        double priority;
        TaskId task;
        friend bool operator<(const Entry& a, const Entry& b) {
            return a.priority != b.priority ? a.priority > b.priority : a.task < b.task;
        }
    };
    struct Merge {
        std::vector<TaskId> movers;  // parents that join the cluster, in the order they run
        double tlevel = 0;
    };

    [[nodiscard]] Entry entry(TaskId task) const { return {tlevel_[task.index()] + out_.blevels[task.index()], task}; }
    [[nodiscard]] std::size_t clusterOf(TaskId task) const { return out_.clusterOf[task.index()]; }
    [[nodiscard]] double endOf(std::size_t cluster) const {
        return out_.clusters[cluster].empty() ? 0 : finish_[out_.clusters[cluster].back().index()];
    }
    [[nodiscard]] double arrival(EdgeId edge) const { return finish_[graph_.source(edge).index()] + transfer_[edge.index()]; }

    // The cluster that must be kept for the most important partially free task; kNone if there is none to spare.
    [[nodiscard]] std::size_t spared() const {
        if (partial_.empty() || !(*partial_.begin() < *free_.begin())) return kNone;
        const TaskId task = partial_.begin()->task;
        EdgeId last;
        for (const EdgeId edge : graph_.inEdges(task)) {
            if (clusterOf(graph_.source(edge)) == kNone) continue;
            if (!last.valid() || arrival(edge) > arrival(last)) last = edge;
        }
        const std::size_t cluster = clusterOf(graph_.source(last));
        double there = endOf(cluster);
        for (const EdgeId edge : graph_.inEdges(task)) {
            const std::size_t from = clusterOf(graph_.source(edge));
            if (from != kNone && from != cluster) there = std::max(there, arrival(edge));
        }
        return there < tlevel_[task.index()] ? cluster : kNone;
    }

    // What joining `cluster` together with `movers` makes of the task's tlevel.
    [[nodiscard]] Merge merged(TaskId task, std::size_t cluster, std::vector<TaskId> movers) const {
        std::stable_sort(movers.begin(), movers.end(), [&](TaskId a, TaskId b) {
            return tlevel_[a.index()] != tlevel_[b.index()] ? tlevel_[a.index()] < tlevel_[b.index()] : a < b;
        });
        double end = endOf(cluster);
        for (const TaskId mover : movers) end = std::max(end, arrivalIn(mover, cluster)) + work_[mover.index()];
        Merge merge{std::move(movers), end};
        for (const EdgeId edge : graph_.inEdges(task)) {
            const TaskId parent = graph_.source(edge);
            const bool zeroed =
                clusterOf(parent) == cluster || std::find(merge.movers.begin(), merge.movers.end(), parent) != merge.movers.end();
            if (!zeroed) merge.tlevel = std::max(merge.tlevel, arrival(edge));
        }
        return merge;
    }
    // When the inputs of an examined task would be in `cluster`.
    [[nodiscard]] double arrivalIn(TaskId task, std::size_t cluster) const {
        double there = 0;
        for (const EdgeId edge : graph_.inEdges(task))
            there =
                std::max(there, clusterOf(graph_.source(edge)) == cluster ? finish_[graph_.source(edge).index()] : arrival(edge));
        return there;
    }

    void examine(TaskId task, std::size_t forbidden) {
        std::vector<EdgeId> edges(graph_.inEdges(task).begin(), graph_.inEdges(task).end());
        std::stable_sort(edges.begin(), edges.end(), [&](EdgeId a, EdgeId b) { return arrival(a) > arrival(b); });
        std::size_t cluster = edges.empty() ? kNone : clusterOf(graph_.source(edges.front()));
        Merge best{{}, tlevel_[task.index()]};
        bool joins = false;
        if (cluster == forbidden) edges.clear();
        std::vector<TaskId> movers;
        for (const EdgeId edge : edges) {
            const TaskId parent = graph_.source(edge);
            if (clusterOf(parent) != cluster) {
                if (graph_.successors(parent).size() > 1) break;
                movers.push_back(parent);
            }
            Merge merge = merged(task, cluster, movers);
            if (merge.tlevel >= best.tlevel) continue;
            best = std::move(merge);
            joins = true;
        }
        if (!joins) {
            cluster = out_.clusters.size();
            out_.clusters.emplace_back();
        }
        for (const TaskId mover : best.movers) move(mover, cluster);
        append(task, cluster, best.tlevel);
    }
    void move(TaskId task, std::size_t cluster) {
        std::erase(out_.clusters[clusterOf(task)], task);
        const double start = std::max(endOf(cluster), arrivalIn(task, cluster));
        append(task, cluster, start);
    }
    void append(TaskId task, std::size_t cluster, double start) {
        out_.clusters[cluster].push_back(task);
        out_.clusterOf[task.index()] = cluster;
        tlevel_[task.index()] = start;
        finish_[task.index()] = start + work_[task.index()];
    }

    // The task is examined: its children are partially free or free now.
    void announce(TaskId task) {
        for (const TaskId child : graph_.successors(task)) {
            partial_.erase(entry(child));
            double there = 0;
            for (const EdgeId edge : graph_.inEdges(child))
                if (clusterOf(graph_.source(edge)) != kNone) there = std::max(there, arrival(edge));
            tlevel_[child.index()] = there;
            (--missing_[child.index()] == 0 ? free_ : partial_).insert(entry(child));
        }
    }

    const TaskGraph& graph_;
    std::vector<double> work_;          // by task, s
    std::vector<double> transfer_;      // by edge, s
    std::vector<double> tlevel_;        // by task: start, or the last arrival from examined parents
    std::vector<double> finish_;        // by task, once examined
    std::vector<std::size_t> missing_;  // parents not examined, by task
    std::set<Entry> free_;
    std::set<Entry> partial_;
    Clustering out_;
};

}  // namespace

Clustering dominantSequenceClusters(const Estimator& estimate) { return Dsc(estimate).run(); }

}  // namespace loom
