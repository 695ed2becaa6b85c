#include "core/schedule/queue_scheduler.h"

#include "core/schedule/idle_nodes.h"

namespace loom {

void QueueScheduler::react(const View& view, std::vector<Placement>& placements, DecisionLog* log) {
    wakeAt_ = Time::never();
    view_ = &view;
    placements_ = &placements;
    log_ = log;
    book_.look(view.estimate.graph(), view.nodes.size());
    for (const TaskNews& news : view.news) {
        if (!news.task.valid() || news.task.index() >= view.estimate.graph().taskCount()) continue;
        book_.hear(news);
        heard(view, news);
    }
    decide(view);
}

std::vector<Candidate> QueueScheduler::candidates(TaskId task) const {
    std::vector<Candidate> out;
    for (const NodeId node : view_->estimate.workers()) {
        Candidate option{node, inputsThere(*view_, task, node)};
        const bool room = book_.cores(node) + view_->estimate.graph().cores(task) <= view_->estimate.platform().lanes(node);
        if (room && couldRun(*view_, task, node)) {
            option.start = option.dataReady;
            option.finish = option.start + view_->estimate.computeTime(task, node);
        }
        out.push_back(option);
    }
    return out;
}

}  // namespace loom
