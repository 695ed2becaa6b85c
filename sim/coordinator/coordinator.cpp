#include "sim/coordinator/coordinator.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace loom {

namespace {

// Timers by number; all others carry the task that backs off.
constexpr std::uint32_t kViewTimer = 0xFFFFFFFFu;
constexpr std::uint32_t kReleaseTimer = 0xFFFFFFFEu;
constexpr std::uint16_t kMaxLosses = 1000;  // a task undone this often will never get done on these nodes

}  // namespace

Coordinator::Coordinator(const Estimator& estimate, Scheduler& scheduler, std::span<const Placement> plan,
                         const CoordinatorOptions& options)
    : estimate_(estimate),
      graph_(estimate.graph()),
      platform_(estimate.platform()),
      cores_(graph_.coreCounts()),
      scheduler_(scheduler),
      plan_(plan),
      options_(options),
      static_(scheduler.isStatic()),
      queues_(!static_ && scheduler.usesQueues()),
      tells_(!static_ && scheduler.wantsNews()),
      exact_(estimate.isExact()),
      tasks_(graph_.taskCount()),
      nodes_(platform_.nodeCount()),
      data_(graph_, platform_, options.inputsOnDisk),
      lanes_(platform_),
      holdings_(graph_, platform_),
      waiting_(queues_ ? graph_.taskCount() : 0, queues_ ? platform_.nodeCount() : 0),
      views_(platform_.nodeCount()),
      open_(platform_.nodeCount()),
      shownDevices_(platform_.nodeCount()),
      begunAt_(tells_ ? graph_.taskCount() : 0) {
    for (std::size_t n = 0; n < nodes_.size(); ++n) show(NodeId(n), viewOf(NodeId(n)), holdings_.freeDevices(NodeId(n)));
}

void Coordinator::note(Context& context, RecordKind kind, std::uint32_t subject, std::uint32_t a, std::uint32_t b,
                       std::uint16_t extra) {
    context.request(Note{Record{Time::zero(), kind, 0, extra, subject, a, b}});
}

ActivityId Coordinator::newActivity(ActivityRow activity) {
    if (freeActivities_.empty()) {
        activities_.push_back(activity);
        return ActivityId(activities_.size() - 1);
    }
    const ActivityId id = freeActivities_.back();
    freeActivities_.pop_back();
    activities_[id.index()] = activity;
    return id;
}

void Coordinator::fail(std::string why) {
    if (failed_) return;
    failed_ = true;
    failure_ = std::move(why);
}

std::uint64_t Coordinator::laneKey(TaskId task) { return static_ ? order_[task.index()] : nextKey_++; }

void Coordinator::start(Context& context) {
    if (platform_.storage().valid() && !options_.inputsOnDisk) {
        for (std::size_t d = 0; d < graph_.dataCount(); ++d)
            if (!graph_.producer(DataId(d)).valid())
                note(context, RecordKind::dataInitial, static_cast<std::uint32_t>(d), platform_.storage().value);
    }
    for (std::size_t t = 0; t < tasks_.size(); ++t) {
        const TaskId task(t);
        tasks_[t].unmet = static_cast<std::uint32_t>(graph_.predecessors(task).size());
        if (!isReleased(task)) {
            ++tasks_[t].unmet;
            unreleased_.push_back(task);
        }
        if (tasks_[t].unmet == 0) markReady(task);
    }
    std::stable_sort(unreleased_.begin(), unreleased_.end(),
                     [this](TaskId a, TaskId b) { return graph_.release(a) > graph_.release(b); });
    awaitRelease(context);
    if (static_) adoptPlan(plan_, context);
}

void Coordinator::handle(const Event& event, Context& context) {
    std::visit([&](const auto& happened) { hear(happened, context); }, event);
}

Coordinator::ActivityRow Coordinator::ended(ActivityId id) {
    freeActivities_.push_back(id);
    return activities_[id.index()];
}

void Coordinator::hear(const ComputeDone& done, Context& context) { commit(ended(done.id).task, context); }

void Coordinator::hear(const ComputeFailed& failed, Context& context) {
    attemptFailed(ended(failed.id).task, failed.reason, context);
}

void Coordinator::hear(const Arrived& arrived, Context& context) {
    const ActivityRow transfer = ended(arrived.id);
    dataHere(transfer.data, transfer.to, false, context);
}

void Coordinator::hear(const Lost& lost, Context&) { transferLost(ended(lost.id), lost.reason); }

void Coordinator::hear(const TimerFired& timer, Context& context) {
    if (timer.id == kWakeTimer) return woken(context.now());
    changed_ = true;
    if (timer.id == kViewTimer) return;
    if (timer.id == kReleaseTimer) return release(context);
    row(TaskId(timer.id)).stage = Stage::blocked;
    disturbed_ = true;
}

// One timer at a time: a log of a million jobs must not fill the calendar.
void Coordinator::awaitRelease(Context& context) {
    if (unreleased_.empty()) return;
    context.request(Timer{kReleaseTimer, std::max(Time::zero(), estimate_.releaseTime(unreleased_.back()) - context.now())});
}

void Coordinator::release(Context& context) {
    releasedUpTo_ = estimate_.releaseTime(unreleased_.back());
    while (!unreleased_.empty() && isReleased(unreleased_.back())) {
        const TaskId task = unreleased_.back();
        unreleased_.pop_back();
        if (--row(task).unmet == 0) markReady(task);
    }
    awaitRelease(context);
}

void Coordinator::commit(TaskId task, Context& context) {
    leaveNode(task);
    row(task).stage = Stage::committed;
    ++committed_;
    changed_ = true;
    idleWakes_ = 0;
    if (tells_) tell(TaskNews::What::committed, task, row(task).node, context.now() - begunAt_[task.index()]);
    const NodeId here = row(task).node;
    for (const DataId data : graph_.outputs(task)) dataHere(data, here, true, context);
    for (const TaskId child : graph_.successors(task)) {
        TaskRow& waiting = row(child);
        if (waiting.stage == Stage::committed || waiting.stage == Stage::running) continue;
        if (waiting.stage == Stage::backoff) continue;  // counts again when its time is over
        if (--waiting.unmet == 0) markReady(child);
    }
}

void Coordinator::transferLost(ActivityRow transfer, Reason reason) {
    data_.dropTransfer(transfer.data, transfer.to);
    if (reason == Reason::cannotRun)
        return fail("no route leads to node " + platform_.node(transfer.to).name + " for data it needs");
    disturbed_ = true;
}

// Nodes that fail faster than work gets done would otherwise keep a run going for ever.
void Coordinator::undone(TaskId task) {
    if (++row(task).losses < kMaxLosses) return;
    fail("failing nodes cut off task " + std::string(graph_.name(task)) + " or took what it made " + std::to_string(kMaxLosses) +
         " times");
}

void Coordinator::attemptFailed(TaskId task, Reason reason, Context& context) {
    leaveNode(task);
    TaskRow& failed = row(task);
    changed_ = true;
    tell(TaskNews::What::failed, task, failed.node);
    if (reason != Reason::taskError) {
        failed.stage = Stage::blocked;
        disturbed_ = true;
        note(context, RecordKind::taskRetry, task.value, static_cast<std::uint32_t>(reason), Record::kNone, failed.failures);
        return undone(task);
    }
    ++failed.failures;
    if (failed.failures >= options_.retry.maxAttempts) {
        failed.stage = Stage::blocked;
        note(context, RecordKind::taskRetry, task.value, static_cast<std::uint32_t>(Reason::attemptsUsedUp), Record::kNone,
             failed.failures);
        return fail("task " + std::string(graph_.name(task)) + " failed " + std::to_string(failed.failures) +
                    " times: all attempts are used up");
    }
    note(context, RecordKind::taskRetry, task.value, static_cast<std::uint32_t>(reason), Record::kNone, failed.failures);
    failed.stage = Stage::backoff;
    const double delay = options_.retry.backoff * std::pow(options_.retry.multiplier, failed.failures - 1);
    context.request(Timer{task.value, Time::fromSeconds(delay)});
}

void Coordinator::hear(const NodeChanged& change, Context& context) {
    NodeRow& node = nodes_[change.node.index()];
    node.up = change.up;
    useChanged(change.node);
    changed_ = true;
    disturbed_ = true;
    if (change.node == platform_.storage()) data_.setStorageUp(change.up);
    if (change.up) return;
    lost_.clear();
    data_.forgetNode(change.node, lost_);
    for (const DataId data : lost_) note(context, RecordKind::dataLost, data.value, change.node.value);
}

// Newly ready tasks are announced at the end of the instant, in order of their ids.
void Coordinator::markReady(TaskId task) {
    if (!static_) row(task).stage = Stage::ready;
    newlyReady_.push_back(task);
}

void Coordinator::announceReady(Context& context) {
    if (!std::is_sorted(newlyReady_.begin(), newlyReady_.end())) std::sort(newlyReady_.begin(), newlyReady_.end());
    for (const TaskId task : newlyReady_) {
        note(context, RecordKind::taskReady, task.value);
        if (static_)
            candidates_.push_back(task);
        else
            ready_.push_back(task);
    }
    changed_ = true;
    newlyReady_.clear();
}

// Placed tasks mostly leave at the front; the rest is moved only when one of the `placed` left from the middle.
void Coordinator::compactReady(std::size_t placed) {
    const auto isReady = [this](TaskId task) { return row(task).stage == Stage::ready; };
    for (; readyFront_ < ready_.size() && !isReady(ready_[readyFront_]); ++readyFront_) --placed;
    const auto front = ready_.begin() + static_cast<std::ptrdiff_t>(readyFront_);
    if (placed > 0) ready_.erase(std::remove_if(front, ready_.end(), std::not_fn(isReady)), ready_.end());
    if (readyFront_ == ready_.size()) {
        ready_.clear();
        readyFront_ = 0;
    }
}

void Coordinator::askScheduler(Context& context) {
    while (!lagged_.empty() && lagged_.front().at <= context.now()) {
        show(lagged_.front().node, lagged_.front().view, lagged_.front().devices);
        lagged_.pop_front();
    }
    changed_ = false;
    if (committed_ == tasks_.size()) return;
    const auto hasReady = [this] { return readyFront_ != ready_.size(); };
    if (!queues_ && !tells_ && !hasReady()) return;
    // A placement refused for want of room may find it elsewhere once the scheduler sees what the others took.
    while (askOnce(context) && !queues_ && hasReady() && options_.viewDelay == Time::zero()) continue;
    planWake(context);
}

// True when some placements took effect and others were refused.
bool Coordinator::askOnce(Context& context) {
    placements_.clear();
    const std::span<const TaskId> ready(ready_.data() + readyFront_, ready_.size() - readyFront_);
    scheduler_.react(View{estimate_, context.now(), ready, views_, &data_, options_.seed, &open_, options_.progress, news_}, placements_,
                     options_.log);
    news_.clear();
    if (Progress::cancelled(options_.progress)) return false;  // the run ends before anything is placed
    if (const Error* error = scheduler_.failure()) {
        fail(error->text());
        return false;
    }
    std::size_t placed = 0;
    for (const Placement& placement : placements_) {
        const Fit fit = check(placement);
        if (fit.refused != Reason::none) {
            note(context, RecordKind::placementRefused, placement.task.value, placement.node.value,
                 static_cast<std::uint32_t>(fit.refused));
            tell(TaskNews::What::refused, placement.task, placement.node);
            continue;
        }
        if (row(placement.task).stage == Stage::placed) {
            move(placement.task, placement.node, context);
            continue;
        }
        ++placed;
        place(placement.task, placement.node, fit.lane, context);
    }
    compactReady(placed);
    return placed > 0 && placed < placements_.size();
}

void Coordinator::beginCandidates(Context& context) {
    for (const TaskId task : candidates_) tryBegin(task, context);
    candidates_.clear();
    if (!hungry_.empty()) serveHungry(context);
}

void Coordinator::settle(Context& context) {
    if (failed_) return;
    if (disturbed_) recover(context);
    if (!newlyReady_.empty()) announceReady(context);
    if (queues_) beginCandidates(context);  // a node takes the next task of its queue without asking
    if (!viewChanges_.empty()) publishViews(context);
    if (!static_ && changed_) askScheduler(context);
    if (!candidates_.empty() || !hungry_.empty()) beginCandidates(context);
    if (!viewChanges_.empty()) publishViews(context);
}

// What nodes are used for reaches the scheduler by a timer where its view lags, else at once (useChanged).
void Coordinator::publishViews(Context& context) {
    for (const NodeId node : viewChanges_) {
        nodes_[node.index()].viewChanged = false;
        const std::span<const std::uint32_t> devices = holdings_.freeDevices(node);
        lagged_.push_back(LaggedView{context.now() + options_.viewDelay, node, viewOf(node), {devices.begin(), devices.end()}});
    }
    viewChanges_.clear();
    context.request(Timer{kViewTimer, options_.viewDelay});
}

void Coordinator::show(NodeId node, const NodeView& view, std::span<const std::uint32_t> devices) {
    views_[node.index()] = view;
    if (!devices.empty()) {
        std::vector<std::uint32_t>& shown = shownDevices_[node.index()];
        shown.assign(devices.begin(), devices.end());
        views_[node.index()].freeDevices = shown;
    }
    open_.set(node, view.up && view.freeCores > 0);
}

bool Coordinator::canRunSomewhere(TaskId task) const {
    const auto can = [&](NodeId node) {
        return nodes_[node.index()].up && !duration(task, node).isNever();
    };
    return std::any_of(estimate_.workers().begin(), estimate_.workers().end(), can);
}

std::string Coordinator::failure() const {
    if (failed_ || committed_ == tasks_.size()) return failure_;
    for (const TaskId task : graph_.topologicalOrder()) {
        const TaskRow& waiting = row(task);
        if (waiting.stage == Stage::committed) continue;
        const std::string rest = std::to_string(tasks_.size() - committed_) + " of " + std::to_string(tasks_.size()) +
                                 " tasks remain; " + std::string(graph_.name(task));
        if (waiting.stage == Stage::placed)
            return rest + " waits on node " + platform_.node(waiting.node).name + " for inputs that never come";
        if (waiting.stage == Stage::running) return rest + " would not end within the 292 years that simulated time can count";
        if (waiting.stage == Stage::ready && canRunSomewhere(task)) return rest + " was never placed by the scheduler";
        return rest + " has no live node to run on";
    }
    return failure_;
}

}  // namespace loom
