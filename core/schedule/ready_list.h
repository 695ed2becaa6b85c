// The ready tasks of a plan under construction, for schedulers that compare all of them.
#pragma once

#include <vector>

#include "core/schedule/partial_schedule.h"

namespace loom {

struct ReadyTask {
    TaskId task;
    std::vector<Time> dataReady;       // by worker
    std::vector<Candidate> options{};  // by worker; kept by the scheduler between decisions as it likes
};

// Newly ready tasks join at once (refresh), or only when all ready before are placed (batch).
enum class ReadySet : std::uint8_t { refresh, batch };

// Ascending by task index. A task no node can run never enters, nor what depends on it.
class ReadyList {
public:
    // batch: newly ready tasks enter only when the list is empty.
    explicit ReadyList(const PartialSchedule& schedule, ReadySet set = ReadySet::refresh);

    // Nothing is left to place, or the plan is cancelled.
    [[nodiscard]] bool empty() const { return tasks_.empty() || schedule_.cancelled(); }
    [[nodiscard]] std::vector<ReadyTask>& tasks() { return tasks_; }
    // Takes out a task that was just placed and lets in those it was the last parent of.
    void placed(TaskId task);
    // Makes the options of every ready task on `node` anew, after it took a task. Other nodes' do not change.
    void renew(NodeId node);

private:
    void enter(TaskId task);
    void admit();

    const PartialSchedule& schedule_;
    ReadySet set_;
    std::vector<ReadyTask> tasks_;
    std::vector<TaskId> next_;          // ready, but not yet in the list
    std::vector<std::size_t> missing_;  // parents not placed, by task
};

// Over and over the ready task whose best option has the smallest score, the first of them on ties. `best(item)` may set the
// scores of the item's options and returns one of them.
template <class Best>
void placeSmallest(PartialSchedule& schedule, const std::vector<double>& priorities, Best&& best) {
    ReadyList ready(schedule);
    while (!ready.empty()) {
        ReadyTask* task = nullptr;
        const Candidate* chosen = nullptr;
        for (ReadyTask& item : ready.tasks()) {
            const Candidate* option = best(item);
            if (chosen != nullptr && option->score >= chosen->score) continue;
            chosen = option;
            task = &item;
        }
        const TaskId id = task->task;
        const NodeId node = chosen->node;
        schedule.place(id, *chosen, priorities[id.index()], task->options);
        ready.placed(id);
        ready.renew(node);
    }
}

}  // namespace loom
