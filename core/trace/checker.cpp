#include "core/trace/checker.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/base/units.h"
#include "core/trace/bounds.h"
#include "core/trace/judge.h"
#include "core/trace/record_fits.h"

namespace loom {

Judge::Judge(const Run& run)
    : run_(run),
      graph_(*run.scenario->graph),
      platform_(*run.scenario->platform),
      tasks_(graph_.taskCount()),
      nodes_(platform_.nodeCount()),
      copies_(graph_, platform_.nodeCount()) {
    use_.reserve(nodes_.size());
    for (std::size_t i = 0; i < nodes_.size(); ++i) use_.emplace_back(platform_.node(NodeId(i)), platform_.lanes(NodeId(i)));
    if (platform_.sharesCores() && run.world == WorldKind::simulated) shares_ = std::make_unique<CoreAccount>(graph_, platform_);
}

void Judge::blame(const char* rule, const std::string& text) {
    violations_.push_back({index_, rule, "at " + formatNumber(now_.seconds(), 12) + " s " + text});
}

std::string Judge::name(TaskId task) const { return "task " + std::string(graph_.name(task)); }
std::string Judge::name(NodeId node) const { return "node " + platform_.node(node).name; }
std::string Judge::name(DataId data) const {
    const std::string_view known = graph_.dataName(data);
    return known.empty() ? "data object " + std::to_string(data.value) : "data " + std::string(known);
}

bool Judge::requireUp(NodeId node, const std::string& what) {
    if (nodes_[node.index()].up) return true;
    blame("dead node", what + ", but " + name(node) + " is down");
    return false;
}

void Judge::read(std::size_t index, const Record& record) {
    index_ = index;
    if (record.time < now_)
        blame("order", "a record of the earlier time " + formatNumber(record.time.seconds(), 12) + " s follows");
    now_ = std::max(now_, record.time);
    if (ended_) blame("order", "a record follows the end of the run");
    if (!recordFits(record, graph_, platform_)) {
        blame("record", "a record names a task, data object, node or link that does not exist");
        return;
    }
    dispatch(record);
}

void Judge::dispatch(const Record& record) {
    switch (record.kind) {
        case RecordKind::taskReady:
            return ready(record);
        case RecordKind::taskPlaced:
            return place(record);
        case RecordKind::computeBegin:
            return begin(record);
        case RecordKind::computeEnd:
        case RecordKind::computeFailed:
            return end(record);
        case RecordKind::taskRetry:
            return retry(record);
        case RecordKind::transferBegin:
            return transferBegin(record);
        case RecordKind::transferEnd:
        case RecordKind::transferLost:
            return transferEnd(record);
        case RecordKind::dataInitial:
            return copies_.placeInitially(record.data(), record.node());
        case RecordKind::dataLost:
            return copies_.remove(record.data(), record.node());
        case RecordKind::nodeDown:
            return nodeDown(record);
        case RecordKind::nodeUp:
            nodes_[record.subject].up = true;
            return;
        case RecordKind::nodeSpeed:
            spedUp_ = spedUp_ || record.a > 1'000'000;
            if (shares_) changeSpeed(record);
            return;
        case RecordKind::runEnd:
            return runEnd(record);
        case RecordKind::linkDown:
            cut_.insert(record.link());
            return;
        case RecordKind::linkUp:
            cut_.erase(record.link());
            return;
        case RecordKind::linkRate:
        case RecordKind::linkLatency:
        case RecordKind::placementRefused:
        case RecordKind::control:
            return;
    }
}

void Judge::requireReleased(TaskId task, const char* what) {
    if (now_ < Time::fromSeconds(graph_.release(task)))
        blame("release", name(task) + what + " before its release at " + formatNumber(graph_.release(task), 12) + " s");
}

void Judge::ready(const Record& record) {
    requireReleased(record.task(), " is ready");
    for (TaskId parent : graph_.predecessors(record.task())) {
        if (!tasks_[parent.index()].everCommitted)
            return blame("ready", name(record.task()) + " is ready before " + name(parent) + " has committed");
    }
    if (run_.detail != RecordDetail::full) return;
    for (DataId data : graph_.inputs(record.task())) {
        if (!copies_.exists(data))
            return blame("ready", name(record.task()) + " is ready although " + name(data) + " is nowhere");
    }
}

void Judge::leave(TaskId task) {
    TaskFacts& facts = tasks_[task.index()];
    if (facts.phase == Phase::idle) return;
    // What a node held in an earlier life was cleared when it went down.
    if (facts.life == nodes_[facts.node.index()].life) {
        NodeUse& use = use_[facts.node.index()];
        if (facts.lane != Record::kNone) use.release(task, facts.lane);
        if (facts.phase == Phase::running) use.stop(graph_, task);
    }
    facts.phase = Phase::idle;
}

void Judge::hold(TaskId task, NodeId node, std::uint32_t lane) {
    NodeUse& use = use_[node.index()];
    const char* wrong = use.hold(task, lane, graph_.cores(task));
    if (wrong == nullptr) return;
    std::string text =
        name(task) + " takes " + std::to_string(graph_.cores(task)) + " lanes from " + std::to_string(lane) + " of " + name(node);
    if (use.clash().valid() && std::string_view(wrong) == "lanes")
        text += ", which " + name(use.clash()) + " has";
    else
        text += ", more than its " + std::to_string(platform_.lanes(node)) + " allow";
    blame(wrong, text);
}

void Judge::place(const Record& record) {
    const TaskId task = record.task();
    TaskFacts& facts = tasks_[record.subject];
    if (facts.phase == Phase::running) return blame("attempt", name(task) + " is placed while it runs on " + name(facts.node));
    leave(task);
    if (!requireUp(record.node(), name(task) + " is placed")) return;
    facts.phase = Phase::placed;
    facts.node = record.node();
    facts.lane = record.b;
    facts.life = nodes_[record.a].life;
    if (record.b != Record::kNone) hold(task, record.node(), record.b);
}

void Judge::begin(const Record& record) {
    const TaskId task = record.task();
    TaskFacts& facts = tasks_[record.subject];
    if (facts.phase == Phase::running) return blame("attempt", name(task) + " begins while it runs on " + name(facts.node));
    if (facts.committed) blame("attempt", name(task) + " begins although it has committed and was not lost");
    if (record.extra != static_cast<std::uint16_t>(facts.begun)) {
        blame("attempt", name(task) + " begins attempt " + std::to_string(record.extra) + ", which should be " +
                             std::to_string(facts.begun));
    }
    if (facts.phase == Phase::placed && facts.node != record.node()) {
        blame("placement", name(task) + " begins on " + name(record.node()) + " but was placed on " + name(facts.node));
    }
    leave(task);
    requireReleased(task, " begins");
    ++facts.begun;
    facts.phase = Phase::running;
    facts.attempt = record.extra;
    facts.node = record.node();
    facts.lane = record.b;
    facts.life = nodes_[record.a].life;
    beginOnNode(record);
    checkInputs(record);
    if (shares_) shares_->begin(task, record.node(), record.time);
}

void Judge::beginOnNode(const Record& record) {
    const TaskId task = record.task();
    requireUp(record.node(), name(task) + " begins");
    if (record.b == Record::kNone)
        blame("slots", name(task) + " begins without a lane");
    else
        hold(task, record.node(), record.b);
    if (const char* wrong = use_[record.a].start(graph_, task)) {
        blame(wrong, name(task) + " begins on " + name(record.node()) + ", which has not enough " +
                         (std::string_view(wrong) == "memory" ? std::string("memory")
                                                              : std::string(graph_.accelerator(task)) + " devices") +
                         " left");
    }
}

void Judge::checkInputs(const Record& record) {
    const TaskId task = record.task();
    for (DataId data : graph_.inputs(task)) {
        if (run_.detail != RecordDetail::full) break;
        if (!copies_.on(data, record.node()))
            return blame("inputs",
                         name(task) + " begins on " + name(record.node()) + ", where its input " + name(data) + " is not");
    }
    for (TaskId parent : graph_.predecessors(task)) {
        if (!tasks_[parent.index()].everCommitted)
            return blame("inputs", name(task) + " begins before its predecessor " + name(parent) + " has committed");
    }
}

void Judge::end(const Record& record) {
    const TaskId task = record.task();
    TaskFacts& facts = tasks_[record.subject];
    if (facts.phase != Phase::running) return blame("attempt", name(task) + " ends without having begun");
    if (facts.node != record.node() || facts.lane != record.b || facts.attempt != record.extra) {
        blame("attempt", name(task) + " ends with another node, lane or attempt than it began with");
    }
    const NodeFacts& node = nodes_[facts.node.index()];
    const bool cutOff = facts.life != node.life;
    const bool committed = record.kind == RecordKind::computeEnd;
    // An attempt ends with its node, in the same instant, and does not commit.
    if (cutOff && (committed || node.downSince != record.time)) {
        blame("dead node", name(task) + " ran on although " + name(facts.node) + " went down");
    }
    const NodeId where = facts.node;
    leave(task);
    if (shares_) checkShares(record);
    if (!committed) return;
    facts.committed = facts.everCommitted = true;
    lastCommit_ = std::max(lastCommit_, record.time);
    for (DataId data : graph_.outputs(task)) copies_.add(data, where);
}

void Judge::retry(const Record& record) {
    TaskFacts& facts = tasks_[record.subject];
    facts.committed = false;
    if (facts.phase == Phase::placed) leave(record.task());
}

void Judge::transferBegin(const Record& record) {
    if (open_.find(record) != nullptr)
        return blame("transfer", name(record.data()) + " is already under way to " + name(record.to()));
    open_.insert(record.subject, record.a, record.b, static_cast<std::uint32_t>(flights_.size()));
    flights_.push_back({nodes_[record.a].life, nodes_[record.b].life});
    const std::string what = name(record.data()) + " is sent from " + name(record.from()) + " to " + name(record.to());
    const bool sender = requireUp(record.from(), what);
    if (record.from() != record.to()) requireUp(record.to(), what);
    if (sender && !copies_.on(record.data(), record.from())) blame("source", what + ", but it is not there");
}

void Judge::transferEnd(const Record& record) {
    const std::uint32_t* found = open_.find(record);
    if (found == nullptr) return blame("transfer", name(record.data()) + " arrives or breaks off without having been sent");
    const Flight flight = flights_[*found];
    open_.erase(record.subject, record.a, record.b);
    const bool arrived = record.kind == RecordKind::transferEnd;
    const auto outlived = [&](NodeId node, std::uint32_t life) {
        const NodeFacts& facts = nodes_[node.index()];
        return facts.life != life && (arrived || facts.downSince != record.time);
    };
    const bool sender = outlived(record.from(), flight.fromLife);
    if (sender || outlived(record.to(), flight.toLife)) {
        blame("dead node", "the transfer of " + name(record.data()) + " went on although " +
                               name(sender ? record.from() : record.to()) + " went down");
    }
    if (!arrived) return;
    // What is staged may have come off the link long before it is written.
    const bool isStaged = run_.scenario->file.disks.transfers == DiskTransfers::staged;
    if (!cut_.empty() && !isStaged) requireWay(record);
    copies_.add(record.data(), record.to());
}

void Judge::requireWay(const Record& record) {
    std::vector<LinkId> way;
    if (!platform_.route(record.from(), record.to(), way)) return;
    for (const LinkId link : way) {
        if (!cut_.contains(link)) continue;
        blame("cut link", name(record.data()) + " arrives at " + name(record.to()) + " although link " + platform_.link(link).name +
                              " is down");
    }
}

void Judge::nodeDown(const Record& record) {
    NodeFacts& node = nodes_[record.subject];
    if (!node.up) return;
    node.up = false;
    node.downSince = record.time;
    ++node.life;
    use_[record.subject].clear();
    if (record.node() != platform_.storage()) copies_.wipe(record.node());
}

void Judge::runEnd(const Record& record) {
    ended_ = true;
    finished_ = record.subject == static_cast<std::uint32_t>(Outcome::finished);
    if (!finished_) return;
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
        if (tasks_[i].phase == Phase::running)
            blame("attempt", "the run ends but " + name(TaskId(i)) + " still runs");
        else if (!tasks_[i].committed)
            blame("finish", "the run ends as finished but " + name(TaskId(i)) + " has not committed");
    }
}

void Judge::finish() {
    for (std::size_t i = 0; i < tasks_.size() && !finished_; ++i) {
        const TaskFacts& facts = tasks_[i];
        if (facts.phase != Phase::running || facts.life == nodes_[facts.node.index()].life) continue;
        if (nodes_[facts.node.index()].downSince < now_)
            blame("dead node", name(TaskId(i)) + " runs on although " + name(facts.node) + " went down");
    }
    if (finished_ && run_.world == WorldKind::simulated && !spedUp_) checkBounds();
}

void Judge::checkBounds() {
    // Durations are whole nanoseconds; one that was cut in parts by changes of speed or share may be short by one.
    const Time allowed = lastCommit_ + Time::fromNanoseconds(static_cast<std::int64_t>(tasks_.size()));
    const auto compare = [&](Time bound, const char* which) {
        if (bound > allowed)
            blame("bound", "the run is over, sooner than " + std::string(which) + " of " + formatNumber(bound.seconds(), 12) +
                               " s allows");
    };
    compare(criticalPathTime(graph_, platform_), "the critical path");
    compare(areaTime(graph_, platform_), "the work over all cores");
}

std::vector<Violation> checkTrace(const Run& run, std::size_t limit) {
    if (run.detail == RecordDetail::none) return {};
    Judge judge(run);
    const std::size_t count = run.trace->size();
    for (std::size_t i = 0; i < count && judge.violations().size() < limit; ++i) judge.read(i, (*run.trace)[i]);
    if (judge.violations().size() < limit) judge.finish();
    if (judge.violations().size() > limit) judge.violations().resize(limit);
    return std::move(judge.violations());
}

}  // namespace loom
