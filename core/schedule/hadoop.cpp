// Hadoop's assignment of tasks to nodes that ask: Dean, Ghemawat, OSDI 2004, section 3.4, with the heartbeats of Apache Hadoop. A
// node asks at its heartbeats, which are spread evenly over the period, and is given tasks until its cores are taken: the oldest
// whose data is on the node, else the oldest whose data is in its rack (NodeInfo::group), else the oldest. With `delay` rack-local
// tasks start only after so long without a local start, others after twice that (delay scheduling). With `outOfBand` a
// node also asks when one of its tasks has ended.
// Left out: slow start - reduces that are assigned, and hold a core, while maps still run; a task can be placed only when all its
// inputs exist. Also backup tasks, queues of several jobs, and nodes that are declared dead for not asking.
// O(m + p log n) an instant in which p tasks are placed.
#include <set>

#include "core/schedule/locality.h"
#include "core/schedule/named_schedulers.h"
#include "core/schedule/online_scheduler.h"
#include "core/schedule/ready_book.h"

namespace loom {

namespace {

class Hadoop final : public OnlineScheduler {
public:
    explicit Hadoop(const HadoopParameters& parameters) : parameters_(parameters), wait_(parameters.delay, parameters.delay) {}

    [[nodiscard]] bool wantsNews() const override { return true; }

private:
    void hear(const View& view) override {
        ended_.clear();
        for (const TaskNews& news : view.news)
            if (news.what == TaskNews::What::committed || news.what == TaskNews::What::failed) ended_.insert(news.node);
    }

    void choose(const View& view) override {
        if (!pending_) pending_.emplace(view.estimate.platform());
        ready_.sync(
            view, [&](TaskId task) { pending_->add(task, next_++, nearestNodes(view, task)); },
            [&](TaskId task) { pending_->remove(task); });
        const Time from = view.now >= planned_ ? planned_ : view.now;
        planned_ = Time::never();
        for (const NodeId node : view.estimate.workers())
            if (idle().has(node) && asks(view, node, from)) serve(view, node);
        plan(view);
    }
    // The node's first heartbeat at or after `from`.
    [[nodiscard]] Time heartbeat(const View& view, NodeId node, Time from) const {
        const std::int64_t period = parameters_.heartbeat.nanoseconds();
        const std::vector<NodeId>& workers = view.estimate.workers();
        const auto place = std::lower_bound(workers.begin(), workers.end(), node) - workers.begin();
        const std::int64_t first = period / static_cast<std::int64_t>(workers.size()) * place;
        if (from.nanoseconds() <= first) return Time::fromNanoseconds(first);
        return Time::fromNanoseconds(first) + Time::fromNanoseconds((from.nanoseconds() - first + period - 1) / period * period);
    }
    [[nodiscard]] bool asks(const View& view, NodeId node, Time from) const {
        return heartbeat(view, node, from) <= view.now || (parameters_.outOfBand && ended_.contains(node));
    }
    void serve(const View& view, NodeId node) {
        const auto fits = [&](TaskId task) { return idle().fits(task, node); };
        while (idle().has(node)) {
            const PendingTasks::Found found = pending_->first(node, wait_.farthest(view.now), fits);
            if (!found.task.valid()) {
                if (pending_->first(node, Locality::any, fits).task.valid()) wait_.passed(view.now);
                return;
            }
            static constexpr const char* kRules[] = {"the oldest task whose data is on the node that asks", "the oldest task, whose data is near no node",
                                                     "the oldest task whose data is in the rack of the node that asks",
                                                     "the oldest task: none has its data near the node that asks"};
            place(found.task, node, 0, kRules[static_cast<std::size_t>(found.locality)], "- local bytes",
                  [&](const Candidate& c) { return -localBytes(view, found.task, c.node); });
            if (found.locality == Locality::node) wait_.startedLocally();
            ready_.taken(found.task);
            pending_->remove(found.task);
        }
    }
    // Tasks wait: the next heartbeat of a node that could take one.
    void plan(const View& view) {
        for (const NodeId node : view.estimate.workers()) {
            const auto fits = [&](TaskId task) { return idle().fits(task, node); };
            if (!idle().has(node) || !pending_->first(node, Locality::any, fits).task.valid()) continue;
            planned_ = std::min(planned_, heartbeat(view, node, view.now + Time::fromNanoseconds(1)));
        }
        wakeBy(planned_);
    }

    HadoopParameters parameters_;
    LocalityWait wait_;
    std::optional<PendingTasks> pending_;
    ReadyBook ready_;
    std::set<NodeId> ended_;  // nodes where a task ended now
    std::int64_t next_ = 0;
    Time planned_ = Time::never();
};

}  // namespace

SchedulerPtr makeHadoop(const HadoopParameters& parameters) { return std::make_unique<Hadoop>(parameters); }

}  // namespace loom
