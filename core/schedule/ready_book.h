// A scheduler's own books of the ready tasks, kept without looking at all of them every time.
#pragma once

#include <algorithm>
#include <vector>

#include "core/schedule/online_scheduler.h"

namespace loom {

class ReadyBook {
public:
    // Calls add(task) for ready tasks that are not in the book, in the order they became ready, and drop(task) for tasks in
    // the book that are ready no more. Tasks become ready at the end of the list, so mostly its end is all that is read; the
    // whole list is read when it is short, when its length is not as expected (a placement was refused, inputs were lost)
    // and when nothing else would happen any more.
    template <class Add, class Drop>
    void sync(const View& view, Add add, Drop drop) {
        isIn_.resize(view.estimate.graph().taskCount(), false);
        std::size_t first = view.ready.size();
        while (first > 0 && !isIn_[view.ready[first - 1].index()]) --first;
        enter(view.ready.subspan(first), add);
        if (view.ready.size() > kShort && count_ == view.ready.size() && !isStill(view)) return;
        enter(view.ready, add);
        if (count_ == view.ready.size()) return;
        std::vector<bool> isReady(isIn_.size(), false);
        for (const TaskId task : view.ready) isReady[task.index()] = true;
        for (std::size_t t = 0; t < isIn_.size(); ++t) {
            if (!isIn_[t] || isReady[t]) continue;
            taken(TaskId(t));
            drop(TaskId(t));
        }
    }
    // The task was placed.
    void taken(TaskId task) {
        isIn_[task.index()] = false;
        --count_;
    }

private:
    static constexpr std::size_t kShort = 1024;
    template <class Add>
    void enter(std::span<const TaskId> tasks, Add add) {
        for (const TaskId task : tasks) {
            if (isIn_[task.index()]) continue;
            isIn_[task.index()] = true;
            ++count_;
            add(task);
        }
    }
    std::vector<bool> isIn_;  // by task
    std::size_t count_ = 0;
};

}  // namespace loom
