// Ray's task scheduling: hybrid_scheduling_policy.cc and the locality-aware lease policy, as of 2.x. The owner of all tasks is the
// driver on the lowest-numbered worker. It asks the raylet of the node that holds most bytes of the task's arguments, its own
// when none does. That raylet grants the task a place on its own node, or names a better one by what it knows of the others,
// which is up to 100 ms old; the owner asks there (one round trip between owner and target later), and the target may have no
// room after all and name another. Where no node has room a request waits in the queue of one the task fits, but only so many
// do: the owner keeps the other tasks, and a lease whose task has ended serves the next of the same shape.
// Nodes below the threshold of utilisation are packed, others spread; among the best one is drawn. Tasks that need no
// accelerator keep away from nodes that have some while another has room.
// Left out: leases held while there is nothing to run, the first request's round trip, other strategies (spread, affinity, placement groups),
// actors, objects kept in line, and tasks that submit tasks. A task's resources count from when its place is granted.
// O(m log m) a hop.
#include <algorithm>
#include <deque>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>

#include "core/base/rng.h"
#include "core/laws/policies.h"
#include "core/schedule/named_schedulers.h"
#include "core/schedule/online_scheduler.h"
#include "core/schedule/queue_scheduler.h"
#include "core/schedule/ray_view.h"
#include "core/schedule/ready_book.h"

namespace loom {

namespace {

class Ray final : public QueueScheduler {
public:
    explicit Ray(const RayParameters& parameters) : parameters_(parameters), known_(parameters.viewDelay) {}

private:
    // A lease the owner asks for. From the first hop on it is under way to `target`, which grants or rejects it.
    struct Request {
        TaskId task;
        NodeId first;  // the raylet that names targets
        NodeId target;
        std::uint32_t hops = 0;
    };

    // A ready task the owner keeps; `order`: in which it became ready, 0 if it was turned away.
    struct Kept {
        std::uint64_t order = 0;
        TaskId task;
    };
    // What a lease is for: any task of the shape may use it.
    using Shape = std::tuple<std::uint32_t, double, std::string_view>;
    [[nodiscard]] static Shape shapeOf(const View& view, TaskId task) {
        const TaskGraph& graph = view.estimate.graph();
        return {graph.cores(task), graph.memory(task), graph.accelerator(task)};
    }

    void heard(const View& view, const TaskNews& news) override {
        if (news.what == TaskNews::What::committed) leases_.emplace_back(news.node, shapeOf(view, news.task));
        lookAgainAt_ = known_.nextUpdate(view.now);
    }

    void decide(const View& view) override {
        known_.look(view);
        ready_.sync(
            view, [&](TaskId task) { kept_[shapeOf(view, task)].push_back({++order_, task}); },
            [&](TaskId task) {
                std::erase_if(requests_, [task](const auto& r) { return r.second.task == task; });
                std::erase_if(kept_[shapeOf(view, task)], [task](const Kept& kept) { return kept.task == task; });
            });
        useLeases(view);
        for (const Request& request : arrived(view.now))
            if (!ask(view, request)) kept_[shapeOf(view, request.task)].push_front({0, request.task});
        const bool anyStays = askForKept(view);
        if (!requests_.empty()) wakeBy(requests_.begin()->first);
        if (anyStays && lookAgainAt_ > view.now) wakeBy(lookAgainAt_);
        known_.seen(book(), view);
    }
    // In the order the tasks became ready; a shape one of which stays with the owner is not asked for again. True when any stays.
    bool askForKept(const View& view) {
        std::set<std::pair<std::uint64_t, std::deque<Kept>*>> fronts;
        for (auto& [shape, tasks] : kept_)
            if (!tasks.empty()) fronts.emplace(tasks.front().order, &tasks);
        bool anyStays = false;
        while (!fronts.empty()) {
            std::deque<Kept>& tasks = *fronts.begin()->second;
            fronts.erase(fronts.begin());
            const TaskId task = tasks.front().task;
            if (!ask(view, {task, firstRaylet(view, task), {}})) {
                anyStays = true;
                continue;
            }
            tasks.pop_front();
            if (!tasks.empty()) fronts.emplace(tasks.front().order, &tasks);
        }
        return anyStays;
    }
    // The worker of a task that has ended runs the owner's next one of the shape at once.
    void useLeases(const View& view) {
        for (const auto& [node, shape] : leases_) {
            std::deque<Kept>& tasks = kept_[shape];
            if (tasks.empty() || !view.nodes[node.index()].up) continue;
            const NodeId leased = node;
            const TaskId task = tasks.front().task;
            tasks.pop_front();
            ready_.taken(task);
            assign(task, leased, 0, "a lease whose task has ended serves the owner's next task of the same shape", "score",
                   [&](NodeId other) { return other == leased ? 0 : std::numeric_limits<double>::infinity(); });
        }
        leases_.clear();
    }
    // As many requests as Ray lets a shape have under way wait at nodes without room.
    [[nodiscard]] bool queuesAreFull(const View& view, TaskId task) const {
        std::uint64_t over = 0;
        for (const NodeId node : view.estimate.workers()) {
            const std::uint64_t lanes = view.estimate.platform().lanes(node);
            over += book().cores(node) > lanes ? book().cores(node) - lanes : 0;
        }
        return over >= parameters_.requests * view.estimate.graph().cores(task);
    }
    std::vector<Request> arrived(Time now) {
        std::vector<Request> out;
        while (!requests_.empty() && requests_.begin()->first <= now) {
            out.push_back(requests_.begin()->second);
            requests_.erase(requests_.begin());
        }
        return out;
    }

    [[nodiscard]] static NodeId owner(const View& view) { return view.estimate.workers().front(); }
    [[nodiscard]] static NodeId firstRaylet(const View& view, TaskId task) {
        NodeId best = owner(view);
        double most = 0;
        for (const NodeId node : view.estimate.workers()) {
            const double bytes = view.nodes[node.index()].up ? localBytes(view, task, node) : 0;
            if (bytes <= most) continue;
            best = node;
            most = bytes;
        }
        return best;
    }

    // A target with room grants; one without sends the owner back to the first raylet, at once where there is no distance. False
    // when the task stays with the owner.
    bool ask(const View& view, Request request) {
        while (!grantsAtTarget(view, request)) {
            const std::optional<Choice> choice = hybrid(view, request.task, request.first);
            if (!choice) {
                ready_.taken(request.task);  // no live node can run it: asked again as long as it is ready
                return true;
            }
            if (!choice->available && queuesAreFull(view, request.task)) return false;
            // Beyond as many hops as there are nodes somebody has to take it.
            const bool stays = choice->node == request.first || !choice->available || !parameters_.spillback;
            if (stays || request.hops >= view.estimate.workers().size()) {
                grant(request, *choice);
                return true;
            }
            known_.sent(request.first, choice->node, request.task);
            request.target = choice->node;
            ++request.hops;
            const Time trip = roundTrip(view, request.target);
            if (trip == Time::zero()) continue;
            requests_.emplace(view.now + trip, request);
            return true;
        }
        return true;
    }
    bool grantsAtTarget(const View& view, const Request& request) {
        if (request.hops == 0 || !couldRun(view, request.task, request.target)) return false;
        if (!known_.isAvailable(request.target, request.target, request.task, book())) return false;
        const double score = laws::rayScore(known_.utilisation(request.target, request.target, book()), parameters_.threshold);
        grant(request, Choice{request.target, true, {{request.target, score}}});
        return true;
    }
    [[nodiscard]] static Time roundTrip(const View& view, NodeId raylet) {
        const Platform& platform = view.estimate.platform();
        if (raylet == owner(view)) return Time::zero();
        return Time::fromSeconds(platform.pathCost(owner(view), raylet).latency + platform.pathCost(raylet, owner(view)).latency);
    }

    struct Choice {
        NodeId node;
        bool available = false;
        std::vector<std::pair<NodeId, double>> compared;  // node, score
    };
    [[nodiscard]] std::optional<Choice> hybrid(const View& view, TaskId task, NodeId raylet) {
        std::vector<NodeId> feasible, free, plain;
        for (const NodeId node : view.estimate.workers()) {
            if (!couldRun(view, task, node)) continue;
            feasible.push_back(node);
            if (!known_.isAvailable(raylet, node, task, book())) continue;
            free.push_back(node);
            if (view.estimate.platform().node(node).accelerators.empty()) plain.push_back(node);
        }
        if (feasible.empty()) return std::nullopt;
        const bool avoids = view.estimate.graph().accelerator(task).empty() && !plain.empty();
        Choice choice;
        choice.available = !free.empty();
        const std::vector<NodeId>& nodes = avoids ? plain : choice.available ? free : feasible;
        std::vector<double> use;
        for (const NodeId node : nodes) {
            use.push_back(known_.utilisation(raylet, node, book()));
            choice.compared.emplace_back(node, laws::rayScore(use.back(), parameters_.threshold));
        }
        const auto local = static_cast<std::size_t>(std::find(nodes.begin(), nodes.end(), raylet) - nodes.begin());
        const std::size_t count = laws::rayTop(view.estimate.workers().size(), parameters_.topFraction);
        const std::vector<std::size_t> best = laws::rayCandidates(use, local, count, parameters_.threshold);
        choice.node = nodes[best[RandomStream(view.seed, Purpose::scheduler, draw_++).below(best.size())]];
        return choice;
    }
    void grant(const Request& request, const Choice& choice) {
        const char* rule = "the raylet of most argument bytes has room, and no node scores less";
        if (!choice.available) rule = "no node has room as far as the raylet knows: it waits where the score is least";
        else if (request.hops > 0) rule = "passed on by the first raylet to a node it knew of less score, which has room";
        ready_.taken(request.task);
        assign(request.task, choice.node, request.hops, rule, "score", [&](NodeId node) {
            for (const auto& [compared, score] : choice.compared)
                if (compared == node) return score;
            return std::numeric_limits<double>::infinity();
        });
    }

    RayParameters parameters_;
    RayView known_;
    ReadyBook ready_;
    std::map<Shape, std::deque<Kept>> kept_;        // ready tasks that ask for no lease yet, in the order they became ready
    std::uint64_t order_ = 0;
    std::vector<std::pair<NodeId, Shape>> leases_;  // of tasks that have ended since the last decision
    Time lookAgainAt_;                              // raylets know more from then on
    std::multimap<Time, Request> requests_;         // under way, by arrival
    std::uint64_t draw_ = 0;
};

}  // namespace

SchedulerPtr makeRay(const RayParameters& parameters) { return std::make_unique<Ray>(parameters); }

}  // namespace loom
