// Runs for the views' tests: graphs built here, records written by a small list scheduler. No engine is needed to
// draw what happened.
#pragma once

#include <algorithm>
#include <memory>
#include <queue>
#include <string>
#include <vector>

#include "core/graph/graph_builder.h"
#include "core/trace/run.h"

namespace loom::test {

// A linear congruential generator: the same graph on every machine.
class Dice {
public:
    std::uint32_t below(std::uint32_t limit) {
        state_ = state_ * 6364136223846793005ull + 1442695040888963407ull;
        return static_cast<std::uint32_t>(state_ >> 33) % limit;
    }

private:
    std::uint64_t state_ = 42;
};

// `layers` layers of `width` tasks, `degree` random parents in the layer above.
inline std::shared_ptr<const TaskGraph> layeredGraph(std::size_t layers, std::size_t width, std::uint32_t degree) {
    GraphBuilder builder;
    builder.reserve(layers * width, layers * width * degree);
    Dice dice;
    for (std::size_t i = 0; i < layers * width; ++i) {
        TaskAttributes task;
        task.name = "task_" + std::to_string(i);
        task.work = 1e9 * (1 + dice.below(4));
        builder.addTask(std::move(task));
    }
    for (std::size_t i = width; i < layers * width; ++i) {
        const std::size_t above = (i / width - 1) * width;
        for (std::uint32_t d = 0; d < degree; ++d) {
            builder.addEdge(TaskId(above + dice.below(static_cast<std::uint32_t>(width))), TaskId(i));
        }
    }
    return std::make_shared<const TaskGraph>(std::move(builder.build()).value());
}

// The tiled Cholesky factorisation's graph.
inline std::shared_ptr<const TaskGraph> choleskyGraph(int tiles) {
    GraphBuilder builder;
    std::vector<std::vector<TaskId>> last(static_cast<std::size_t>(tiles), std::vector<TaskId>(static_cast<std::size_t>(tiles)));
    const auto at = [&](int i, int j) -> TaskId& { return last[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)]; };
    const auto add = [&](const std::string& kind, const std::string& where, double work, std::vector<TaskId> after) {
        TaskAttributes attributes;
        attributes.name = kind + "(" + where + ")";
        attributes.kind = kind;
        attributes.work = work;
        const TaskId task = builder.addTask(std::move(attributes));
        for (const TaskId before : after) {
            if (before.valid()) builder.addEdge(before, task, 2e6);
        }
        return task;
    };
    for (int k = 0; k < tiles; ++k) {
        at(k, k) = add("POTRF", std::to_string(k), 1e9, {at(k, k)});
        for (int i = k + 1; i < tiles; ++i) {
            at(i, k) = add("TRSM", std::to_string(i) + "," + std::to_string(k), 2e9, {at(k, k), at(i, k)});
        }
        for (int i = k + 1; i < tiles; ++i) {
            for (int j = k + 1; j <= i; ++j) {
                at(i, j) =
                    add(i == j ? "SYRK" : "GEMM", std::to_string(i) + "," + std::to_string(j) + "," + std::to_string(k), 3e9,
                        i == j ? std::vector<TaskId>{at(i, k), at(i, j)} : std::vector<TaskId>{at(i, k), at(j, k), at(i, j)});
            }
        }
    }
    return std::make_shared<const TaskGraph>(std::move(builder.build()).value());
}

class NoRoutes final : public Router {
public:
    bool route(NodeId, NodeId, std::vector<LinkId>&) const override { return true; }
};

// `nodes` nodes n0, n1, ... in racks of `rackSize`.
inline std::shared_ptr<const Platform> rackPlatform(std::size_t nodes, std::uint32_t cores, std::size_t rackSize) {
    std::vector<NodeInfo> infos(nodes);
    for (std::size_t i = 0; i < nodes; ++i) {
        infos[i].name = "n" + std::to_string(i);
        infos[i].cores = cores;
        infos[i].speed = (i / rackSize) % 2 == 0 ? 1e9 : 1.6e9;
        infos[i].group = "rack " + std::to_string(i / rackSize);
    }
    return std::make_shared<const Platform>(
        std::move(Platform::make(std::move(infos), {}, std::make_shared<NoRoutes>(), NodeId::none(), "test racks")).value());
}

struct SampleOptions {
    NodeId crashNode;  // goes down at crashAt for good; its attempt is lost and retried elsewhere
    Time crashAt = Time::fromSeconds(6);
    Time transferTime = Time::fromNanoseconds(600'000'000);  // held before each task with inputs
    bool transfers = true;
};

// Writes the trace of a greedy schedule: every slot takes the next ready task when it is free.
class SampleWriter {
public:
    SampleWriter(const TaskGraph& graph, const Platform& platform, const SampleOptions& options)
        : graph_(graph), platform_(platform), options_(options), missing_(graph.taskCount()), attempts_(graph.taskCount(), 0) {}

    std::shared_ptr<Trace> write() {
        for (std::size_t t = 0; t < graph_.taskCount(); ++t) {
            missing_[t] = graph_.predecessors(TaskId(t)).size();
            if (missing_[t] == 0) ready(TaskId(t), Time::zero());
        }
        for (std::size_t n = 0; n < platform_.nodeCount(); ++n) {
            for (std::uint32_t lane = 0; lane < platform_.node(NodeId(n)).cores; ++lane) free_.push({NodeId(n), lane});
        }
        if (options_.crashNode.valid()) push({options_.crashAt, 3, {}, options_.crashNode, 0});
        assign(Time::zero());
        while (!events_.empty()) {
            const Event event = events_.top();
            events_.pop();
            handle(event);
            assign(event.time);
        }
        add(now_, RecordKind::runEnd, static_cast<std::uint32_t>(Outcome::finished));
        return trace_;
    }

private:
    struct Slot {
        NodeId node;
        std::uint32_t lane = 0;
        friend bool operator<(const Slot& a, const Slot& b) { return std::pair(b.node, b.lane) < std::pair(a.node, a.lane); }
    };
    struct Event {
        Time time;
        int kind = 0;  // 0 transfer over, 1 compute over, 3 crash
        TaskId task;
        NodeId node;
        std::uint32_t lane = 0;
        std::uint64_t order = 0;
        friend bool operator<(const Event& a, const Event& b) { return std::pair(b.time, b.order) < std::pair(a.time, a.order); }
    };

    void add(Time time, RecordKind kind, std::uint32_t subject, std::uint32_t a = Record::kNone, std::uint32_t b = Record::kNone,
             std::uint16_t extra = 0) {
        Record record;
        record.time = now_ = time;
        record.kind = kind;
        record.subject = subject;
        record.a = a;
        record.b = b;
        record.extra = extra;
        trace_->append(record);
    }
    void push(Event event) {
        event.order = ++order_;
        events_.push(event);
    }
    void ready(TaskId task, Time time) {
        add(time, RecordKind::taskReady, task.value);
        queue_.push_back(task);
    }
    void assign(Time time) {
        while (head_ < queue_.size() && !free_.empty()) {
            const Slot slot = free_.top();
            free_.pop();
            if (slot.node == down_) continue;
            const TaskId task = queue_[head_++];
            add(time, RecordKind::taskPlaced, task.value, slot.node.value, slot.lane);
            Time start = time;
            if (options_.transfers && !graph_.inputs(task).empty()) {
                start += options_.transferTime;
                add(time, RecordKind::transferBegin, graph_.inputs(task)[0].value,
                    (slot.node.value + 1) % static_cast<std::uint32_t>(platform_.nodeCount()), slot.node.value);
            }
            push({start, 0, task, slot.node, slot.lane});
        }
    }
    void handle(const Event& event) {
        if (event.kind == 3) {
            down_ = event.node;
            for (const Event& lost : openOn(event.node)) {
                if (lost.kind == 1) {
                    const auto attempt = static_cast<std::uint16_t>(attempts_[lost.task.index()] - 1);
                    add(event.time, RecordKind::computeFailed, lost.task.value, lost.node.value, lost.lane, attempt);
                } else if (options_.transfers && !graph_.inputs(lost.task).empty()) {
                    endTransfer(event.time, RecordKind::transferLost, lost);
                }
                add(event.time, RecordKind::taskRetry, lost.task.value, static_cast<std::uint32_t>(Reason::nodeCrashed),
                    Record::kNone, 1);
                ready(lost.task, event.time);
            }
            add(event.time, RecordKind::nodeDown, event.node.value, static_cast<std::uint32_t>(Reason::nodeCrashed));
        } else if (event.kind == 0) {
            if (options_.transfers && !graph_.inputs(event.task).empty()) endTransfer(event.time, RecordKind::transferEnd, event);
            const std::uint16_t attempt = attempts_[event.task.index()]++;
            add(event.time, RecordKind::computeBegin, event.task.value, event.node.value, event.lane, attempt);
            const double seconds = graph_.work(event.task) / platform_.node(event.node).speed;
            push({event.time + Time::fromSeconds(seconds), 1, event.task, event.node, event.lane});
        } else {
            add(event.time, RecordKind::computeEnd, event.task.value, event.node.value, event.lane,
                static_cast<std::uint16_t>(attempts_[event.task.index()] - 1));
            free_.push({event.node, event.lane});
            for (const TaskId child : graph_.successors(event.task)) {
                if (--missing_[child.index()] == 0) ready(child, event.time);
            }
        }
    }
    void endTransfer(Time time, RecordKind kind, const Event& event) {
        add(time, kind, graph_.inputs(event.task)[0].value,
            (event.node.value + 1) % static_cast<std::uint32_t>(platform_.nodeCount()), event.node.value);
    }
    // Takes what is under way on a node out of the queue of events.
    std::vector<Event> openOn(NodeId node) {
        std::vector<Event> open, rest;
        for (; !events_.empty(); events_.pop()) (events_.top().node == node ? open : rest).push_back(events_.top());
        for (const Event& event : rest) events_.push(event);
        return open;
    }

    const TaskGraph& graph_;
    const Platform& platform_;
    SampleOptions options_;
    std::shared_ptr<Trace> trace_ = std::make_shared<Trace>();
    std::vector<std::size_t> missing_;
    std::vector<std::uint16_t> attempts_;
    std::vector<TaskId> queue_;
    std::size_t head_ = 0;
    std::priority_queue<Slot> free_;
    std::priority_queue<Event> events_;
    std::uint64_t order_ = 0;
    NodeId down_;
    Time now_;
};

inline RunPtr sampleRun(std::shared_ptr<const TaskGraph> graph, std::shared_ptr<const Platform> platform,
                        const SampleOptions& options = {}) {
    auto scenario = std::make_shared<Scenario>();
    scenario->file.name = "sample";
    scenario->graph = std::move(graph);
    scenario->platform = std::move(platform);
    auto run = std::make_shared<Run>();
    run->trace = SampleWriter(*scenario->graph, *scenario->platform, options).write();
    run->scenario = scenario;
    run->outcome = Outcome::finished;
    return run;
}

// Cholesky on eight nodes in two racks; n5 crashes for good.
inline RunPtr choleskyRun(int tiles = 7, bool crash = true) {
    SampleOptions options;
    if (crash) options.crashNode = NodeId(5);
    return sampleRun(choleskyGraph(tiles), rackPlatform(8, 1, 4), options);
}

}  // namespace loom::test
