// Spark's task scheduling within a job: TaskSchedulerImpl.scala and TaskSetManager.scala. A stage may run when its parent stages are
// complete (spark_stages.h says what a stage is here); stages are served in the order of their numbers (FIFO). All free cores are
// offered at once, nodes in an order drawn anew each time. Each stage has a level of locality up to which it launches, and goes
// one level down when it has waited `localityWait` without launching at the present one (delay scheduling): node, no
// preference, rack, any. A task prefers the nodes that hold a fifth of its input or more when it becomes ready; one that ran in vain
// is taken first.
// The clock of a stage starts anew at every launch (legacyReset, as before 3.1), or when a round of offers launched something and
// left no core unused for want of locality.
// Left out: speculation, which makes copies of running tasks and is not placement (that is all that differs between 3 and 4); the
// level of one process, as nodes have one executor; fair pools, executors that come and go, and the second between two rounds of
// offers: here a round follows every change, and every wait that ends.
// O((p + s) m log n) an instant in which p tasks are placed, s stages wait.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "core/base/rng.h"
#include "core/schedule/locality.h"
#include "core/schedule/named_schedulers.h"
#include "core/schedule/online_scheduler.h"
#include "core/schedule/ready_book.h"
#include "core/schedule/spark_stages.h"

namespace loom {

namespace {

constexpr std::array kLevels = {Locality::node, Locality::noPreference, Locality::rack, Locality::any};

// The tasks of a stage that wait, and how far from their data they may go.
class TaskSet {
public:
    TaskSet(const Platform& platform, Time wait, Time now) : pending_(platform), wait_(wait), reset_(now) {}

    [[nodiscard]] PendingTasks& pending() { return pending_; }
    [[nodiscard]] bool uses(Locality level) const { return level == Locality::any || levels_[index(level)]; }
    // Levels that tasks could use stay, though they may have none left.
    void noteLevels() {
        for (const Locality level : kLevels) levels_[index(level)] = levels_[index(level)] || pending_.anyAt(level);
    }
    // getAllowedLocalityLevel: goes down past levels nobody waits for, and past those that have had their time.
    [[nodiscard]] Locality allowed(Time now) {
        while (level_ != Locality::any) {
            const Time wait = waitAt(level_);
            if (!uses(level_) || !pending_.anyAt(level_)) {
                if (uses(level_)) reset_ = now;
            } else if (now >= reset_ + wait) {
                reset_ += wait;
            } else {
                break;
            }
            level_ = kLevels[index(level_) + 1];
        }
        return level_;
    }
    // A task was launched at this level; one without preference counts as the nearest.
    void reset(Locality level, Time now) {
        level_ = level == Locality::noPreference ? Locality::node : level;
        reset_ = now;
    }
    // When allowed() goes on by itself.
    [[nodiscard]] Time next() const { return level_ == Locality::any ? Time::never() : reset_ + waitAt(level_); }

private:
    static std::size_t index(Locality level) { return static_cast<std::size_t>(level); }
    [[nodiscard]] Time waitAt(Locality level) const { return level == Locality::noPreference ? Time::zero() : wait_; }

    PendingTasks pending_;
    Time wait_;
    Time reset_;
    Locality level_ = Locality::node;
    std::array<bool, kLevels.size()> levels_ = {};
};

class Spark final : public OnlineScheduler {
public:
    explicit Spark(const SparkParameters& parameters) : parameters_(parameters) {}

    [[nodiscard]] bool wantsNews() const override { return true; }

private:
    void hear(const View& view) override {
        if (!stages_) stages_.emplace(view.estimate.graph());
        for (const TaskNews& news : view.news) {
            if (news.what == TaskNews::What::committed) stages_->committed(news.task);
            if (news.what == TaskNews::What::undone) stages_->undone(news.task);
            if (news.what == TaskNews::What::failed) again_.insert(news.task);
        }
    }

    void choose(const View& view) override {
        ready_.sync(
            view, [&](TaskId task) { waiting_.insert({stages_->of(task), task}); }, [&](TaskId task) { forget(task); });
        openStages(view);
        std::vector<NodeId> offers = view.estimate.workers();
        RandomStream random(view.seed, Purpose::scheduler, round_++);
        for (std::size_t i = offers.size(); i > 1; --i) std::swap(offers[i - 1], offers[random.below(i)]);
        for (auto at = sets_.begin(); at != sets_.end() && idle().any();) {
            if (stages_->isOpen(at->first)) offer(view, at->second, offers);
            at = at->second.pending().empty() ? sets_.erase(at) : std::next(at);
        }
    }
    void forget(TaskId task) {
        waiting_.erase({stages_->of(task), task});
        const auto set = sets_.find(stages_->of(task));
        if (set != sets_.end()) set->second.pending().remove(task);
    }
    // Ready tasks of stages whose barrier is open join their set: only then is it known where their data is.
    void openStages(const View& view) {
        for (auto at = waiting_.begin(); at != waiting_.end();) {
            const auto [stage, task] = *at;
            if (!stages_->isOpen(stage)) {
                at = waiting_.lower_bound({stage + 1, TaskId(0)});
                continue;
            }
            TaskSet& set = sets_.try_emplace(stage, view.estimate.platform(), parameters_.localityWait, view.now).first->second;
            constexpr double kShare = 0.2;  // REDUCER_PREF_LOCS_FRACTION
            const std::int64_t order = again_.erase(task) > 0 ? --requeued_ : static_cast<std::int64_t>(task.index());
            set.pending().add(task, order, preferredNodes(view, task, kShare));
            set.noteLevels();
            at = waiting_.erase(at);
        }
    }

    // One round of offers to a stage: level by level, a task a node at a time, as long as something is launched.
    void offer(const View& view, TaskSet& set, const std::vector<NodeId>& offers) {
        std::optional<Locality> nearest;
        for (const Locality most : kLevels) {
            if (!set.uses(most)) continue;
            for (bool launched = true; launched;) {
                launched = false;
                for (const NodeId node : offers) {
                    if (!idle().has(node)) continue;
                    const std::optional<Locality> at = launch(view, set, node, most);
                    if (!at) continue;
                    launched = true;
                    nearest = std::min(nearest.value_or(*at), *at);
                }
            }
        }
        const bool unused = !set.pending().empty() && anyWaitsFor(set, offers);
        if (!parameters_.legacyReset && nearest && !unused) set.reset(*nearest, view.now);
        if (unused) wakeBy(set.next());
    }
    std::optional<Locality> launch(const View& view, TaskSet& set, NodeId node, Locality most) {
        const Locality farthest = most == Locality::noPreference ? most : std::min(most, set.allowed(view.now));
        const PendingTasks::Found found = set.pending().first(node, farthest, [&](TaskId task) { return idle().fits(task, node); });
        if (!found.task.valid()) return std::nullopt;
        static constexpr std::array kRules = {"a task of the first stage whose data is on the node", "a task of the first stage without preference",
                                              "a task of the first stage whose data is in the rack, after waiting for its node",
                                              "a task of the first stage, after waiting for nodes and racks near its data"};
        place(found.task, node, 0, kRules[static_cast<std::size_t>(found.locality)], "- local bytes",
              [&](const Candidate& c) { return -localBytes(view, found.task, c.node); });
        ready_.taken(found.task);
        set.pending().remove(found.task);
        if (parameters_.legacyReset && most != Locality::noPreference) set.reset(found.locality, view.now);
        return found.locality;
    }
    // An idle node could take a task of the stage if it were less particular.
    [[nodiscard]] bool anyWaitsFor(TaskSet& set, const std::vector<NodeId>& offers) {
        return std::any_of(offers.begin(), offers.end(), [&](NodeId node) {
            const auto fits = [&](TaskId task) { return idle().fits(task, node); };
            return idle().has(node) && set.pending().first(node, Locality::any, fits).task.valid();
        });
    }

    SparkParameters parameters_;
    std::optional<SparkStages> stages_;
    std::map<std::size_t, TaskSet> sets_;               // by stage: those with tasks to launch
    std::set<std::pair<std::size_t, TaskId>> waiting_;  // ready tasks, by stage, whose stage had not been open
    std::set<TaskId> again_;                            // tasks that failed
    ReadyBook ready_;
    std::int64_t requeued_ = 0;
    std::uint64_t round_ = 0;
};

}  // namespace

SchedulerPtr makeSpark(const SparkParameters& parameters) { return std::make_unique<Spark>(parameters); }

}  // namespace loom
