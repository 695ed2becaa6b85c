// The seam of every scheduler: it reads a View of estimates and appends placements; it changes nothing else.
#pragma once

#include <bit>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/spec.h"
#include "core/base/time.h"
#include "core/cost/estimator.h"

namespace loom {

// One decision: run `task` on `node`. A static scheduler also says when, by its estimates; tasks of a node run in
// the order of `start`, then of the list. An online placement takes effect at once and leaves start and finish never().
struct Placement {
    TaskId task;
    NodeId node;
    Time start = Time::never();
    Time finish = Time::never();
};

// What is known of a node at decision time; it may lag behind the truth (Scenario::viewDelay).
struct NodeView {
    bool up = true;
    std::uint32_t freeCores = 0;                  // neither running nor held by an assigned task
    double freeMemory = 0;                        // bytes; infinite where memory is unlimited
    std::uint32_t widestFree = 0xFFFFFFFFu;       // cores one task can get at most: a task takes neighbouring slots
    std::span<const std::uint32_t> freeDevices = {};  // by position in NodeInfo::accelerators; empty: nothing is known of them
    std::uint32_t queued = 0;                     // tasks assigned that have not begun; only where the scheduler uses queues
};

// A set of nodes as bits, word by word, lowest node first.
class NodeSet {
public:
    explicit NodeSet(std::size_t nodes) : words_((nodes + 63) / 64) {}
    void set(NodeId node, bool member) {
        const std::uint64_t bit = std::uint64_t{1} << (node.value % 64);
        std::uint64_t& word = words_[node.index() / 64];
        word = member ? word | bit : word & ~bit;
    }
    [[nodiscard]] bool contains(NodeId node) const { return (words_[node.index() / 64] >> (node.value % 64) & 1) != 0; }
    // The first member not before `from`; none() when there is none.
    [[nodiscard]] NodeId next(NodeId from) const {
        std::size_t word = from.index() / 64;
        if (word >= words_.size()) return NodeId::none();
        std::uint64_t left = words_[word] & (~std::uint64_t{0} << (from.value % 64));
        while (left == 0)
            if (++word == words_.size()) return NodeId::none();
            else left = words_[word];
        return NodeId(word * 64 + static_cast<std::size_t>(std::countr_zero(left)));
    }
    [[nodiscard]] NodeId first() const { return next(NodeId(0)); }

private:
    std::vector<std::uint64_t> words_;
};
// The nodes that are up and have a free core.
NodeSet openNodes(std::span<const NodeView> nodes);

// Where data objects are. Implemented by the coordinator; the answer may lag with the view.
class DataLocations {
public:
    virtual ~DataLocations() = default;
    [[nodiscard]] virtual bool has(DataId data, NodeId node) const = 0;
    // A live node that holds the object and from which fetching is cheapest (lowest index on ties); none() if lost.
    [[nodiscard]] virtual NodeId source(DataId data, NodeId destination) const = 0;
};

// What became of a task since the scheduler was last asked; only for schedulers that ask for it (wantsNews).
struct TaskNews {
    enum class What : std::uint8_t {
        committed,  // its outputs are on `node`; the attempt was measured to take `took`
        failed,     // its attempt ended without a result
        takenOff,   // it had not begun, and its node went down or its inputs were lost
        refused,    // a placement on `node` had no effect: the task is where it was
        undone,     // it had committed, and what it made is lost and still needed
    };
    What what = What::committed;
    TaskId task;
    NodeId node;
    Time took = Time::zero();
};

// Everything a scheduler may look at. `plan` uses only `estimate`; `react` uses all.
struct View {
    const Estimator& estimate;
    Time now = Time::zero();
    std::span<const TaskId> ready;    // unassigned tasks whose inputs exist, in the order they became ready (ties by id)
    std::span<const NodeView> nodes;  // by node index
    const DataLocations* data = nullptr;
    std::uint64_t seed = 1;
    const NodeSet* open = nullptr;    // openNodes(nodes), kept up to date; null for `plan`
    const Progress* progress = nullptr;  // of who waits, or null: what takes long stops early once it is cancelled
    std::span<const TaskNews> news = {};  // in the order it happened
    [[nodiscard]] bool cancelled() const { return Progress::cancelled(progress); }
};

// Why a node was chosen: what the scheduler compared. Smaller score wins; infinite = not possible.
struct Candidate {
    NodeId node;
    Time dataReady = Time::zero();  // when the inputs would be there
    Time start = Time::never();     // when the task would start
    Time finish = Time::never();
    double score = 0;  // the number compared
};
struct Decision {
    TaskId task;
    NodeId chosen;
    std::uint32_t step = 0;  // n-th decision of the run or plan, from 0
    double priority = 0;     // the task's rank or key, when the scheduler has one
    std::string rule;        // one sentence: "highest rank_u first; smallest insertion EFT"
    std::string scoreName;   // "EFT", "EFT + OCT", "node index"
    std::vector<Candidate> candidates;
};

// Collects decisions somebody asked about. Schedulers ask `wants` before they spend time on a Decision.
class DecisionLog {
public:
    virtual ~DecisionLog() = default;
    [[nodiscard]] virtual bool wants(TaskId task) const = 0;
    virtual void record(Decision decision) = 0;
};

// Stateless between runs: `reset` is called once before the first call of a run. Not thread-safe; one per run.
class Scheduler {
public:
    virtual ~Scheduler() = default;

    // Static schedulers place every task before time zero; online ones answer every change.
    [[nodiscard]] virtual bool isStatic() const = 0;
    // A number that may be used as the task's key in displays (rank_u ...); empty when there is none. After plan().
    [[nodiscard]] virtual std::vector<double> priorities() const { return {}; }

    // Online, asked once at the start of a run. With queues, tasks may be assigned to nodes without a free core: they wait there
    // in the order of queueRank (smaller first, then as assigned), fetch their inputs meanwhile and begin when both inputs and
    // room are there. A placement of an assigned task that has not begun moves it to another node. Without queues an assigned
    // task holds its cores from then on. With queues or news it is asked at every change, else only while tasks are ready.
    [[nodiscard]] virtual bool usesQueues() const { return false; }
    [[nodiscard]] virtual bool wantsNews() const { return false; }
    [[nodiscard]] virtual std::uint64_t queueRank(TaskId) const { return 0; }
    // Online, asked after react(): when to be asked again though nothing changes. never(), or not later than now: not. The
    // last answer alone counts.
    [[nodiscard]] virtual Time wakeAt() const { return Time::never(); }

    // What went wrong in the last plan() or react(), null when nothing did: the run ends with it.
    [[nodiscard]] virtual const Error* failure() const { return nullptr; }

    // Static: one placement a task, parents before children. Tasks no node can run are left out. `log` may be null. Once the view is
    // cancelled it returns within milliseconds, and what it leaves is no plan.
    virtual void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log);
    // Online: called once an instant when something changed. Placements must fit the free cores of the view (but see usesQueues).
    virtual void react(const View& view, std::vector<Placement>& placements, DecisionLog* log);
};

// The table behind `clusterloom schedulers`, the forms and the tests' sweep.
const std::vector<RegistryEntry>& schedulerRegistry();
// A script of the user's instead of a name of the registry: `my.lua`, `folder/my.lua`. Opened by sim/script.
bool namesScript(const Spec& spec);
// The scheduler of the registry a text form names; errors name the nearest scheduler or parameter.
Result<std::unique_ptr<Scheduler>> makeScheduler(const Spec& spec);

// The end of the last placement.
Time plannedMakespan(std::span<const Placement> placements);

}  // namespace loom
