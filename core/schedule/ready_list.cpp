#include "core/schedule/ready_list.h"

#include <algorithm>
#include <utility>

namespace loom {

namespace {
bool before(const ReadyTask& item, TaskId task) { return item.task < task; }
}  // namespace

ReadyList::ReadyList(const PartialSchedule& schedule, ReadySet set)
    : schedule_(schedule), set_(set), missing_(schedule.graph().taskCount()) {
    for (std::size_t i = 0; i < missing_.size(); ++i) {
        missing_[i] = schedule.graph().predecessors(TaskId(i)).size();
        if (missing_[i] == 0) enter(TaskId(i));
    }
}

void ReadyList::enter(TaskId task) {
    ReadyTask item{task, {}, {}};
    schedule_.dataReady(task, item.dataReady);
    const std::vector<NodeId>& workers = schedule_.workers();
    for (std::size_t i = 0; i < workers.size(); ++i)
        item.options.push_back(schedule_.candidate(task, workers[i], item.dataReady[i]));
    if (earliestFinish(item.options) == nullptr) return;
    tasks_.insert(std::lower_bound(tasks_.begin(), tasks_.end(), task, before), std::move(item));
}

void ReadyList::placed(TaskId task) {
    tasks_.erase(std::lower_bound(tasks_.begin(), tasks_.end(), task, before));
    for (const TaskId child : schedule_.graph().successors(task))
        if (--missing_[child.index()] == 0) next_.push_back(child);
    if (set_ == ReadySet::refresh || tasks_.empty()) admit();
}

void ReadyList::admit() {
    for (const TaskId task : std::exchange(next_, {})) enter(task);
}

void ReadyList::renew(NodeId node) {
    const std::vector<NodeId>& workers = schedule_.workers();
    const auto at = static_cast<std::size_t>(std::lower_bound(workers.begin(), workers.end(), node) - workers.begin());
    for (ReadyTask& item : tasks_) item.options[at] = schedule_.candidate(item.task, node, item.dataReady[at]);
}

}  // namespace loom
